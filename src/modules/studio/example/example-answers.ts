import type { Assessment, Example } from '#/modules/procedure/index.ts';
import type { Answers, Question } from '#/platform/form/index.ts';
import type { Day } from '#/values/day.ts';
import { answerable } from './example-form.ts';

type Expect = Example['expect'];

/** An example as its form is filled in. */
export function typeExample({ title, given, expect }: Example): Answers {
  return {
    ...given.answers,
    _title: title,
    _channel: given.channel,
    _submittedOn: given.submittedOn,
    _territory: given.territory,
    _beneficiary: given.beneficiary.join(', '),
    _variant: given.variant,
    ...typeExpected(expect),
  };
}

/** What an example expects, as its form is filled in. */
export function typeExpected(expect: Expect): Answers {
  const { eligibility, papers, fees, feeTotal, deadline } = expect;
  return {
    _checksEligibility: eligibility !== undefined,
    _eligibility: eligibility?.join(', '),
    _checksPapers: papers !== undefined,
    _papers: papers?.map((code) => ({ code })),
    _checksFees: fees !== undefined,
    _fees: fees,
    _feeTotal: feeTotal,
    _qty: deadline?.qty,
    _unit: deadline?.unit,
    _cutoff: deadline?.cutoff === null ? 'không' : deadline?.cutoff,
    _case: deadline?.case,
  };
}

/** What the rules say of a case, as an example would expect it. */
export function expectationOf({ obstacles, papers, fees, deadline }: Assessment): Expect {
  return {
    eligibility: obstacles.map(({ code }) => code),
    papers: papers.map(({ paper }) => paper.code),
    fees: fees.lines.map(({ key, amount, quantity }) => ({ key, amount, quantity })),
    feeTotal: fees.total,
    deadline: {
      qty: deadline.qty,
      unit: deadline.unit,
      cutoff: deadline.cutoff,
      case: deadline.case,
    },
  };
}

/** The example with what was answered. What the form does not ask stays as it was. */
export function exampleOf(
  answers: Answers,
  questions: readonly Question[],
  before: Example | undefined,
): Example {
  return {
    title: String(answers['_title']),
    given: {
      answers: answersOf(answers, questions, before?.given.answers ?? {}),
      channel: answers['_channel'] as Example['given']['channel'],
      submittedOn: answers['_submittedOn'] as Day,
      territory: written(answers['_territory']) ?? '',
      beneficiary: listOf(answers['_beneficiary']),
      variant: answers['_variant'] as Example['given']['variant'],
    },
    expect: inOrder(expectOf(answers), before?.expect),
  };
}

function expectOf(answers: Answers): Expect {
  const rows = (name: string) => (answers[name] ?? []) as readonly Answers[];
  const qty = answers['_qty'] as number | undefined;
  const unit = written(answers['_unit']);
  const cutoff = written(answers['_cutoff']);
  const course = written(answers['_case']);
  const deadline = {
    ...(qty === undefined ? {} : { qty }),
    ...(unit === undefined ? {} : { unit }),
    ...(cutoff === undefined ? {} : { cutoff: /^(không|no)$/i.test(cutoff) ? null : cutoff }),
    ...(course === undefined ? {} : { case: course }),
  };
  return {
    ...(answers['_checksEligibility'] === true
      ? { eligibility: listOf(answers['_eligibility']) }
      : {}),
    ...(answers['_checksPapers'] === true
      ? { papers: rows('_papers').map(({ code }) => String(code)) }
      : {}),
    ...(answers['_checksFees'] === true
      ? {
          fees: rows('_fees').map(({ key, amount, quantity }) => ({
            key: String(key),
            amount: Number(amount),
            quantity: Number(quantity),
          })),
        }
      : {}),
    ...(answers['_feeTotal'] === undefined ? {} : { feeTotal: Number(answers['_feeTotal']) }),
    ...(Object.keys(deadline).length === 0 ? {} : { deadline }),
  };
}

/** Members that were there before stand in their old order. */
function inOrder<T extends object>(members: T, before: object | undefined): T {
  const old = Object.keys(before ?? {}).filter((name) => Object.hasOwn(members, name));
  const first = old.map((name) => [name, members[name as keyof T]] as const);
  return { ...Object.fromEntries(first), ...members };
}

/** Answers in the order in which they stood; those to questions that no longer exist stay, unticked boxes are no answer. */
function answersOf(
  answers: Answers,
  questions: readonly Question[],
  before: Answers,
): Record<string, unknown> {
  const asked = answerable(questions);
  const given = asked.flatMap(({ name }): [string, unknown][] => {
    const answer = withoutUnticked(answers[name], before[name]);
    return answer === undefined ? [] : [[name, answer]];
  });
  const now = new Map(given);
  const names = new Set(asked.map(({ name }) => name));
  const kept = Object.entries(before).flatMap(([name, answer]): [string, unknown][] =>
    names.has(name) ? (now.has(name) ? [[name, now.get(name)]] : []) : [[name, answer]],
  );
  return Object.fromEntries([...kept, ...given]);
}

/** An unticked box that nobody answered before is no answer, in rows too. */
function withoutUnticked(answer: unknown, before: unknown): unknown {
  if (answer === false && before === undefined) return undefined;
  if (Array.isArray(answer)) {
    const rows = Array.isArray(before) ? (before as unknown[]) : [];
    return answer.map((row, at) => withoutUnticked(row, rows[at]));
  }
  if (typeof answer !== 'object' || answer === null) return answer;
  const known = (typeof before === 'object' ? before : undefined) as Answers | undefined;
  const members = Object.entries(answer).map(
    ([name, member]) => [name, withoutUnticked(member, known?.[name])] as const,
  );
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}

function listOf(answer: unknown): string[] {
  return (written(answer) ?? '')
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function written(answer: unknown): string | undefined {
  return typeof answer === 'string' && answer !== '' ? answer : undefined;
}
