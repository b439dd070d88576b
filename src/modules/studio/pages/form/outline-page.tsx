import type { Question } from '#/platform/form/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { ButtonRow, Link, LinkButton, Table } from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import { scopeBefore } from '../../conditions.ts';
import type { EditableForm, EditablePage } from '../../editable.ts';
import { library } from '../../question/library.ts';
import { tellCondition } from '../../sentence/tell.ts';
import type { Subject } from '../../sentence/subject.ts';
import { framed } from '../frame.tsx';
import { ItemButtons } from '../list-deeds.tsx';
import { placeHref } from '../places.ts';
import type { Bench } from '../workbench.ts';
import { allQuestions, formOf } from './form-texts.ts';

export const here = 'to-khai';

const words = {
  title: text('Tờ khai', 'Form'),
  lead: text(
    'Các trang mà người dân đi qua, mỗi trang vài câu hỏi. Câu hỏi đã trả lời ở trước quyết định câu nào hiện ở sau.',
    'The pages that a person goes through, some questions each. Earlier answers decide what is asked later.',
  ),
  page: text('Trang {no}: {title}', 'Page {no}: {title}'),
  only: text('Chỉ hiện khi {condition}', 'Only when {condition}'),
  question: text('Câu hỏi', 'Question'),
  kind: text('Loại', 'Kind'),
  when: text('Hỏi khi', 'Asked when'),
  always: text('luôn hỏi', 'always'),
  required: text('Bắt buộc', 'Required'),
  yes: text('Có', 'Yes'),
  no: text('Không', 'No'),
  depends: text('khi {condition}', 'when {condition}'),
  acts: text('Sắp xếp', 'Arrange'),
  addQuestion: text('Thêm câu hỏi', 'Add a question'),
  addPage: text('Thêm trang', 'Add a page'),
  settings: text('Sửa trang', 'Edit the page'),
  empty: text('Trang này chưa có câu hỏi nào.', 'This page has no questions yet.'),
  more: text('Tính toán và đối chiếu', 'Computing and comparing'),
  computed: text('Giá trị tự tính ({n})', 'Computed values ({n})'),
  checks: text('Đối chiếu giữa các câu trả lời ({n})', 'Checks across answers ({n})'),
  formTitle: text('Tên tờ khai', 'Title of the form'),
  raw: text('Sửa thẳng văn bản form.json', 'Edit the text of form.json'),
} as const;

/** The whole form: its pages and questions in their order. */
export function showOutline(visit: Visit, bench: Bench): Shown | Refusal {
  const { lang } = visit;
  const form = formOf(bench);
  if (isRefusal(form)) return form;
  const { subjects } = scopeBefore(allQuestions(form), form.computed);
  const href = (path: string) => placeHref(bench.draft.id, `${here}/${path}`);
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      {form.pages.map((page, at) => (
        <PageOutline key={page.id} {...{ visit, bench, form, page, at, subjects }} />
      ))}
      <LinkButton href={href('trang/_moi')} look="secondary" icon="plus">
        {say(lang, words.addPage)}
      </LinkButton>
      <h2>{say(lang, words.more)}</h2>
      <ul>
        <li>
          <Link href={href('ten')}>{say(lang, words.formTitle)}</Link>
        </li>
        <li>
          <Link href={href('gia-tri')}>
            {say(
              lang,
              fill(words.computed, { n: String(Object.keys(form.computed ?? {}).length) }),
            )}
          </Link>
        </li>
        <li>
          <Link href={href('doi-chieu')}>
            {say(lang, fill(words.checks, { n: String(form.checks?.length ?? 0) }))}
          </Link>
        </li>
        <li>
          <Link href={placeHref(bench.draft.id, 'van-ban/form.json')}>{say(lang, words.raw)}</Link>
        </li>
      </ul>
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here, view });
}

interface OutlineProps {
  readonly visit: Visit;
  readonly bench: Bench;
  readonly form: EditableForm;
  readonly page: EditablePage;
  readonly at: number;
  readonly subjects: readonly Subject[];
}

function PageOutline({ visit, bench, form, page, at, subjects }: OutlineProps) {
  const { lang } = visit;
  const path = placeHref(bench.draft.id, `${here}/trang/${page.id}`);
  const title = say(lang, fill(words.page, { no: String(at + 1), title: say(lang, page.title) }));
  return (
    <section id={`trang-${page.id}`}>
      <h2>{title}</h2>
      {page.when !== undefined && (
        <p class="soft">
          {say(lang, fill(words.only, { condition: tellCondition(page.when, subjects, lang) }))}
        </p>
      )}
      <Questions {...{ visit, bench, form, page, at, subjects }} />
      <ButtonRow>
        <LinkButton href={`${path}/cau-moi`} look="secondary" icon="plus">
          {say(lang, words.addQuestion)}
        </LinkButton>
        <LinkButton href={path} look="quiet" icon="settings">
          {say(lang, words.settings)}
        </LinkButton>
        <ItemButtons
          visit={visit}
          bench={bench}
          path={path}
          about={title}
          isFirst={at === 0}
          isLast={at === form.pages.length - 1}
        />
      </ButtonRow>
    </section>
  );
}

function Questions({ visit, bench, page, subjects }: OutlineProps) {
  const { lang } = visit;
  if (page.questions.length === 0) return <p>{say(lang, words.empty)}</p>;
  const path = (question: Question) =>
    placeHref(bench.draft.id, `${here}/cau/${encodeURIComponent(question.name)}`);
  const told = (feel: string) => tellCondition(feel, subjects, lang);
  return (
    <Table
      caption={say(lang, page.title)}
      captionUnseen
      rows={page.questions.map((question, no) => ({ question, no }))}
      columns={[
        {
          title: say(lang, words.question),
          heads: true,
          cell: ({ question }) => <Link href={path(question)}>{say(lang, question.label)}</Link>,
        },
        {
          title: say(lang, words.kind),
          cell: ({ question: { kind } }) => (library[kind] ? say(lang, library[kind].name) : kind),
        },
        {
          title: say(lang, words.when),
          cell: ({ question: { when } }) =>
            when === undefined ? say(lang, words.always) : told(when),
        },
        {
          title: say(lang, words.required),
          cell: ({ question: { required } }) =>
            typeof required === 'string'
              ? say(lang, fill(words.depends, { condition: told(required) }))
              : say(lang, required === true ? words.yes : words.no),
        },
        {
          title: say(lang, words.acts),
          cell: ({ question, no }) => (
            <ItemButtons
              visit={visit}
              bench={bench}
              path={path(question)}
              about={say(lang, question.label)}
              isFirst={no === 0}
              isLast={no === page.questions.length - 1}
            />
          ),
        },
      ]}
    />
  );
}
