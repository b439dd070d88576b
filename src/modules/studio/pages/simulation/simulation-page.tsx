import type { Filled } from '#/platform/form/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { mayUse } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import {
  Ask,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  InsetText,
  Link,
  NotificationBanner,
  Table,
} from '#/ui/index.ts';
import { isId } from '#/values/id.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, type Text } from '#/values/text.ts';
import { editors } from '../../access.ts';
import { refusals } from '../../refusals.ts';
import type { Simulation } from '../../simulation/simulation.ts';
import { suggest, type Suggestion } from '../../simulation/suggest.ts';
import { findSimulation, listSimulations } from '../../store/index.ts';
import { framed } from '../frame.tsx';
import { placeHref } from '../places.ts';
import { RevisionField } from '../saving.tsx';
import type { Bench } from '../workbench.ts';
import { simulationForm, typeSetting, type SimulationForm } from './simulation-form.ts';
import { simulationWords as words } from './simulation-words.ts';
import { verdictOf } from './verdict.ts';

export const here = 'mo-phong';

/** What a draft can be simulated with; refused while its process or rules do not run. */
export async function suggestionFor(
  tx: Tx,
  { draft, check }: Bench,
  now: Date,
): Promise<Suggestion | Refusal> {
  const isBroken = check.faults.some(({ file }) => file === 'process.bpmn');
  if (check.procedure === undefined || isBroken) return refuse('studio.rules-do-not-run');
  return suggest(tx, draft, check.procedure, now);
}

interface Left {
  readonly filled: Filled;
  readonly notice?: Text | undefined;
}

/** Former simulations of a draft, and the figures for another. */
export async function showSimulations(
  tx: Tx,
  visit: Visit,
  bench: Bench,
  left?: Left,
): Promise<Shown> {
  const { lang } = visit;
  const former = await listSimulations(tx, bench.draft.id);
  const suggestion = await suggestionFor(tx, bench, visit.now);
  const wrong = left?.filled.wrong ?? {};
  const view = (
    <>
      <ErrorSummary lang={lang} wrong={wrong} />
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      {left?.notice !== undefined && (
        <NotificationBanner lang={lang}>{say(lang, left.notice)}</NotificationBanner>
      )}
      <Former visit={visit} bench={bench} former={former} />
      {isRefusal(suggestion) ? (
        <InsetText>
          {say(lang, refusals[suggestion.refused as keyof typeof refusals].words)}
        </InsetText>
      ) : (
        mayUse(visit.actor, editors) && (
          <Figures
            visit={visit}
            bench={bench}
            questions={simulationForm(suggestion)}
            filled={left?.filled ?? (await startingWith(tx, visit, bench, suggestion))}
          />
        )
      )}
    </>
  );
  const status = Object.keys(wrong).length > 0 ? 422 : 200;
  return framed(visit, bench, { title: say(lang, words.title), here, view, status });
}

/** The figures of the simulation that the address names, when it was of the same text; else the suggested ones. */
async function startingWith(
  tx: Tx,
  visit: Visit,
  { draft }: Bench,
  suggestion: Suggestion,
): Promise<Filled> {
  const id = visit.query['tu'] ?? '';
  const earlier = isId(id) ? await findSimulation(tx, id) : undefined;
  const isSame = earlier?.draftId === draft.id && earlier.revision === draft.revision;
  return typeSetting(simulationForm(suggestion), isSame ? earlier.setting : suggestion.setting);
}

interface FormerProps {
  readonly visit: Visit;
  readonly bench: Bench;
  readonly former: readonly Simulation[];
}

function Former({ visit: { lang }, bench: { draft }, former }: FormerProps) {
  return (
    <Table
      caption={say(lang, words.former)}
      captionUnseen
      rows={former}
      keyOf={({ id }) => id}
      empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
      columns={[
        {
          title: say(lang, words.when),
          heads: true,
          cell: ({ id, askedAt, askedByName }) => (
            <>
              <Link href={placeHref(draft.id, `${here}/${id}`)}>
                {formatInstant(askedAt, lang)}
              </Link>
              <br />
              <span class="soft">{askedByName}</span>
            </>
          ),
        },
        {
          title: say(lang, words.outcome),
          cell: (one) => (
            <>
              {verdictOf(one, lang)}
              {one.revision !== draft.revision && (
                <p class="soft small">{say(lang, words.outdated)}</p>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

interface FiguresProps {
  readonly visit: Visit;
  readonly bench: Bench;
  readonly questions: SimulationForm;
  readonly filled: Filled;
}

function Figures({ visit: { lang, csrf }, bench: { draft }, questions, filled }: FiguresProps) {
  const group = (title: Text, names: readonly string[]) => (
    <>
      <h3>{say(lang, title)}</h3>
      {names.map((name) => (
        <Ask key={name} question={questions.form.questions[name]!} lang={lang} {...filled} />
      ))}
    </>
  );
  return (
    <>
      <h2>{say(lang, words.figures)}</h2>
      <Form csrf={csrf} lang={lang} action={placeHref(draft.id, here)}>
        <RevisionField revision={draft.revision} />
        {group(words.office, questions.office)}
        {group(words.people, questions.roles)}
        {group(words.steps, questions.steps)}
        <Button icon="refresh-cw">{say(lang, words.start)}</Button>
      </Form>
    </>
  );
}
