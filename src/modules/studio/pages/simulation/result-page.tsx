import { compileProcess, stepList } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { Details, LinkButton, NotificationBanner, Progress, SummaryList } from '#/ui/index.ts';
import { isId } from '#/values/id.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Lang, type Text } from '#/values/text.ts';
import type { SimulationResult } from '../../simulation/result.ts';
import type { Simulation } from '../../simulation/simulation.ts';
import { shareOf } from '../../simulation/compare.ts';
import { findSimulation, getArtefactsAt } from '../../store/index.ts';
import { framed } from '../frame.tsx';
import { placeHref } from '../places.ts';
import { roleWords, wordsFor } from '../process/process-words.ts';
import type { Bench } from '../workbench.ts';
import { OneMoreTable, PoolTable, StepTable } from './result-tables.tsx';
import { here } from './simulation-page.tsx';
import {
  figure,
  lasting,
  outcomeWords,
  percent,
  simulationWords as words,
} from './simulation-words.ts';
import { verdictOf } from './verdict.ts';

/** Busier than this, people cannot keep up: any chance makes the line longer than it was. */
const tooBusy = 0.97;

/** One simulation: how far it is, or how long people would wait and what one more person changes. */
export async function showSimulation(tx: Tx, visit: Visit, bench: Bench): Promise<Shown | Refusal> {
  const { lang } = visit;
  const simulation = await simulationAsked(tx, visit, bench);
  if (isRefusal(simulation)) return simulation;
  const own = placeHref(bench.draft.id, here);
  const title = `${say(lang, words.title)}, ${formatInstant(simulation.askedAt, lang)}`;
  const names = await stepNames(tx, simulation);
  const view = (
    <>
      <h1>{title}</h1>
      <Standing lang={lang} simulation={simulation} path={`${own}/${simulation.id}`} />
      {simulation.result !== null && (
        <>
          <h2>{say(lang, words.oneMore)}</h2>
          <p>{bestOf(lang, simulation.result)}</p>
          <OneMoreTable lang={lang} result={simulation.result} />
          <p class="soft">{say(lang, words.oneMoreNote)}</p>
          <h2>{say(lang, words.stepWaits)}</h2>
          <StepTable lang={lang} result={simulation.result} names={names} />
          <h2>{say(lang, words.busyTitle)}</h2>
          <PoolTable lang={lang} result={simulation.result} />
        </>
      )}
      <Used lang={lang} simulation={simulation} names={names} />
      <LinkButton href={`${own}?tu=${simulation.id}`} look="secondary" icon="refresh-cw">
        {say(lang, words.again)}
      </LinkButton>
    </>
  );
  const back = { href: own, title: say(lang, words.title) };
  return framed(visit, bench, { title, here, view, back });
}

async function simulationAsked(
  tx: Tx,
  visit: Visit,
  { draft }: Bench,
): Promise<Simulation | Refusal> {
  const id = visit.params['lan'] ?? '';
  const found = isId(id) ? await findSimulation(tx, id) : undefined;
  return found?.draftId === draft.id ? found : refuse('studio.no-simulation');
}

/** The steps as they were called in the revision that was played. */
async function stepNames(
  tx: Tx,
  { draftId, revision }: Simulation,
): Promise<ReadonlyMap<string, Text>> {
  const artefacts = await getArtefactsAt(tx, draftId, revision);
  const listed = stepList(await compileProcess(artefacts['process.bpmn']));
  return new Map(listed.map(({ id, name }) => [id, name]));
}

interface StandingProps {
  readonly lang: Lang;
  readonly simulation: Simulation;
  readonly path: string;
}

function Standing({ lang, simulation, path }: StandingProps) {
  const { state, done, total, result, fault } = simulation;
  const title = verdictOf(simulation, lang);
  if (state === 'FAILED') {
    return (
      <NotificationBanner lang={lang} tone="error" title={title}>
        {fault ?? ''}
      </NotificationBanner>
    );
  }
  if (result === null) {
    return (
      <>
        <Progress id="tien-do" label={title.split(':', 1)[0]!} done={done} of={total} />
        <LinkButton href={path} look="secondary" icon="refresh-cw">
          {say(lang, words.reload)}
        </LinkButton>
      </>
    );
  }
  const { base } = result;
  const late = base.pools.filter(({ busy }) => busy > tooBusy);
  const roles = late.map(({ id }) => say(lang, wordsFor(roleWords, id))).join(', ');
  const isGood = late.length === 0 && !base.isCut && shareOf(base) > 0.95;
  return (
    <NotificationBanner lang={lang} tone={isGood ? 'good' : 'warning'} title={title}>
      <p>{punctuality(lang, simulation, result)}</p>
      <p>{conservation(lang, simulation, result)}</p>
      {late.length > 0 && <p>{say(lang, fill(words.tooBusy, { roles }))}</p>}
      {base.isCut && <p>{say(lang, words.cut)}</p>}
    </NotificationBanner>
  );
}

function punctuality(lang: Lang, { office }: Simulation, { base }: SimulationResult): string {
  if (office.deadline === null) return say(lang, words.noDeadline);
  const { judged, onTime } = base;
  const facts = {
    share: percent(lang, shareOf(base)),
    onTime: String(onTime),
    judged: String(judged),
  };
  return say(lang, fill(words.onTime, facts));
}

function conservation(lang: Lang, { setting }: Simulation, { base }: SimulationResult): string {
  const { arrived, ended, inside } = base;
  const facts = { days: setting.days, arrived, ended, inside };
  const told = Object.entries(facts).map(([name, value]) => [name, figure(lang, value)]);
  return say(lang, fill(words.conservation, Object.fromEntries(told)));
}

/** Which person to look for first. */
function bestOf(lang: Lang, { base, oneMore }: SimulationResult): string {
  const [best] = oneMore;
  const saved = best === undefined ? 0 : base.whole.mean - best.whole.mean;
  const isWorth = saved > base.whole.mean * 0.05;
  if (best === undefined || !isWorth) return say(lang, words.noBest);
  const role = say(lang, wordsFor(roleWords, best.pool));
  const facts = { role, was: lasting(lang, base.whole.mean), now: lasting(lang, best.whole.mean) };
  return say(lang, fill(words.best, facts));
}

interface UsedProps {
  readonly lang: Lang;
  readonly simulation: Simulation;
  readonly names: ReadonlyMap<string, Text>;
}

/** The figures behind the outcome, so that anybody can come to the same. */
function Used({ lang, simulation: { setting }, names }: UsedProps) {
  const rows = [
    { label: say(lang, words.seed), value: String(setting.seed) },
    { label: say(lang, words.perDay), value: figure(lang, setting.perDay) },
    { label: say(lang, words.days), value: figure(lang, setting.days) },
    { label: say(lang, words.variation), value: say(lang, words[setting.variation]) },
    ...setting.pools.map(({ role, people, otherWork }) => ({
      label: say(lang, wordsFor(roleWords, role)),
      value: `${people} (${percent(lang, otherWork / 100)})`,
    })),
    ...setting.steps.map(({ id, hours, outcomes }) => ({
      label: say(lang, names.get(id) ?? { vi: id, en: id }),
      value: [
        lasting(lang, hours),
        ...Object.entries(outcomes).map(
          ([act, share]) =>
            `${say(lang, wordsFor(outcomeWords, act))} ${percent(lang, share / 100)}`,
        ),
      ].join('; '),
    })),
  ];
  return (
    <Details summary={say(lang, words.used)}>
      <SummaryList lang={lang} rows={rows} />
    </Details>
  );
}
