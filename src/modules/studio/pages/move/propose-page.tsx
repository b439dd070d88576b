import { processIdOf } from '#/modules/dossier/index.ts';
import { listVersionsOf, standingOn, type Version } from '#/modules/procedure/index.ts';
import { foreseeMove, type ElementMap, type WaitingElement } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Filled } from '#/platform/form/index.ts';
import { mayUse, type Body, type Redirect, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { AskAll, BackLink, Button, EmptyState, ErrorSummary, Form } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, say, text } from '#/values/text.ts';
import { editors } from '../../access.ts';
import { proposeMove } from '../../commands/move-cases.ts';
import { listMoves } from '../../store/index.ts';
import { plainPage } from '../frame.tsx';
import { home } from '../places.ts';
import { MovesTable } from './moves-table.tsx';
import { moveWords as words } from './move-words.ts';
import { StandsTable } from './stands-table.tsx';

/** Address of the moves of a procedure. */
export function movesHref(slug: string, id = ''): string {
  const path = `${home}/thu-tuc/${slug}/chuyen-ho-so`;
  return id === '' ? path : `${path}/${id}`;
}

/** Where running dossiers of a procedure wait, and the form by which their move is proposed. */
export async function showProposal(tx: Tx, visit: Visit): Promise<Shown | Refusal> {
  const version = await inForce(tx, visit);
  if (isRefusal(version)) return version;
  const asked = await askedOf(tx, version);
  return shown(tx, visit, version, asked, asked.questions.filledWith(asked.usual));
}

/** Reads the form and proposes the move. */
export async function submitProposal(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<Shown | Redirect | Refusal> {
  const version = await inForce(tx, visit);
  if (isRefusal(version)) return version;
  const asked = await askedOf(tx, version);
  const reading = asked.questions.read(body, {
    today: dayOf(visit.now),
    demo: visit.isDemo,
    lookups: noLookups,
  });
  if (!reading.answers) return shown(tx, visit, version, asked, reading, 422);
  const answers = reading.answers as Readonly<Record<string, string>>;
  const map = mapOf(asked.elements, answers);
  const input = { versionId: version.id, map, reason: answers['reason']! };
  const proposed = await proposeMove(tx, visit.actor!, input);
  return isRefusal(proposed) ? proposed : { goTo: movesHref(version.slug, proposed.moveId) };
}

async function inForce(tx: Tx, visit: Visit): Promise<Version | Refusal> {
  const versions = await listVersionsOf(tx, visit.params['slug']!);
  const version = versions.find((one) => standingOn(one, dayOf(visit.now)) === 'in-force');
  return version ?? refuse('studio.no-version');
}

/** What is asked: for every element at which a case waits, what stands for it. */
async function askedOf(tx: Tx, { id }: Version) {
  const { moves, elements } = await foreseeMove(tx, {
    definitionId: await processIdOf(tx, id),
    map: {},
  });
  const targets = Object.fromEntries(
    elements.map((element) => {
      const { vi, en } = element.name;
      const label = text(fill(words.target, { step: vi }).vi, fill(words.target, { step: en }).en);
      const options = element.candidates.map((one) => ({ value: one.id, label: one.name }));
      return [nameOf(element), ask.select([...options, keeping], { label, required: true })];
    }),
  );
  const reason = ask.textarea({
    label: words.reason,
    hint: words.reasonHint,
    required: true,
    maxLength: 500,
  });
  const usual: Record<string, string> = Object.fromEntries(
    elements.map((element) => [
      nameOf(element),
      element.candidates[0]?.id === element.id ? element.id : keeping.value,
    ]),
  );
  return { moves, elements, usual, questions: form({ ...targets, reason }) };
}

type Asked = Awaited<ReturnType<typeof askedOf>>;

const keeping = { value: '-', label: words.keep } as const;

/** Ids of elements may hold dots, which in names of fields mean parts. */
function nameOf({ id }: WaitingElement): string {
  return `to_${Buffer.from(id).toString('hex')}`;
}

/** What keeps its id is not named. */
function mapOf(
  elements: readonly WaitingElement[],
  answers: Readonly<Record<string, string>>,
): ElementMap {
  return Object.fromEntries(
    elements
      .map((element) => [element.id, answers[nameOf(element)]!] as const)
      .filter(([id, to]) => to !== id),
  );
}

async function shown(
  tx: Tx,
  visit: Visit,
  version: Version,
  { moves, questions }: Asked,
  filled: Filled,
  status?: 422,
): Promise<Shown> {
  const { lang } = visit;
  const title = say(lang, words.title);
  const earlier = await listMoves(tx, version.slug);
  const view = (
    <>
      <BackLink lang={lang} href={`${home}/thu-tuc/${version.slug}`} />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{title}</h1>
      <p class="lead">{say(lang, fill(words.lead, { no: String(version.no) }))}</p>
      {moves.length === 0 ? (
        <EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>
      ) : (
        <>
          <h2>{say(lang, words.stands)}</h2>
          <p>{say(lang, words.tried)}</p>
          <StandsTable lang={lang} moves={moves} />
          {mayUse(visit.actor, editors) && (
            <>
              <h2>{say(lang, words.propose)}</h2>
              <p>{say(lang, words.proposeHint)}</p>
              <Form csrf={visit.csrf} lang={lang} action={movesHref(version.slug)}>
                <AskAll questions={questions.list} lang={lang} {...filled} />
                <Button>{say(lang, words.propose)}</Button>
              </Form>
            </>
          )}
        </>
      )}
      {earlier.length > 0 && (
        <>
          <h2>{say(lang, words.earlier)}</h2>
          <MovesTable lang={lang} moves={earlier} hrefOf={({ slug, id }) => movesHref(slug, id)} />
        </>
      )}
    </>
  );
  return plainPage(visit, title, view, status);
}
