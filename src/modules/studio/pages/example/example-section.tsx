import { assess, type Example } from '#/modules/procedure/index.ts';
import type { Answers, Question } from '#/platform/form/index.ts';
import type { Route, Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { Button, InsetText } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, say, text } from '#/values/text.ts';
import { readEditable } from '../../editable.ts';
import {
  exampleOf,
  expectationOf,
  typeExample,
  typeExpected,
} from '../../example/example-answers.ts';
import { answerable, exampleForm } from '../../example/example-form.ts';
import { afterDeed } from '../../list-edit.ts';
import { writeJson } from '../../text/write-json.ts';
import { deedRoutes } from '../list-deeds.tsx';
import { home, placeHref } from '../places.ts';
import { sectionRoutes, type Section } from '../section.ts';
import type { Bench, Workbench } from '../workbench.ts';
import { here } from './examples-page.tsx';

const words = {
  examples: text('Ví dụ', 'Examples'),
  one: text('Ví dụ {no}', 'Example {no}'),
  fresh: text('Ví dụ mới', 'New example'),
  before: text('Trả lời trước khi nộp', 'Answers before filing'),
  page: text('Trả lời ở trang “{title}”', 'Answers on “{title}”'),
  expect: text('Kết quả mong đợi', 'What is expected'),
  take: text('Lấy kết quả tính ra bây giờ', 'Take what is computed now'),
  takeHint: text(
    'Máy tính theo quy tắc của bản nháp rồi điền vào phần kết quả mong đợi. Hãy đối chiếu với luật trước khi lưu.',
    'The draft’s rules are run and fill in what is expected. Compare with the law before you save.',
  ),
  cannot: text(
    'Quy tắc, tờ khai hoặc thông tin còn sai nên chưa tính được; xem trang Kiểm tra',
    'Rules, form or facts are faulty and cannot run; see the check',
  ),
} as const;

/** Single examples, and the buttons beside them. */
export function exampleRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}/:so`;
  return [
    ...sectionRoutes(workbench, path, openExample),
    ...deedRoutes(workbench, path, (visit, bench) => {
      const examples = readEditable('examples.json', bench.artefacts);
      if (isRefusal(examples)) return examples;
      const at = placeOf(visit, examples);
      if (at === undefined || examples[at] === undefined) return refuse('studio.no-place');
      return {
        file: 'examples.json',
        here,
        what: say(visit.lang, words.examples),
        goTo: placeHref(bench.draft.id, here),
        apply: (deed) =>
          deed === 'bo' && examples.length === 1
            ? refuse('studio.last-one')
            : { text: writeJson(afterDeed(examples, at, deed)) },
      };
    }),
  ];
}

function openExample(visit: Visit, bench: Bench): Section | Refusal {
  const { lang } = visit;
  const examples = readEditable('examples.json', bench.artefacts);
  const facts = readEditable('procedure.json', bench.artefacts);
  const form = readEditable('form.json', bench.artefacts);
  for (const read of [examples, facts, form]) if (isRefusal(read)) return read;
  if (isRefusal(examples) || isRefusal(facts) || isRefusal(form)) return refuse('studio.no-place');
  const at = placeOf(visit, examples);
  if (at === undefined) return refuse('studio.no-place');
  const example = examples[at];
  const like = example ?? examples[Number(visit.query['tu'] ?? 0) - 1];
  const questions = [...(facts.eligibility ?? []), ...form.pages.flatMap((page) => page.questions)];
  const list = placeHref(bench.draft.id, here);
  return {
    title: say(lang, example === undefined ? words.fresh : fill(words.one, { no: String(at + 1) })),
    here,
    back: { href: list, title: say(lang, words.examples) },
    form: exampleForm(facts, questions),
    isInvented: true,
    answers:
      like === undefined
        ? { _channel: 'ONLINE', _variant: 'NORMAL', _submittedOn: dayOf(visit.now) }
        : typeExample(like),
    folds: foldsOf(visit, facts.eligibility ?? [], form.pages, like?.given.answers ?? {}),
    file: 'examples.json',
    press(deed, answers) {
      if (deed !== 'take') return undefined;
      const { procedure } = bench.check;
      if (procedure === undefined) return { wrong: { _checksEligibility: words.cannot } };
      try {
        const { given } = exampleOf(answers, questions, example);
        return { answers: typeExpected(expectationOf(assess(procedure, given))) };
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        return { wrong: { _checksEligibility: text(said, said) } };
      }
    },
    apply({ answers }) {
      const written = exampleOf(answers, questions, example);
      const next = example === undefined ? [...examples, written] : examples.with(at, written);
      return { text: writeJson(next) };
    },
    goTo: () => list,
    within: (
      <InsetText>
        <p>{say(lang, words.takeHint)}</p>
        <Button look="secondary" small name="_do" value="take">
          {say(lang, words.take)}
        </Button>
      </InsetText>
    ),
  };
}

/** What is expected, then the questions page by page; pages with answers are open. */
function foldsOf(
  { lang }: Visit,
  precheck: readonly Question[],
  pages: readonly {
    readonly title: { readonly vi: string; readonly en: string };
    readonly questions: readonly Question[];
  }[],
  answers: Answers,
) {
  const shown = new Set<string>();
  const fold = (title: string, questions: readonly Question[]) => {
    const names = new Set(
      answerable(questions)
        .map(({ name }) => name)
        .filter((name) => !shown.has(name)),
    );
    for (const name of names) shown.add(name);
    return { title, names, isOpen: [...names].some((name) => answers[name] !== undefined) };
  };
  return [
    { title: say(lang, words.expect), names: expectNames, isOpen: true },
    fold(say(lang, words.before), precheck),
    ...pages.map(({ title, questions }) =>
      fold(say(lang, fill(words.page, { title: say(lang, title) })), questions),
    ),
  ].filter(({ names }) => names.size > 0);
}

const expectNames: ReadonlySet<string> = new Set([
  '_checksEligibility',
  '_eligibility',
  '_checksPapers',
  '_papers',
  '_checksFees',
  '_fees',
  '_feeTotal',
  '_qty',
  '_unit',
  '_cutoff',
  '_case',
]);

function placeOf(visit: Visit, examples: readonly Example[]): number | undefined {
  const so = visit.params['so'] ?? '';
  if (so === '_moi') return examples.length;
  return /^[1-9]\d{0,3}$/.test(so) && Number(so) <= examples.length ? Number(so) - 1 : undefined;
}
