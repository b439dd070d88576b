import { PaperCard } from '#/modules/document/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { get, post, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { fill, say } from '#/values/text.ts';
import { Button, Details, Form, NotificationBanner } from '#/ui/index.ts';
import { fillers } from '../../access.ts';
import { openDraft, type OpenDraft } from '../../commands/draft.ts';
import { judgeDraft, type DraftStanding } from '../../draft-standing.ts';
import { applyWords as words } from '../words.ts';
import { ApplyPage, draftPaths, occasionOf, startPath } from './frame.tsx';

const path = '/nop/:slug/:draft/giay-to';

/** The papers of an application: what is still wanted, what is there, what the state looks up by itself. */
export function paperRoutes(): Route[] {
  return [
    get(path, fillers, async (tx, visit) => show(tx, visit, false)),
    post(path, fillers, async (tx, visit) => show(tx, visit, true)),
  ];
}

/** `isLeaving`: the applicant wants to go on, and is told once what is still missing. */
async function show(
  tx: Tx,
  visit: Visit,
  isLeaving: boolean,
): Promise<Shown | Refusal | { goTo: string }> {
  const opened = await openDraft(tx, visit.actor!, visit.params['draft'] ?? '');
  if (isRefusal(opened)) return opened;
  const standing = await judgeDraft(tx, visit.actor!, opened, occasionOf(visit));
  if (isRefusal(standing)) return standing;
  const { draft, procedure } = opened;
  const paths = draftPaths(procedure.catalogue.slug, draft.id);
  if (isLeaving && standing.lacking.length === 0) return { goTo: paths.review };
  const order = procedure.form.pagesInOrder(draft.answers, occasionOf(visit));
  const last = order.at(-1);
  const title = say(visit.lang, words.papers);
  return {
    title,
    layout: 'citizen',
    status: isLeaving ? 422 : 200,
    view: (
      <ApplyPage
        visit={visit}
        opened={opened}
        back={last ? paths.page(last.id) : startPath(opened)}
        step={order.length + 1}
        steps={order.length + 2}
        title={title}
      >
        {isLeaving && (
          <NotificationBanner tone="error" lang={visit.lang}>
            {say(visit.lang, fill(words.papersWanting, { names: standing.lacking.join('; ') }))}
          </NotificationBanner>
        )}
        <Papers visit={visit} opened={opened} standing={standing} />
        <Form csrf={visit.csrf} lang={visit.lang} action={paths.papers}>
          <Button>{say(visit.lang, words.continue)}</Button>
        </Form>
      </ApplyPage>
    ),
  };
}

interface PapersProps {
  readonly visit: Visit;
  readonly opened: OpenDraft;
  readonly standing: DraftStanding;
}

function Papers({ visit, opened, standing }: PapersProps) {
  const { lang } = visit;
  const { draft, procedure } = opened;
  const lookedUp = procedure.catalogue.papers.filter(({ group }) => group === 'LOOKED_UP');
  const cards = standing.slots.map(({ paper, isNeeded, uploaded }) => (
    <PaperCard
      key={paper.code}
      visit={visit}
      owner={draft.id}
      code={paper.code}
      name={paper.name}
      note={paper.note}
      isNeeded={isNeeded}
      paper={uploaded}
      back={visit.path}
      isOpen
    />
  ));
  const needed = cards.filter((_, index) => standing.slots[index]?.isNeeded);
  const optional = cards.filter((_, index) => !standing.slots[index]?.isNeeded);
  return (
    <>
      <p>{say(lang, needed.length > 0 ? words.papersIntro : words.papersNone)}</p>
      {needed}
      {optional.length > 0 && (
        <Details summary={say(lang, words.papersOptional)}>{optional}</Details>
      )}
      <NameList
        title={say(lang, words.papersPresent)}
        names={standing.toPresent.map(({ name }) => say(lang, name))}
      />
      <NameList
        title={say(lang, words.papersHeld)}
        names={lookedUp.map(({ name }) => say(lang, name))}
      />
    </>
  );
}

function NameList({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}
