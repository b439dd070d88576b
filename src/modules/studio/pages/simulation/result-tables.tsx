import { Table } from '#/ui/index.ts';
import { fill, say, type Lang, type Text } from '#/values/text.ts';
import { shareOf } from '../../simulation/compare.ts';
import type { OneMore, Outcome, SimulationResult } from '../../simulation/result.ts';
import { roleWords, wordsFor } from '../process/process-words.ts';
import { figure, lasting, percent, simulationWords as words } from './simulation-words.ts';

interface ResultProps {
  readonly lang: Lang;
  readonly result: SimulationResult;
}

/** The office as it is, and with one more person in each role, the best first. */
export function OneMoreTable({ lang, result: { base, oneMore } }: ResultProps) {
  type Row = Pick<OneMore, 'whole' | 'wait' | 'judged' | 'onTime'> & { readonly title: string };
  const rows: Row[] = [
    { ...base, title: say(lang, words.asNow) },
    ...oneMore.map((one) => ({
      ...one,
      title: say(lang, fill(words.onePlus, { role: say(lang, wordsFor(roleWords, one.pool)) })),
    })),
  ];
  return (
    <Table
      caption={say(lang, words.oneMore)}
      captionUnseen
      rows={rows}
      keyOf={({ title }) => title}
      columns={[
        { title: say(lang, words.role), heads: true, cell: ({ title }) => title },
        {
          title: say(lang, words.meanWait),
          numeric: true,
          cell: ({ wait }) => lasting(lang, wait.mean),
        },
        {
          title: say(lang, words.half),
          numeric: true,
          cell: ({ whole }) => lasting(lang, whole.median),
        },
        {
          title: say(lang, words.nine),
          numeric: true,
          cell: ({ whole }) => lasting(lang, whole.p90),
        },
        {
          title: say(lang, words.share100),
          numeric: true,
          cell: (row) => (row.judged === 0 ? '–' : percent(lang, shareOf(row))),
        },
      ]}
    />
  );
}

/** How long work waits before each step is begun. */
export function StepTable({
  lang,
  result: { base },
  names,
}: ResultProps & { readonly names: ReadonlyMap<string, Text> }) {
  type Row = Outcome['steps'][number];
  return (
    <Table<Row>
      caption={say(lang, words.stepWaits)}
      captionUnseen
      rows={base.steps}
      keyOf={({ id }) => id}
      columns={[
        {
          title: say(lang, words.stepTitle),
          heads: true,
          cell: ({ id }) => say(lang, names.get(id) ?? { vi: id, en: id }),
        },
        {
          title: say(lang, words.count),
          numeric: true,
          cell: ({ wait }) => figure(lang, wait.counted),
        },
        {
          title: say(lang, words.half),
          numeric: true,
          cell: ({ wait }) => lasting(lang, wait.median),
        },
        {
          title: say(lang, words.nine),
          numeric: true,
          cell: ({ wait }) => lasting(lang, wait.p90),
        },
        {
          title: say(lang, words.lineMean),
          numeric: true,
          cell: ({ line }) => figure(lang, line.mean),
        },
        { title: say(lang, words.lineMost), numeric: true, cell: ({ line }) => String(line.most) },
      ]}
    />
  );
}

/** How busy the people of each role are, as a number and as a bar. */
export function PoolTable({ lang, result: { base } }: ResultProps) {
  type Row = Outcome['pools'][number];
  return (
    <Table<Row>
      caption={say(lang, words.busyTitle)}
      captionUnseen
      rows={base.pools}
      keyOf={({ id }) => id}
      columns={[
        {
          title: say(lang, words.role),
          heads: true,
          cell: ({ id }) => say(lang, wordsFor(roleWords, id)),
        },
        {
          title: say(lang, words.peopleCount),
          numeric: true,
          cell: ({ people }) => String(people),
        },
        {
          title: say(lang, words.busy),
          numeric: true,
          cell: ({ busy }) => (
            <>
              {percent(lang, busy)}
              <progress
                class="progress"
                value={Math.round(busy * 100)}
                max={100}
                aria-hidden="true"
              />
            </>
          ),
        },
        {
          title: say(lang, words.lineMean),
          numeric: true,
          cell: ({ line }) => figure(lang, line.mean),
        },
        { title: say(lang, words.lineMost), numeric: true, cell: ({ line }) => String(line.most) },
      ]}
    />
  );
}
