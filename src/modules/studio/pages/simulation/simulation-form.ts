import { ask, form, noLookups, type Body, type Filled, type Form } from '#/platform/form/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, text, type Text } from '#/values/text.ts';
import { limits, variations, type Setting } from '../../simulation/setting.ts';
import type { Suggestion } from '../../simulation/suggest.ts';
import { roleWords, wordsFor } from '../process/process-words.ts';
import { figure, outcomeWords, simulationWords as words } from './simulation-words.ts';

type Questions = Form<Readonly<Record<string, ReturnType<typeof ask.decimal>>>>;

/** The questions of a simulation: one list for the office, one for each role, one for each step. */
export interface SimulationForm {
  readonly form: Questions;
  readonly office: readonly string[];
  readonly roles: readonly string[];
  readonly steps: readonly string[];
  /** The outcomes of each step in the order of asking: stored objects forget their order. */
  readonly acts: readonly (readonly string[])[];
}

/** Names by position: ids of elements and roles may hold signs that names of inputs may not. */
const names = {
  people: (pool: number) => `people_${pool}`,
  other: (pool: number) => `other_${pool}`,
  hours: (step: number) => `hours_${step}`,
  share: (step: number, act: number) => `share_${step}_${act}`,
};

export function simulationForm(suggestion: Suggestion): SimulationForm {
  const office = officeQuestions(suggestion);
  const roles = roleQuestions(suggestion);
  const steps = stepQuestions(suggestion);
  return {
    form: form({ ...office, ...roles, ...steps }) as unknown as Questions,
    office: Object.keys(office),
    roles: Object.keys(roles),
    steps: Object.keys(steps),
    acts: suggestion.listed.map(({ acts }) => acts),
  };
}

function officeQuestions({ counted, awaitsNews }: Suggestion) {
  return {
    perDay: ask.decimal({
      label: words.perDay,
      hint: counted > 0 ? fill(words.perDayMeasured, { n: String(counted) }) : words.perDayGuess,
      required: true,
      min: 0.01,
      max: limits.perDay,
    }),
    days: ask.integer({
      label: words.days,
      hint: words.daysHint,
      required: true,
      min: 5,
      max: limits.days,
    }),
    variation: ask.select(
      variations.map((value) => ({ value, label: words[value] })),
      { label: words.variation, required: true },
    ),
    ...(awaitsNews
      ? {
          newsHours: ask.decimal({
            label: words.newsHours,
            required: true,
            min: limits.leastHours,
            max: limits.mostHours,
          }),
        }
      : {}),
    seed: ask.integer({
      label: words.seed,
      hint: words.seedHint,
      required: true,
      min: 0,
      max: 2_000_000_000,
    }),
  };
}

function roleQuestions({ setting }: Suggestion) {
  return Object.fromEntries(
    setting.pools.flatMap(({ role }, at) => {
      const facts = (of: Text) => withWords(of, { role: wordsFor(roleWords, role) });
      return [
        [
          names.people(at),
          ask.integer({
            label: facts(words.peopleAt),
            hint: words.peopleHint,
            required: true,
            min: 1,
            max: limits.people,
          }),
        ],
        [
          names.other(at),
          ask.integer({
            label: facts(words.otherWork),
            hint: words.otherWorkHint,
            required: true,
            min: 0,
            max: limits.otherWork,
          }),
        ],
      ];
    }),
  );
}

function stepQuestions({ listed, measured }: Suggestion) {
  return Object.fromEntries(
    listed.flatMap(({ id, name, hours, acts }, at) => {
      const known = measured.get(id);
      const facts = { stated: String(hours ?? '–').replace('.', ','), n: String(known?.counted) };
      const shares = acts.length < 2 ? [] : acts;
      return [
        [
          names.hours(at),
          ask.decimal({
            label: withWords(words.hours, { step: name }),
            hint: fill(known ? words.hoursMeasured : words.hoursStated, facts),
            required: true,
            min: limits.leastHours,
            max: limits.mostHours,
          }),
        ],
        ...shares.map((act, no) => [
          names.share(at, no),
          ask.integer({
            label: withWords(words.share, { step: name, outcome: wordsFor(outcomeWords, act) }),
            required: true,
            min: 0,
            max: 100,
          }),
        ]),
      ];
    }),
  );
}

/** Words with words in their places. */
function withWords(of: Text, places: Readonly<Record<string, Text>>): Text {
  const side = (lang: 'vi' | 'en') =>
    Object.fromEntries(Object.entries(places).map(([name, put]) => [name, put[lang]]));
  return text(fill(of, side('vi')).vi, fill(of, side('en')).en);
}

/** The form with a setting typed in; of another process only what is still asked. */
export function typeSetting({ form: questions, acts }: SimulationForm, setting: Setting): Filled {
  const { seed, days, perDay, variation, newsHours, pools, steps } = setting;
  const answers: Record<string, unknown> = { seed, days, perDay, variation, newsHours };
  for (const [at, { people, otherWork }] of pools.entries()) {
    answers[names.people(at)] = people;
    answers[names.other(at)] = otherWork;
  }
  for (const [at, { hours, outcomes }] of steps.entries()) {
    answers[names.hours(at)] = hours;
    for (const [no, act] of (acts[at] ?? []).entries())
      answers[names.share(at, no)] = outcomes[act];
  }
  return questions.filledWith(answers as Record<string, number>);
}

/** Reads what was typed: a setting, or what is wrong with it. */
export function readSetting(
  { form: questions }: SimulationForm,
  suggestion: Suggestion,
  body: Body,
  now: Date,
): { readonly setting: Setting } | Filled {
  const reading = questions.read(body, { today: dayOf(now), demo: false, lookups: noLookups });
  if (!reading.answers) return reading;
  const answers = reading.answers as Readonly<Record<string, unknown>>;
  const number = (name: string) => answers[name] as number;
  const { setting: base, listed } = suggestion;
  const wrong: Record<string, Text> = {};
  if (number('perDay') * number('days') > limits.cases) {
    wrong['perDay'] = fill(words.tooMany, { n: figure('vi', limits.cases) });
  }
  const steps = base.steps.map((step, at) => {
    const acts = listed[at]!.acts;
    const hours = number(names.hours(at));
    if (acts.length < 2) return { ...step, hours };
    const shares = acts.map((act, no) => [act, number(names.share(at, no))] as const);
    if (shares.reduce((sum, [, share]) => sum + share, 0) !== 100) {
      wrong[names.share(at, 0)] = words.notHundred;
    }
    return { ...step, hours, outcomes: Object.fromEntries(shares) };
  });
  if (Object.keys(wrong).length > 0) return { typed: reading.typed, wrong };
  return {
    setting: {
      ...base,
      seed: number('seed'),
      days: number('days'),
      perDay: number('perDay'),
      newsHours: suggestion.awaitsNews ? number('newsHours') : base.newsHours,
      variation: answers['variation'] as Setting['variation'],
      steps,
      pools: base.pools.map((pool, at) => ({
        ...pool,
        people: number(names.people(at)),
        otherWork: number(names.other(at)),
      })),
    },
  };
}
