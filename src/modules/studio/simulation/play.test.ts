import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileProcess, stepList, type CompiledProcess } from '#/modules/process/index.ts';
import { addDays, day } from '#/values/day.ts';
import type { Allowance } from '#/values/deadline.ts';
import { workingCalendar } from '#/values/working-time.ts';
import { compare } from './compare.ts';
import { officeClock } from './office-clock.ts';
import { play } from './play.ts';
import type { Outcome } from './result.ts';
import type { Setting, StepSetting } from './setting.ts';

const from = day(2026, 1, 1);
const calendar = workingCalendar(from, addDays(from, 800), () => ({
  spans: [
    [450, 690],
    [810, 1050],
  ],
  counts: true,
}));

function line(...tasks: readonly string[]): Promise<CompiledProcess> {
  const ids = ['Start', ...tasks, 'End'];
  const flows = ids
    .slice(1)
    .map((id, at) => `<sequenceFlow id="f${at}" sourceRef="${ids[at]}" targetRef="${id}"/>`);
  return compileProcess(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:cqs="https://chinhquyenso.vn/schema/bpmn/1.0" id="d" targetNamespace="t"><process id="p" isExecutable="true">
    <startEvent id="Start"/>${tasks.map((id) => `<userTask id="${id}" name="${id}" cqs:kind="register" cqs:role="R_${id}" cqs:hours="1" cqs:outcomes="done"/>`).join('')}
    <endEvent id="End"/>${flows.join('')}</process></definitions>`);
}

/** Tasks one after another, each with people of its own. */
function settingOf(
  tasks: Readonly<Record<string, { hours: number; people: number; otherWork?: number }>>,
  more: Partial<Setting>,
): Setting {
  return {
    seed: 7,
    days: 250,
    perDay: 20,
    variation: 'strong',
    newsHours: 8,
    vars: {},
    pools: Object.entries(tasks).map(([id, { people, otherWork = 0 }]) => ({
      id: `R_${id}`,
      role: `R_${id}`,
      unit: null,
      people,
      otherWork,
    })),
    steps: Object.entries(tasks).map(([id, { hours }]) => ({
      id,
      pool: `R_${id}`,
      kind: 'register',
      hours,
      outcomes: { done: 100 },
    })),
    ...more,
  };
}

const peopleOf = ({ pools }: Setting) => new Map(pools.map(({ id, people }) => [id, people]));

function played(
  compiled: CompiledProcess,
  setting: Setting,
  deadline: Allowance | null = null,
): Outcome {
  const clock = officeClock(calendar, from, setting.days, deadline);
  const game = play(compiled, setting, clock, peopleOf(setting));
  for (let turn = game.next(); ; turn = game.next()) if (turn.done === true) return turn.value;
}

/** Mean wait in an M/M/c line (Erlang 1917): `load` is arrivals × service time, in erlang. */
function erlangWait(perHour: number, hours: number, people: number): number {
  const load = perHour * hours;
  let blocking = 1;
  for (let n = 1; n <= people; n += 1) blocking = (load * blocking) / (n + load * blocking);
  const waits = blocking / (1 - (load / people) * (1 - blocking));
  return waits / (people / hours - perHour);
}

test('who is asked and says nothing agrees when the time of law is over, in the play as in life', async () => {
  const compiled =
    await compileProcess(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:cqs="https://chinhquyenso.vn/schema/bpmn/1.0" id="d" targetNamespace="t"><process id="p" isExecutable="true">
    <startEvent id="Start"/><userTask id="A" name="A" cqs:kind="consult" cqs:role="R_A" cqs:due="2 DAY" cqs:atDue="agree"
      cqs:legalBasis="Luật" cqs:outcomes="agree object"/><endEvent id="End"/>
    <sequenceFlow id="f0" sourceRef="Start" targetRef="A"/><sequenceFlow id="f1" sourceRef="A" targetRef="End"/>
    </process></definitions>`);
  const asked = (hours: number) =>
    played(compiled, {
      ...settingOf({ A: { hours, people: 1 } }, { perDay: 1, variation: 'fixed', days: 60 }),
      steps: [{ id: 'A', pool: 'R_A', kind: 'consult', hours, outcomes: { agree: 100 } }],
    });
  const answered = asked(1);
  const silent = asked(400);
  expect(answered.whole.median).toBeLessThan(8);
  // It ends with the second day after: within three working days, whatever the one who is asked would have needed.
  expect(silent.ended).toBeGreaterThan(silent.arrived - 6);
  expect(silent.whole.p90).toBeLessThanOrEqual(24.1);
});

