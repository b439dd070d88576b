import type { Question } from '#/platform/form/index.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { scopeBefore } from '../conditions.ts';
import type { EditableForm, EditablePage } from '../editable.ts';
import { library } from '../question/library.ts';
import { tellCondition } from '../sentence/tell.ts';
import { changed, compareLists, type Difference } from './difference.ts';

const words = {
  page: text('Trang “{title}”', 'Page “{title}”'),
  title: text('tên', 'title'),
  when: text('hỏi khi', 'asked when'),
  always: text('luôn hỏi', 'always'),
  required: text('bắt buộc', 'required'),
  yes: text('có', 'yes'),
  no: text('không', 'no'),
  kind: text('loại', 'kind'),
  label: text('câu hỏi', 'question'),
  hint: text('lời hướng dẫn', 'hint'),
  options: text('lựa chọn', 'choices'),
  others: text('cài đặt khác', 'other settings'),
  moved: text('nằm ở trang', 'on the page'),
  order: text('thứ tự', 'order'),
  computed: text('Giá trị tự tính {name}', 'Computed value {name}'),
  check: text('Đối chiếu', 'Check'),
} as const;

/** Pages and questions that came, went, moved or changed. */
export function compareForms(before: EditableForm, after: EditableForm, lang: Lang): Difference[] {
  const pages = compareLists(before.pages, after.pages, ({ id }) => id, {
    whole: (page) => ({ place: pageName(page, lang), words: pageName(page, lang) }),
    inside: (was, now) => [
      ...changed(
        `${pageName(now, lang)}: ${say(lang, words.title)}`,
        say(lang, was.title),
        say(lang, now.title),
      ),
      ...changed(
        `${pageName(now, lang)}: ${say(lang, words.when)}`,
        when(was, before, lang),
        when(now, after, lang),
      ),
    ],
  });
  return [
    ...changed(
      say(lang, text('Tên tờ khai', 'Title of the form')),
      say(lang, before.title),
      say(lang, after.title),
    ),
    ...pages,
    ...compareQuestions(placed(before), placed(after), lang),
    ...compareLists(
      Object.entries(before.computed ?? {}),
      Object.entries(after.computed ?? {}),
      ([name]) => name,
      {
        whole: ([name, feel]) => ({
          place: say(lang, words.computed).replace('{name}', name),
          words: feel,
        }),
        inside: ([, was], [name, now]) =>
          changed(say(lang, words.computed).replace('{name}', name), was, now),
      },
    ),
    ...compareLists(before.checks ?? [], after.checks ?? [], ({ wrong, at }) => `${at} ${wrong}`, {
      whole: (check) => ({
        place: say(lang, words.check),
        words: `${say(lang, check.words)} (${check.wrong})`,
      }),
      inside: (was, now) =>
        changed(say(lang, words.check), say(lang, was.words), say(lang, now.words)),
    }),
  ];
}

function pageName({ title }: EditablePage, lang: Lang): string {
  return say(lang, words.page).replace('{title}', () => say(lang, title));
}

function when(page: EditablePage, form: EditableForm, lang: Lang): string {
  if (page.when === undefined) return say(lang, words.always);
  return tellCondition(
    page.when,
    scopeBefore(form.pages.flatMap(({ questions }) => questions)).subjects,
    lang,
  );
}

/** A question with the page on which it stands. */
interface PlacedQuestion {
  readonly question: Question;
  readonly page: string;
  readonly all: readonly Question[];
}

function placed({ pages }: EditableForm): PlacedQuestion[] {
  const all = pages.flatMap(({ questions }) => questions);
  return pages.flatMap(({ questions, title }) =>
    questions.map((question) => ({ question, page: title.vi, all })),
  );
}

/** The same for questions that stand on no pages: those before filing. */
export function comparePrecheck(
  before: readonly Question[],
  after: readonly Question[],
  lang: Lang,
): Difference[] {
  const place = (all: readonly Question[]) => all.map((question) => ({ question, page: '', all }));
  return compareQuestions(place(before), place(after), lang);
}

function compareQuestions(
  before: readonly PlacedQuestion[],
  after: readonly PlacedQuestion[],
  lang: Lang,
): Difference[] {
  return compareLists(before, after, ({ question }) => question.name, {
    whole: ({ question }) => ({ place: say(lang, question.label), words: wholeOf(question, lang) }),
    inside: (was, now) => insideOf(was, now, lang),
  });
}

function wholeOf({ label, kind }: Question, lang: Lang): string {
  return `${say(lang, label)} (${say(lang, library[kind]?.name ?? text(kind, kind))})`;
}

function insideOf(was: PlacedQuestion, now: PlacedQuestion, lang: Lang): Difference[] {
  const at = (part: keyof typeof words) =>
    `${say(lang, now.question.label)}: ${say(lang, words[part])}`;
  const both = (tell: (placed: PlacedQuestion) => string) => [tell(was), tell(now)] as const;
  const told = (feel: string | undefined, all: readonly Question[]) =>
    feel === undefined
      ? say(lang, words.always)
      : tellCondition(feel, scopeBefore(all).subjects, lang);
  return [
    ...changed(at('label'), ...both(({ question }) => say(lang, question.label))),
    ...changed(
      at('kind'),
      ...both(({ question: { kind } }) => say(lang, library[kind]?.name ?? text(kind, kind))),
    ),
    ...changed(at('when'), ...both(({ question, all }) => told(question.when, all))),
    ...changed(
      at('required'),
      ...both(({ question: { required }, all }) =>
        typeof required === 'string'
          ? tellCondition(required, scopeBefore(all).subjects, lang)
          : say(lang, required === true ? words.yes : words.no),
      ),
    ),
    ...changed(
      at('hint'),
      ...both(({ question: { hint } }) => (hint === undefined ? '' : say(lang, hint))),
    ),
    ...changed(
      at('options'),
      ...both(({ question: { options, optionsFrom } }) =>
        options === undefined
          ? (optionsFrom ?? '')
          : options.map(({ label }) => say(lang, label)).join('; '),
      ),
    ),
    ...changed(at('moved'), ...both(({ page }) => page)),
    ...changed(at('others'), ...both(({ question }) => JSON.stringify(others(question)))),
  ];
}

function others(question: Question): Partial<Question> {
  const {
    name: _name,
    label: _label,
    kind: _kind,
    when: _when,
    required: _required,
    ...kept
  } = question;
  const { hint: _hint, options: _options, optionsFrom: _optionsFrom, ...rest } = kept;
  return rest;
}
