import { compileDmn, DmnFault, readDmn } from '#/platform/dmn/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { text, type Text } from '#/values/text.ts';
import {
  namesIn,
  readDecisions,
  readTable,
  type DecisionText,
  type TableText,
} from '../../dmn/decisions.ts';
import { readEditable } from '../../editable.ts';
import { channelSubject, subjectsOf, type Subject } from '../../sentence/subject.ts';
import { SpanFault } from '../../text/spans.ts';
import type { Bench } from '../workbench.ts';

/** A decision on the bench. */
export interface OpenDecision {
  readonly xml: string;
  readonly decision: DecisionText;
  readonly names: readonly string[];
}

/** A decision table on the bench. */
export interface OpenTable extends OpenDecision {
  readonly table: TableText;
}

/** Opens a decision of the draft by its name. */
export function openDecision(bench: Bench, name: string | undefined): OpenDecision | Refusal {
  const xml = bench.artefacts['rules.dmn'];
  return orRefuse(() => {
    const decision = readDecisions(xml).find((one) => one.name === name);
    if (decision === undefined) return refuse('studio.no-place');
    return { xml, decision, names: namesIn(xml) };
  });
}

/** Opens a decision table of the draft by its name. */
export function openTable(bench: Bench, name: string | undefined): OpenTable | Refusal {
  const opened = openDecision(bench, name);
  if (isRefusal(opened)) return opened;
  const span = opened.decision.table;
  if (span === undefined) return refuse('studio.no-place');
  return { ...opened, table: readTable(opened.xml, span) };
}

/** What is wrong with a whole DMN text; undefined when it compiles. */
export function dmnWords(xml: string): Text | undefined {
  try {
    compileDmn(readDmn(xml));
    return undefined;
  } catch (error) {
    if (!(error instanceof DmnFault)) throw error;
    const { element, line } = error.place;
    return text(
      `${element} (dòng ${line} của tệp): ${error.words.vi}`,
      `${element} (line ${line} of the file): ${error.words.en}`,
    );
  }
}

/** A text that is no XML cannot be edited by pages. */
export function orRefuse<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof SpanFault) return refuse('studio.out-of-shape', { file: 'rules.dmn' });
    throw error;
  }
}

/** What a column looks at: a question of the form or before filing, the channel, or nothing that is known. */
export function subjectOf(bench: Bench, expression: string): Subject | undefined {
  return ruleSubjects(bench).find(({ path }) => path === expression.trim());
}

/** Everything that rules may look at. */
export function ruleSubjects(bench: Bench): readonly Subject[] {
  const form = readEditable('form.json', bench.artefacts);
  const facts = readEditable('procedure.json', bench.artefacts);
  const questions = [
    ...(isRefusal(facts) ? [] : (facts.eligibility ?? [])),
    ...(isRefusal(form) ? [] : form.pages.flatMap((page) => page.questions)),
  ];
  const distinct = [...new Map(questions.map((question) => [question.name, question])).values()];
  return [channelSubject, variantSubject, ...factSubjects, ...subjectsOf(distinct, 'answers.')];
}

const variantSubject: Subject = {
  path: 'variant',
  label: text('Loại xử lý', 'Course'),
  type: 'choice',
  options: [
    { value: 'NORMAL', label: text('Thường', 'Ordinary') },
    { value: 'VERIFY', label: text('Có xác minh', 'With verification') },
    { value: 'EXTEND', label: text('Gia hạn', 'Extended') },
  ],
};

const factSubjects: readonly Subject[] = [
  { path: 'submittedOn', label: text('Ngày nộp', 'Day of filing'), type: 'day', options: [] },
  { path: 'territory', label: text('Vùng thu phí', 'Fee territory'), type: 'text', options: [] },
];
