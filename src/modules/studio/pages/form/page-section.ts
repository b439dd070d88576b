import { ask, form as questionsOf } from '#/platform/form/index.ts';
import type { Route } from '#/platform/http/index.ts';
import { isRefusal, refuse } from '#/platform/refusal.ts';
import { say, text } from '#/values/text.ts';
import { scopeBefore } from '../../conditions.ts';
import type { EditablePage } from '../../editable.ts';
import { afterDeed } from '../../list-edit.ts';
import { bilingual, mustWords, typeWords, wordsOf } from '../../question/bilingual.ts';
import { nameFrom } from '../../question/question-answers.ts';
import { writeJson } from '../../text/write-json.ts';
import { deedRoutes } from '../list-deeds.tsx';
import { home, placeHref } from '../places.ts';
import { sectionRoutes, type Edited } from '../section.ts';
import type { Workbench } from '../workbench.ts';
import { findPage, formOf, questionsBefore } from './form-texts.ts';
import { here } from './outline-page.tsx';

const fresh = '_moi';

const words = {
  form: text('Tờ khai', 'Form'),
  page: text('Trang của tờ khai', 'Page of the form'),
  fresh: text('Trang mới', 'New page'),
  formTitle: text('Tên tờ khai', 'Title of the form'),
  when: text('Trang này hiện khi nào?', 'When is this page shown?'),
  taken: text('Mã này đã có ở trang khác', 'Another page has this address'),
} as const;

const questions = questionsOf({
  ...bilingual('title', { label: text('Tên trang', 'Title of the page') }),
  ...bilingual('heading', {
    label: text('Tên mục cho cán bộ', 'Heading for officials'),
    hint: text(
      'Khi tên trang là câu hỏi cho người dân, ví dụ “Người yêu cầu”',
      'When the title is a question to the applicant, such as “The applicant”',
    ),
    isOptional: true,
  }),
  ...bilingual('intro', {
    label: text('Lời dẫn', 'Introduction'),
    isLong: true,
    isOptional: true,
    maxLength: 2000,
  }),
  slug: ask.text({
    label: text('Mã trang', 'Address of the page'),
    hint: text('Để trống thì lấy từ tên trang', 'Left empty it is made from the title'),
    maxLength: 60,
    pattern: '^[a-z0-9][a-z0-9-]{0,59}$',
    wrong: text(
      'Mã chỉ gồm chữ thường không dấu, số và gạch nối',
      'Lower-case letters, digits and hyphens',
    ),
  }),
});

const titleQuestions = questionsOf(
  bilingual('title', { label: text('Tên tờ khai', 'Title of the form') }),
);

/** Pages of the form: settings, order, removal; and the title of the form. */
export function pageRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}/trang/:trang`;
  return [
    ...sectionRoutes(workbench, `${home}/:id/${here}/ten`, (visit, bench) => {
      const form = formOf(bench);
      if (isRefusal(form)) return form;
      const list = placeHref(bench.draft.id, here);
      return {
        title: say(visit.lang, words.formTitle),
        here,
        back: { href: list, title: say(visit.lang, words.form) },
        form: titleQuestions,
        answers: typeWords('title', form.title),
        file: 'form.json',
        apply: ({ answers }) => ({
          text: writeJson({ ...form, title: mustWords(answers, 'title') }),
        }),
        goTo: () => list,
      };
    }),

    ...sectionRoutes(workbench, path, (visit, bench) => {
      const { lang } = visit;
      const form = formOf(bench);
      if (isRefusal(form)) return form;
      const id = visit.params['trang'];
      const at = form.pages.findIndex((page) => page.id === id);
      if (at < 0 && id !== fresh) return refuse('studio.no-place');
      const page = form.pages[at];
      const list = placeHref(bench.draft.id, here);
      const before = questionsBefore(form, page === undefined ? form.pages.length : at);
      return {
        title: page === undefined ? say(lang, words.fresh) : say(lang, page.title),
        here,
        back: { href: list, title: say(lang, words.form) },
        form: questions,
        answers:
          page === undefined
            ? {}
            : {
                ...typeWords('title', page.title),
                ...typeWords('heading', page.heading),
                ...typeWords('intro', page.intro),
                slug: page.id,
              },
        conditions: [
          {
            prefix: 'when',
            label: words.when,
            scope: scopeBefore(before, form.computed),
            feel: page?.when,
          },
        ],
        file: 'form.json',
        apply(edited) {
          const written = pageOf(edited, page);
          if (form.pages.some((other, no) => no !== at && other.id === written.id)) {
            return { wrong: { slug: words.taken } };
          }
          const pages =
            page === undefined ? [...form.pages, written] : form.pages.with(at, written);
          return { text: writeJson({ ...form, pages }) };
        },
        goTo: (edited) => `${list}#trang-${pageOf(edited, page).id}`,
      };
    }),

    ...deedRoutes(workbench, path, (visit, bench) => {
      const found = findPage(bench, visit.params['trang']);
      if (isRefusal(found)) return found;
      const { form, page, pageAt } = found;
      return {
        file: 'form.json',
        here,
        what: say(visit.lang, page.title),
        goTo: placeHref(bench.draft.id, here),
        apply: (deed) =>
          deed === 'bo' && form.pages.length === 1
            ? refuse('studio.last-one')
            : { text: writeJson({ ...form, pages: afterDeed(form.pages, pageAt, deed) }) },
      };
    }),
  ];
}

function pageOf({ answers, feel }: Edited, before: EditablePage | undefined): EditablePage {
  const title = mustWords(answers, 'title');
  const slug = answers['slug'] as string | undefined;
  const written = {
    ...before,
    id: slug ?? before?.id ?? nameFrom(title.vi).replaceAll('_', '-'),
    title,
    heading: wordsOf(answers, 'heading'),
    intro: wordsOf(answers, 'intro'),
    when: feel['when'],
    questions: before?.questions ?? [],
  };
  const isSaid = Object.entries(written).filter(([, value]) => value !== undefined);
  return Object.fromEntries(isSaid) as unknown as EditablePage;
}
