import { text } from '#/values/text.ts';
import { afterDeed, type ListDeed } from '../list-edit.ts';
import {
  kindFacts,
  type Event,
  type Gate,
  type StepList,
  type StepRow,
  type Way,
} from './step-list.ts';
import { usedEnds } from './write-steps.ts';

const back = 'outcome = "return"';
const refuse = 'outcome = "refuse"';

/** The end of a case that is refused at intake; dossiers know it by this id. */
const refusedEnd: Event = {
  id: 'EndRefused',
  name: text('Từ chối tiếp nhận', 'Refused at intake'),
};

/** How a step goes on when it does not simply go on. */
export interface WaysOut {
  /** The step to which it may send the case back. */
  readonly returnsTo: string | undefined;
  /** Whether the case may end here because it is refused. */
  readonly mayRefuse: boolean;
  /** FEEL: the step is done only when this holds. */
  readonly onlyIf: string | undefined;
}

/** The list with a step in a place, or behind all others but the last when it is new. */
export function putStep(
  list: StepList,
  at: number | undefined,
  step: StepRow,
  ways: WaysOut,
): StepList {
  const row = withWays(list, step, ways);
  const steps =
    at === undefined
      ? list.steps.toSpliced(Math.max(list.steps.length - 1, 0), 0, row)
      : list.steps.with(at, row);
  const ends =
    ways.mayRefuse && !list.ends.some(({ id }) => id === refusedEnd.id)
      ? [...list.ends, refusedEnd]
      : list.ends;
  return tidied({ ...list, steps, ends });
}

/** The list after a step was moved or taken away. */
export function afterStepDeed(list: StepList, at: number, deed: ListDeed): StepList {
  const steps = afterDeed(list.steps, at, deed);
  const gone = deed === 'bo' ? list.steps[at]?.id : undefined;
  return tidied({ ...list, steps: steps.map((step, no) => rerouted(step, no, steps, gone)) });
}

/** Cases that were sent back to a step that is gone, or that now comes later, go to the last one before that can take them. */
function rerouted(
  step: StepRow,
  no: number,
  steps: readonly StepRow[],
  gone: string | undefined,
): StepRow {
  if (step.gate === undefined) return step;
  const before = steps.slice(0, no);
  const ways = step.gate.ways.flatMap((way): Way[] => {
    const isStep = way.to === gone || steps.some(({ id }) => id === way.to);
    if (!isStep || before.some(({ id }) => id === way.to)) return [way];
    const other = before.findLast(({ kind }) => kind === 'handle') ?? before.at(-1);
    return other === undefined ? [] : [{ ...way, to: other.id }];
  });
  return withOutcomes({ ...step, gate: ways.length === 0 ? undefined : { ...step.gate, ways } });
}

function withWays(list: StepList, step: StepRow, ways: WaysOut): StepRow {
  const others = (step.gate?.ways ?? []).filter(
    ({ condition }) => condition !== back && condition !== refuse,
  );
  const kept = (condition: string) => step.gate?.ways.find((way) => way.condition === condition);
  const wanted: Way[] = [
    ...(ways.mayRefuse
      ? [kept(refuse) ?? { condition: refuse, words: 'Từ chối', to: refusedEnd.id }]
      : []),
    ...(ways.returnsTo === undefined
      ? []
      : [{ condition: back, words: kept(back)?.words ?? 'Trả lại', to: ways.returnsTo }]),
    ...others,
  ];
  const gate =
    wanted.length === 0 ? undefined : { ...(step.gate ?? newGate(list, step)), ways: wanted };
  return withOutcomes({ ...step, gate, onlyIf: onlyIfOf(list, step, ways.onlyIf) });
}

function newGate(list: StepList, step: StepRow): Gate {
  const id = freshId(list, `${step.id}_decided`);
  const name =
    step.kind === 'receive'
      ? text('Hồ sơ có được tiếp nhận?', 'Is the dossier accepted?')
      : text('Đạt yêu cầu?', 'Is it in order?');
  return {
    id,
    name,
    next: step.kind === 'receive' ? 'Tiếp nhận' : 'Đạt',
    nextId: undefined,
    ways: [],
  };
}

function onlyIfOf(list: StepList, step: StepRow, feel: string | undefined): StepRow['onlyIf'] {
  if (feel === undefined) return undefined;
  if (step.onlyIf !== undefined) return { ...step.onlyIf, feel };
  const id = freshId(list, `${step.id}_needed`);
  const name = text('Có cần bước này không?', 'Is this step needed?');
  return {
    feel,
    gate: {
      id,
      name,
      next: 'Không',
      nextId: undefined,
      ways: [{ condition: '', words: 'Có', to: '' }],
    },
  };
}

/** The outcomes of a step follow its kind; without a way back nobody can return. */
function withOutcomes(step: StepRow): StepRow {
  const all = kindFacts[step.kind]?.outcomes.split(' ');
  if (all === undefined) return step;
  const has = (condition: string) =>
    step.gate?.ways.some((way) => way.condition === condition) === true;
  const mayNot = [
    ...(has(back) ? [] : ['return']),
    ...(step.kind === 'receive' && !has(refuse) ? ['refuse'] : []),
  ];
  return { ...step, outcomes: all.filter((word) => !mayNot.includes(word)).join(' ') };
}

function tidied(list: StepList): StepList {
  return { ...list, ends: usedEnds(list) };
}

/** An id that nothing in the list has. */
export function freshId(list: StepList, stem: string): string {
  const taken = new Set([
    list.start.id,
    ...list.ends.map(({ id }) => id),
    ...(list.last === undefined ? [] : [list.last.id]),
    ...list.steps.flatMap(({ id, gate, onlyIf }) => [id, gate?.id, onlyIf?.gate.id]),
  ]);
  let id = stem;
  for (let no = 2; taken.has(id); no += 1) id = `${stem}_${no}`;
  return id;
}

/** Whether cases may end at a step because they are refused. */
export function mayRefuse(step: StepRow): boolean {
  return step.gate?.ways.some(({ condition }) => condition === refuse) === true;
}