describe('waiting agrees with queueing theory', () => {
  test.each([
    [1, 0.7],
    [2, 0.8],
    [3, 0.6],
    [5, 0.85],
  ])('%i clerks who are at work %f of the time: Erlang C', async (people, busy) => {
    const compiled = await line('A');
    const perDay = 80;
    const hours = (busy * people * 8) / perDay;
    const runs = [1, 2, 3, 4].map((seed) =>
      played(compiled, settingOf({ A: { hours, people } }, { seed, perDay })),
    );
    const mean = runs.reduce((sum, { steps }) => sum + steps[0]!.wait.mean, 0) / runs.length;
    const theory = erlangWait(perDay / 8, hours, people);
    expect(Math.abs(mean - theory) / theory).toBeLessThan(0.12);
    for (const { pools, arrived } of runs) {
      expect(pools[0]!.busy).toBeGreaterThan(busy * 0.96);
      expect(pools[0]!.busy).toBeLessThan(busy * 1.04);
      expect(Math.abs(arrived - 20_000)).toBeLessThan(600);
    }
  });

  test('work that is always the same makes people wait half as long (Pollaczek and Khinchine)', async () => {
    const compiled = await line('A');
    const hours = 0.08;
    const means = [1, 2, 3, 4].map(
      (seed) =>
        played(
          compiled,
          settingOf({ A: { hours, people: 1 } }, { seed, perDay: 80, variation: 'fixed' }),
        ).steps[0]!.wait.mean,
    );
    const theory = erlangWait(10, hours, 1) / 2;
    const mean = means.reduce((sum, one) => sum + one, 0) / means.length;
    expect(Math.abs(mean - theory) / theory).toBeLessThan(0.12);
  });

  test('the average line is as long as arrivals times waiting (Little)', async () => {
    const compiled = await line('A');
    const { steps } = played(
      compiled,
      settingOf({ A: { hours: 0.09, people: 1 } }, { perDay: 80 }),
    );
    const { wait, line: queue } = steps[0]!;
    expect(Math.abs(queue.mean - 10 * wait.mean) / queue.mean).toBeLessThan(0.1);
  });

  test('lines one after another wait as each would alone (Burke)', async () => {
    const compiled = await line('A', 'B');
    const tasks = { A: { hours: 0.15, people: 2 }, B: { hours: 0.07, people: 1 } };
    const runs = [1, 2, 3, 4].map((seed) =>
      played(compiled, settingOf(tasks, { seed, perDay: 80 })),
    );
    for (const [at, [hours, people]] of [[0.15, 2] as const, [0.07, 1] as const].entries()) {
      const mean = runs.reduce((sum, { steps }) => sum + steps[at]!.wait.mean, 0) / runs.length;
      const theory = erlangWait(10, hours, people);
      expect(Math.abs(mean - theory) / theory).toBeLessThan(0.12);
    }
  });

  test('other work makes people wait as more cases would', async () => {
    const compiled = await line('A');
    const setting = settingOf({ A: { hours: 0.5, people: 2, otherWork: 40 } }, { perDay: 12 });
    const runs = [1, 2, 3, 4].map((seed) => played(compiled, { ...setting, seed }));
    const mean = runs.reduce((sum, { steps }) => sum + steps[0]!.wait.mean, 0) / runs.length;
    const theory = erlangWait(12 / 8 + 0.8 / 0.5, 0.5, 2);
    expect(Math.abs(mean - theory) / theory).toBeLessThan(0.15);
  });
});

const anyOffice = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  perDay: fc.integer({ min: 2, max: 40 }),
  variation: fc.constantFrom('fixed' as const, 'some' as const, 'strong' as const),
  people: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  hours: fc.tuple(
    fc.double({ min: 0.1, max: 1, noNaN: true }),
    fc.double({ min: 0.1, max: 1, noNaN: true }),
  ),
});

describe('whatever the office is', () => {
  test('every case ends or is still inside, and the same seed comes to the same', async () => {
    const compiled = await line('A', 'B');
    fc.assert(
      fc.property(anyOffice, ({ people, hours, ...more }) => {
        const tasks = {
          A: { hours: hours[0], people: people[0] },
          B: { hours: hours[1], people: people[1] },
        };
        const setting = settingOf(tasks, { ...more, days: 20 });
        const outcome = played(compiled, setting);
        expect(outcome.arrived).toBe(outcome.ended + outcome.inside);
        expect(outcome.whole.counted).toBeLessThanOrEqual(outcome.ended);
        for (const { busy } of outcome.pools) expect(busy).toBeLessThanOrEqual(1);
        expect(played(compiled, setting)).toEqual(outcome);
      }),
      { numRuns: 60 },
    );
  });

  test('one more person never makes people wait longer', async () => {
    const compiled = await line('A', 'B');
    fc.assert(
      fc.property(anyOffice, ({ people, hours, ...more }) => {
        const tasks = {
          A: { hours: hours[0], people: people[0] },
          B: { hours: hours[1], people: people[1] },
        };
        const setting = settingOf(tasks, { ...more, days: 20 });
        const clock = officeClock(calendar, from, 20, null);
        const comparing = compare(compiled, setting, clock);
        let turn = comparing.next();
        while (turn.done !== true) turn = comparing.next();
        const { base, oneMore } = turn.value;
        const first = oneMore.find(({ pool }) => pool === 'R_B')!;
        // Those who were still inside and come through now have waited longest, so only offices that keep up compare.
        fc.pre(base.pools.every(({ busy }) => busy < 0.8) && base.inside < 10);
        expect(first.wait.mean).toBeLessThanOrEqual(base.wait.mean * 1.05 + 0.05);
      }),
      { numRuns: 60 },
    );
  });
});

