import { publishedOn } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Filled } from '#/platform/form/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import {
  Ask,
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  InsetText,
  Link,
  LinkButton,
  NotificationBanner,
  StatusTag,
  Table,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import { fill, say, type Lang } from '#/values/text.ts';
import { examine, heaviestFirst } from '../../catalogue/examine.ts';
import { findingWords, type Finding } from '../../catalogue/finding.ts';
import type { CatalogueRecord } from '../../catalogue/record.ts';
import type { Staged } from '../../catalogue/staged.ts';
import { findStaged } from '../../store/index.ts';
import { plainPage } from '../frame.tsx';
import { home, placeHref } from '../places.ts';
import { importWords as words } from './import-words.ts';
import { groups, questions, typeProposal } from './staged-form.ts';

export const importHref = `${home}/nhap`;

/** One procedure of the catalogue: what was found, and what was understood, to be corrected. */
export async function showStaged(
  tx: Tx,
  visit: Visit,
  left?: { readonly filled: Filled; readonly status?: Shown['status'] },
): Promise<Shown | Refusal> {
  const { lang } = visit;
  const id = visit.params['lan'] ?? '';
  const staged = isId(id) ? await findStaged(tx, id) : undefined;
  if (!staged) return refuse('studio.no-staged');
  if (staged.record === null) return unreadable(visit, staged);
  const known = await slugOf(tx, staged.record, visit.now);
  const { proposal, findings } = examine(staged.record);
  const suggested = typeProposal({ ...proposal, slug: known ?? proposal.slug });
  const filled = left?.filled ?? (staged.typed ? { typed: staged.typed, wrong: {} } : suggested);
  const all = heaviestFirst([...(staged.findings ?? []), ...findings]);
  const title = proposal.shortName || staged.fileName;
  const view = (
    <>
      <BackLink lang={lang} href={importHref}>
        {say(lang, words.title)}
      </BackLink>
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <p class="caption">
        {staged.fileName} <State lang={lang} staged={staged} />
      </p>
      <h1>{title}</h1>
      {staged.draftId !== null && (
        <NotificationBanner lang={lang} tone="good" title={say(lang, words.done)}>
          <Link href={placeHref(staged.draftId)}>{say(lang, words.open)}</Link>
        </NotificationBanner>
      )}
      <p>
        <Link href={`${importHref}/${staged.id}/tep`}>{say(lang, words.source)}</Link>
      </p>
      <h2>{say(lang, words.findings)}</h2>
      <Findings lang={lang} findings={all} />
      {staged.state === 'STAGED' && (
        <>
          <h2>{say(lang, words.understood)}</h2>
          <InsetText>{say(lang, known === undefined ? words.fresh : words.exists)}</InsetText>
          <Corrections visit={visit} staged={staged} filled={filled} />
        </>
      )}
    </>
  );
  return plainPage(visit, title, view, left?.status);
}

function unreadable(visit: Visit, { fileName, fault }: Staged): Shown {
  const { lang } = visit;
  const title = say(lang, fill(words.refused, { file: fileName }));
  const view = (
    <>
      <BackLink lang={lang} href={importHref}>
        {say(lang, words.title)}
      </BackLink>
      <h1>{title}</h1>
      <p>{fault === null ? '' : say(lang, fault)}.</p>
      <LinkButton href={importHref}>{say(lang, words.again)}</LinkButton>
    </>
  );
  return plainPage(visit, title, view, 422);
}

/** The address of the published procedure with this code. */
async function slugOf(tx: Tx, { code }: CatalogueRecord, now: Date): Promise<string | undefined> {
  const published = await publishedOn(tx, dayOf(now));
  return published.find(({ facts }) => facts.code === code)?.facts.slug;
}

const tones = { STAGED: 'info', TAKEN: 'good', DISCARDED: 'neutral', REFUSED: 'error' } as const;

/** Where it stands. */
export function State({ lang, staged }: { readonly lang: Lang; readonly staged: Staged }) {
  const { state } = staged;
  if (state === 'REFUSED') return null;
  return <StatusTag tone={tones[state]}>{say(lang, words[state])}</StatusTag>;
}

function Findings({
  lang,
  findings,
}: {
  readonly lang: Lang;
  readonly findings: readonly Finding[];
}) {
  if (findings.length === 0) return <p>{say(lang, words.noFindings)}</p>;
  return (
    <Table
      caption={say(lang, words.findings)}
      captionUnseen
      rows={findings}
      columns={[
        {
          title: say(lang, words.state),
          cell: ({ code }) => {
            const { weight } = findingWords[code];
            return (
              <StatusTag tone={weight === 'must' ? 'error' : 'warning'}>
                {say(lang, words[weight])}
              </StatusTag>
            );
          },
        },
        { title: say(lang, words.place), heads: true, cell: ({ place }) => place },
        {
          title: say(lang, words.what),
          cell: ({ code, facts }) => say(lang, fill(findingWords[code].words, facts)),
        },
      ]}
    />
  );
}

interface CorrectionsProps {
  readonly visit: Visit;
  readonly staged: Staged;
  readonly filled: Filled;
}

function Corrections({ visit: { lang, csrf }, staged, filled }: CorrectionsProps) {
  const own = `${importHref}/${staged.id}`;
  return (
    <>
      <Form csrf={csrf} lang={lang} action={own}>
        {groups.map(([title, names]) => (
          <section key={title.vi}>
            <h3>{say(lang, title)}</h3>
            {names.map((name) => (
              <Ask key={name} question={questions.questions[name]} lang={lang} {...filled} />
            ))}
          </section>
        ))}
        <ButtonRow>
          <Button icon="plus">{say(lang, words.take)}</Button>
          <Button look="secondary" name="_keep" value="yes">
            {say(lang, words.save)}
          </Button>
        </ButtonRow>
      </Form>
      <Form csrf={csrf} lang={lang} action={`${own}/cat-di`}>
        <Button look="secondary">{say(lang, words.discard)}</Button>
      </Form>
    </>
  );
}
