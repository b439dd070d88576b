import type { ComponentChildren } from 'preact';
import type { Visit } from '#/platform/http/index.ts';
import type { Occasion } from '#/platform/form/index.ts';
import { dayOf } from '#/values/day.ts';
import { formatTime } from '#/values/instant.ts';
import { fill, say } from '#/values/text.ts';
import { BackLink, DraftFoot, Link } from '#/ui/index.ts';
import type { OpenDraft } from '../../commands/draft.ts';
import { applyWords as words } from '../words.ts';

/** The circumstances under which a form is read on a visit. */
export function occasionOf(visit: Pick<Visit, 'now' | 'isDemo'>): Occasion {
  return { today: dayOf(visit.now), demo: visit.isDemo };
}

/** Addresses of the pages of one draft. */
export function draftPaths(slug: string, draftId: string) {
  const base = `/nop/${slug}/${draftId}`;
  return {
    page: (page: string) => `${base}/trang/${page}`,
    papers: `${base}/giay-to`,
    review: `${base}/kiem-tra`,
    submit: `${base}/nop`,
    discard: `${base}/xoa`,
  };
}

/** Where a draft was begun: by its applicant, or by an official who enters it from paper. */
export function startPath({ draft, procedure }: OpenDraft): string {
  return draft.channel === 'ONLINE' ? `/nop/${procedure.catalogue.slug}` : '/can-bo/nhan-ho-so';
}

interface ApplyPageProps {
  readonly visit: Visit;
  readonly opened: OpenDraft;
  readonly back: string;
  /** Where one stands: pages of questions, then papers, then review. */
  readonly step: number;
  readonly steps: number;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One page of an application: way back, where one stands, title, content, and that the draft is kept. */
export function ApplyPage({ visit, opened, back, step, steps, title, children }: ApplyPageProps) {
  const { draft, procedure } = opened;
  const paths = draftPaths(procedure.catalogue.slug, draft.id);
  return (
    <>
      <BackLink href={back} lang={visit.lang} />
      <p class="caption">
        {say(visit.lang, procedure.catalogue.shortName)} ·{' '}
        {draft.channel !== 'ONLINE' && `${draft.subject} · `}
        {say(visit.lang, fill(words.progress, { step: String(step), steps: String(steps) }))}
      </p>
      <h1>{title}</h1>
      {children}
      <DraftFoot
        lang={visit.lang}
        savedAt={draft.revision > 0 ? formatTime(draft.savedAt, visit.lang) : undefined}
      >
        {step < steps && <Link href={paths.review}>{say(visit.lang, words.toReview)}</Link>}
      </DraftFoot>
    </>
  );
}