test.each(globSync('procedures/*/process.bpmn'))(
  'an office that keeps up settles cases of %s in time',
  async (file) => {
    const compiled = await compileProcess(readFileSync(file, 'utf8'));
    const steps: StepSetting[] = stepList(compiled).map(({ id, role, kind, acts }) => ({
      id,
      pool: role ?? '',
      kind,
      hours: 0.2,
      outcomes: Object.fromEntries(
        acts.map((act, no) => [act, no === 0 ? 90 : 10 / (acts.length - 1)]),
      ),
    }));
    const pools = [...new Set(steps.map(({ pool }) => pool))].map((id) => ({
      id,
      role: id,
      unit: null,
      people: 2,
      otherWork: 20,
    }));
    const vars = {
      channel: 'ONLINE',
      variant: 'NORMAL',
      proposal: null,
      feeDue: true,
      de_nghi_can_cuoc: 'Có',
      pccc: 'Có',
      di_tich: 'Có',
      quoc_phong: 'Có',
    };
    const setting = settingOf({}, { steps, pools, vars, days: 60, perDay: 10, variation: 'some' });
    const outcome = played(compiled, setting, { qty: 3, unit: 'WORKING_DAY' });
    expect(outcome.isCut).toBe(false);
    expect(outcome.arrived).toBeGreaterThan(400);
    expect(outcome.inside).toBeLessThan(20);
    expect(outcome.onTime / outcome.judged).toBeGreaterThan(0.99);
    expect(outcome.steps.every(({ wait }) => wait.counted > 0)).toBe(true);
  },
);

test('work that a timer takes away leaves its person free and its case in the process', async () => {
  const compiled =
    await compileProcess(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:cqs="https://chinhquyenso.vn/schema/bpmn/1.0" id="d" targetNamespace="t"><process id="p" isExecutable="true">
    <startEvent id="Start"/>
    <userTask id="A" name="A" cqs:kind="handle" cqs:role="R_A" cqs:hours="1" cqs:outcomes="forward"/>
    <boundaryEvent id="Late" attachedToRef="A"><timerEventDefinition><timeDuration>PT4H</timeDuration></timerEventDefinition></boundaryEvent>
    <userTask id="B" name="B" cqs:kind="handle" cqs:role="R_B" cqs:hours="1" cqs:outcomes="forward"/>
    <endEvent id="End"/><endEvent id="EndLate"/>
    <sequenceFlow id="f1" sourceRef="Start" targetRef="A"/><sequenceFlow id="f2" sourceRef="A" targetRef="End"/>
    <sequenceFlow id="f3" sourceRef="Late" targetRef="B"/><sequenceFlow id="f4" sourceRef="B" targetRef="EndLate"/>
    </process></definitions>`);
  const tasks = { A: { hours: 1, people: 1 }, B: { hours: 0.1, people: 1 } };
  const outcome = played(compiled, settingOf(tasks, { perDay: 16, days: 60 }));
  const [a, b] = outcome.steps;
  expect(outcome.inside, 'whoever waits too long goes on elsewhere').toBeLessThan(40);
  expect(b!.wait.counted).toBeGreaterThan(100);
  expect(a!.wait.p90, 'nobody is begun who was taken away').toBeLessThanOrEqual(4);
  expect(outcome.arrived).toBe(outcome.ended + outcome.inside);
});

test('a step that is sent back for ever ends in bounds and says so', async () => {
  const compiled = await compileProcess(
    readFileSync('procedures/dang-ky-khai-sinh/process.bpmn', 'utf8'),
  );
  const steps: StepSetting[] = stepList(compiled).map(({ id, role, kind, acts }) => ({
    id,
    pool: role ?? '',
    kind,
    hours: 0.01,
    outcomes: Object.fromEntries(
      acts.map((act) => [act, act === 'approve' || act === 'refuse' ? 0 : 100]),
    ),
  }));
  const pools = [...new Set(steps.map(({ pool }) => pool))].map((id) => ({
    id,
    role: id,
    unit: null,
    people: 200,
    otherWork: 0,
  }));
  const began = performance.now();
  const outcome = played(compiled, settingOf({}, { steps, pools, perDay: 8, days: 50 }));
  expect(outcome.isCut).toBe(true);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('people who cannot keep up are seen: the line grows, cases are late', async () => {
  const compiled = await line('A');
  const setting = settingOf({ A: { hours: 1, people: 1 } }, { perDay: 12, days: 60 });
  const outcome = played(compiled, setting, { qty: 1, unit: 'WORKING_DAY' });
  expect(outcome.inside).toBeGreaterThan(100);
  expect(outcome.pools[0]!.busy).toBeGreaterThan(0.98);
  expect(outcome.onTime / outcome.judged).toBeLessThan(0.5);
});
