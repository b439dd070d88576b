import type { Question } from '#/platform/form/index.ts';
import type { Route, Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { say, text } from '#/values/text.ts';
import { afterDeed } from '../../list-edit.ts';
import { writeJson } from '../../text/write-json.ts';
import { deedRoutes } from '../list-deeds.tsx';
import { home, placeHref } from '../places.ts';
import { sectionRoutes } from '../section.ts';
import type { Bench, Workbench } from '../workbench.ts';
import { ColumnList } from './column-list.tsx';
import {
  allQuestions,
  findPage,
  findQuestion,
  questionsBefore,
  withPage,
  withQuestions,
  type Found,
} from './form-texts.ts';
import { here } from './outline-page.tsx';
import { questionSection } from './question-section.ts';

const words = {
  form: text('Tờ khai', 'Form'),
} as const;

/** Questions of the form, and the questions inside of its tables. */
export function questionRoutes(workbench: Workbench): Route[] {
  const question = `${home}/:id/${here}/cau/:cau`;
  const column = `${question}/cot/:cot`;
  return [
    ...sectionRoutes(
      workbench,
      `${home}/:id/${here}/trang/:trang/cau-moi`,
      (visit, bench, body) => {
        const found = findPage(bench, visit.params['trang']);
        if (isRefusal(found)) return found;
        const { form, page, pageAt } = found;
        const list = placeHref(bench.draft.id, here);
        return questionSection({
          visit,
          body,
          here,
          back: { href: list, title: say(visit.lang, words.form) },
          file: 'form.json',
          question: undefined,
          before: questionsBefore(form, pageAt, page.questions.length),
          computed: form.computed,
          taken: allQuestions(form).map(({ name }) => name),
          write: (made) => withPage(form, pageAt, withQuestions(page, [...page.questions, made])),
          goTo: (made) =>
            made.kind === 'table' ? `${list}/cau/${made.name}#cot` : `${list}#trang-${page.id}`,
        });
      },
    ),

    ...sectionRoutes(workbench, question, (visit, bench, body) => {
      const found = findQuestion(bench, visit.params['cau']);
      if (isRefusal(found)) return found;
      const { form, page, pageAt, at } = found;
      const list = placeHref(bench.draft.id, here);
      return questionSection({
        visit,
        body,
        here,
        back: { href: list, title: say(visit.lang, words.form) },
        file: 'form.json',
        question: found.question,
        page: page.id,
        pages: form.pages,
        before: questionsBefore(form, pageAt, at),
        computed: form.computed,
        taken: allQuestions(form)
          .filter((other) => other !== found.question)
          .map(({ name }) => name),
        write: (made, to) => written(found, made, to ?? page.id),
        goTo: () => `${list}#trang-${page.id}`,
        below:
          found.question.kind === 'table' ? (
            <ColumnList visit={visit} bench={bench} table={found.question} />
          ) : undefined,
      });
    }),

    ...deedRoutes(workbench, question, (visit, bench) => {
      const found = findQuestion(bench, visit.params['cau']);
      if (isRefusal(found)) return found;
      const { form, page, pageAt, at } = found;
      return {
        file: 'form.json',
        here,
        what: say(visit.lang, found.question.label),
        goTo: `${placeHref(bench.draft.id, here)}#trang-${page.id}`,
        apply: (deed) => ({
          text: withPage(form, pageAt, withQuestions(page, afterDeed(page.questions, at, deed))),
        }),
      };
    }),

    ...sectionRoutes(workbench, column, (visit, bench, body) => {
      const found = findColumn(visit, bench);
      if (isRefusal(found)) return found;
      const { form, pageAt, at, columns, columnAt, question: table } = found;
      const back = placeHref(bench.draft.id, `${here}/cau/${table.name}`);
      const old = columns[columnAt];
      return questionSection({
        visit,
        body,
        here,
        back: { href: back, title: say(visit.lang, table.label) },
        file: 'form.json',
        question: old,
        isColumn: true,
        before: [
          ...questionsBefore(form, pageAt, at),
          ...columns.slice(0, old === undefined ? columns.length : columnAt),
        ],
        computed: form.computed,
        taken: columns.filter((other) => other !== old).map(({ name }) => name),
        write: (made) =>
          withColumns(found, old === undefined ? [...columns, made] : columns.with(columnAt, made)),
        goTo: () => `${back}#cot`,
      });
    }),

    ...deedRoutes(workbench, column, (visit, bench) => {
      const found = findColumn(visit, bench);
      if (isRefusal(found)) return found;
      const { columns, columnAt, question: table } = found;
      if (columnAt < 0) return refuse('studio.no-place');
      return {
        file: 'form.json',
        here,
        what: say(visit.lang, table.label),
        goTo: `${placeHref(bench.draft.id, `${here}/cau/${table.name}`)}#cot`,
        apply: (deed) =>
          deed === 'bo' && columns.length === 1
            ? refuse('studio.last-one')
            : { text: withColumns(found, afterDeed(columns, columnAt, deed)) },
      };
    }),
  ];
}

/** The text with a changed question, which may move to another page. */
function written({ form, page, pageAt, at }: Found, made: Question, to: string): string {
  if (to === page.id)
    return withPage(form, pageAt, withQuestions(page, page.questions.with(at, made)));
  const pages = form.pages.map((other) => {
    if (other.id === page.id) return withQuestions(other, other.questions.toSpliced(at, 1));
    return other.id === to ? withQuestions(other, [...other.questions, made]) : other;
  });
  return writeJson({ ...form, pages });
}

interface FoundColumn extends Found {
  readonly columns: readonly Question[];
  /** -1 for a new one. */
  readonly columnAt: number;
}

function findColumn(visit: Visit, bench: Bench): FoundColumn | Refusal {
  const found = findQuestion(bench, visit.params['cau']);
  if (isRefusal(found)) return found;
  if (found.question.kind !== 'table') return refuse('studio.no-place');
  const columns = found.question.columns ?? [];
  const columnAt = columns.findIndex(({ name }) => name === visit.params['cot']);
  if (columnAt < 0 && visit.params['cot'] !== '_moi') return refuse('studio.no-place');
  return { ...found, columns, columnAt };
}

function withColumns(found: Found, columns: readonly Question[]): string {
  const { form, page, pageAt, at, question } = found;
  const table = { ...question, columns };
  return withPage(form, pageAt, withQuestions(page, page.questions.with(at, table)));
}
