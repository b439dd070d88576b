import { agencyLevels, paperGroups, receivingUnits } from '#/modules/procedure/index.ts';
import { ask, form, noLookups, type Body, type Filled } from '#/platform/form/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, type Text } from '#/values/text.ts';
import type { Proposal } from '../../catalogue/proposal.ts';
import { longest } from '../../catalogue/proposal.ts';
import { isSlug } from '../../commands/begin.ts';
import { fieldWords as words } from './import-words.ts';

function optionsOf<K extends string>(list: Readonly<Record<K, Text>>) {
  return (Object.keys(list) as K[]).map((value) => ({ value, label: list[value] }));
}

const long = (label: Text) => ask.textarea({ label, required: true, maxLength: longest.words });
const short = (label: Text) => ask.text({ label, required: true, maxLength: longest.short });

export const questions = form({
  code: ask.text({ label: words.code, hint: words.codeHint, required: true, maxLength: 40 }),
  name: long(words.name),
  shortName: short(words.shortName),
  slug: ask.text({ label: words.slug, hint: words.slugHint, required: true, maxLength: 80 }),
  fieldCode: ask.text({ label: words.fieldCode, maxLength: longest.short }),
  fieldName: short(words.fieldName),
  agencyLevel: ask.select(optionsOf(agencyLevels), { label: words.agencyLevel, required: true }),
  executingAgency: long(words.executingAgency),
  receivingUnit: ask.select(optionsOf(receivingUnits), {
    label: words.receivingUnit,
    required: true,
  }),
  onlineLevel: ask.select(optionsOf({ FULL: words.full, PARTIAL: words.partial }), {
    label: words.onlineLevel,
    required: true,
  }),
  online: ask.checkbox({ label: words.online }),
  direct: ask.checkbox({ label: words.direct }),
  postal: ask.checkbox({ label: words.postal }),
  subjects: long(words.subjects),
  steps: long(words.steps),
  sets: ask.integer({ label: words.sets, required: true, min: 1, max: 10 }),
  papers: ask.table(
    {
      code: short(words.paperCode),
      name: ask.text({ label: words.paperName, required: true, maxLength: longest.words }),
      group: ask.select(optionsOf(paperGroups), { label: words.group, required: true }),
      originals: ask.integer({ label: words.originals, required: true, min: 0, max: 20 }),
      copies: ask.integer({ label: words.copies, required: true, min: 0, max: 20 }),
      required: ask.checkbox({ label: words.required }),
      note: ask.text({ label: words.note, maxLength: longest.words }),
    },
    { label: words.papers, required: true, max: longest.papers },
  ),
  qty: ask.decimal({ label: words.qty, required: true, min: 0.1, max: 1000 }),
  unit: ask.select(optionsOf(words.units), { label: words.unit, required: true }),
  cutoff: ask.text({ label: words.cutoff, hint: words.cutoffHint, maxLength: 5 }),
  deadlineText: long(words.deadlineText),
  feeText: long(words.feeText),
  amount: ask.money({ label: words.amount, hint: words.amountHint, required: true }),
  results: ask.table(
    {
      code: short(words.paperCode),
      name: ask.text({ label: words.resultName, required: true, maxLength: longest.words }),
    },
    { label: words.results, required: true, max: 10 },
  ),
  legalBases: ask.table(
    {
      number: short(words.number),
      title: ask.text({ label: words.lawName, required: true, maxLength: longest.title }),
    },
    { label: words.legalBases, required: true, max: 60 },
  ),
  conditions: ask.textarea({ label: words.conditions, maxLength: 100_000 }),
});

/** The questions by the part of the procedure that they are about. */
export const groups: readonly (readonly [Text, readonly (keyof typeof questions.questions)[]])[] = [
  [
    words.identity,
    [
      'code',
      'name',
      'shortName',
      'slug',
      'fieldCode',
      'fieldName',
      'agencyLevel',
      'executingAgency',
      'receivingUnit',
      'onlineLevel',
      'online',
      'direct',
      'postal',
      'subjects',
      'steps',
    ],
  ],
  [words.papersTitle, ['sets', 'papers']],
  [words.timeTitle, ['qty', 'unit', 'cutoff', 'deadlineText', 'feeText', 'amount']],
  [words.lawTitle, ['results', 'legalBases', 'conditions']],
];

/** The form with a proposal typed in. */
export function typeProposal(proposal: Proposal): Filled {
  const { channels, subjects, conditions, agencyLevel, qty, unit, ...plain } = proposal;
  return questions.filledWith({
    ...plain,
    ...(agencyLevel === undefined ? {} : { agencyLevel }),
    ...(qty === undefined ? {} : { qty }),
    ...(unit === undefined ? {} : { unit }),
    online: channels.includes('ONLINE'),
    direct: channels.includes('DIRECT'),
    postal: channels.includes('POSTAL'),
    subjects: subjects.join('\n'),
    conditions: conditions.map((one) => one.replace(/\n\s*\n/g, '\n')).join('\n\n'),
  });
}

/** Reads the corrections: a proposal when everything is right. `again`: a row was added or taken away. */
export function readProposal(
  body: Body,
  now: Date,
): { readonly proposal?: Proposal; readonly filled: Filled; readonly again: boolean } {
  const reading = questions.read(body, { today: dayOf(now), demo: false, lookups: noLookups });
  const { answers, typed, again } = reading;
  if (!answers) return { filled: reading, again };
  const { online, direct, postal, subjects, conditions, papers, ...plain } = answers;
  const proposal: Proposal = {
    ...plain,
    fieldCode: plain.fieldCode ?? '',
    cutoff: plain.cutoff,
    channels: [
      ...(online === true ? (['ONLINE'] as const) : []),
      ...(direct === true ? (['DIRECT'] as const) : []),
      ...(postal === true ? (['POSTAL'] as const) : []),
    ],
    subjects: piecesOf(subjects, /\n/),
    conditions: piecesOf(conditions ?? '', /\n\s*\n/),
    papers: papers.map((paper) => ({ ...paper, required: paper.required === true })),
  };
  const wrong = wrongIn(proposal);
  const filled = { typed, wrong };
  return Object.keys(wrong).length > 0 ? { filled, again } : { proposal, filled, again };
}

function piecesOf(words: string, between: RegExp): string[] {
  return words
    .replaceAll('\r', '')
    .split(between)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

function wrongIn(proposal: Proposal): Record<string, Text> {
  const codes = proposal.papers.map(({ code }) => code);
  const twice = codes.findIndex((code, at) => codes.indexOf(code) !== at);
  const { conditions, subjects } = proposal;
  const isLong = conditions.length > 30 || conditions.some(({ length }) => length > longest.words);
  return {
    ...(isSlug(proposal.slug) ? {} : { slug: words.badSlug }),
    ...(/^[0-9A-Z.]+$/.test(proposal.code) ? {} : { code: words.badCode }),
    ...(proposal.cutoff === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(proposal.cutoff)
      ? {}
      : { cutoff: words.badCutoff }),
    ...(proposal.channels.length > 0 ? {} : { online: words.noChannel }),
    ...(twice < 0
      ? {}
      : { [`papers.${twice}.code`]: fill(words.sameCode, { code: codes[twice]! }) }),
    ...(isLong ? { conditions: words.tooManyConditions } : {}),
    ...(subjects.length > 0 && subjects.length <= 20 ? {} : { subjects: words.noSubjects }),
  };
}
