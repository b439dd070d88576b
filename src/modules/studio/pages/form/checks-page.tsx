import { ask, form as questionsOf } from '#/platform/form/index.ts';
import type { Route, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { EmptyState, Link, LinkButton, Table } from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import { scopeBefore } from '../../conditions.ts';
import type { EditableForm } from '../../editable.ts';
import { afterDeed } from '../../list-edit.ts';
import { bilingual, mustWords, typeWords } from '../../question/bilingual.ts';
import { tellCondition } from '../../sentence/tell.ts';
import { writeJson } from '../../text/write-json.ts';
import { framed } from '../frame.tsx';
import { deedRoutes, ItemButtons } from '../list-deeds.tsx';
import { home, placeHref } from '../places.ts';
import { sectionRoutes, type Edited } from '../section.ts';
import type { Bench, Workbench } from '../workbench.ts';
import { allQuestions, formOf } from './form-texts.ts';
import { here } from './outline-page.tsx';

const path = `${here}/doi-chieu`;

const words = {
  title: text('Đối chiếu giữa các câu trả lời', 'Checks across answers'),
  lead: text(
    'Mỗi mục nói khi nào các câu trả lời không khớp nhau, báo ở câu nào, bằng lời gì.',
    'Each says when answers do not fit together, at which question it is told, and in which words.',
  ),
  form: text('Tờ khai', 'Form'),
  one: text('Đối chiếu {no}', 'Check {no}'),
  fresh: text('Đối chiếu mới', 'New check'),
  wrong: text('Sai khi nào?', 'When is it wrong?'),
  when: text('Sai khi', 'Wrong when'),
  told: text('Lời báo', 'Words'),
  acts: text('Sắp xếp', 'Arrange'),
  add: text('Thêm đối chiếu', 'Add a check'),
  none: text('Chưa có đối chiếu nào', 'No checks yet'),
  noneHint: text(
    'Ví dụ: ngày sinh của con phải sau ngày sinh của mẹ.',
    'For example: a child is born after its mother.',
  ),
  missing: text('Ghi điều kiện khi nào là sai', 'Say when it is wrong'),
} as const;

type Check = NonNullable<EditableForm['checks']>[number];

/** The checks of the form in their order. */
export function showChecks(visit: Visit, bench: Bench): Shown | Refusal {
  const { lang } = visit;
  const form = formOf(bench);
  if (isRefusal(form)) return form;
  const { subjects } = scopeBefore(allQuestions(form), form.computed);
  const checks = form.checks ?? [];
  const href = (no: number | '_moi') => placeHref(bench.draft.id, `${path}/${no}`);
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <LinkButton href={href('_moi')} icon="plus">
        {say(lang, words.add)}
      </LinkButton>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={checks.map((check, at) => ({ check, at }))}
        empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
        columns={[
          {
            title: say(lang, words.told),
            heads: true,
            cell: ({ check, at }) => <Link href={href(at + 1)}>{say(lang, check.words)}</Link>,
          },
          {
            title: say(lang, words.when),
            cell: ({ check }) => tellCondition(check.wrong, subjects, lang),
          },
          {
            title: say(lang, words.acts),
            cell: ({ check, at }) => (
              <ItemButtons
                visit={visit}
                bench={bench}
                path={href(at + 1)}
                about={say(lang, check.words)}
                isFirst={at === 0}
                isLast={at === checks.length - 1}
              />
            ),
          },
        ]}
      />
    </>
  );
  const back = { href: placeHref(bench.draft.id, here), title: say(lang, words.form) };
  return framed(visit, bench, { title: say(lang, words.title), here, view, back });
}

/** Single checks, and the buttons beside them. */
export function checkRoutes(workbench: Workbench): Route[] {
  const one = `${home}/:id/${path}/:so`;
  return [
    ...sectionRoutes(workbench, one, (visit, bench) => {
      const { lang } = visit;
      const form = formOf(bench);
      if (isRefusal(form)) return form;
      const checks = form.checks ?? [];
      const at = placeOf(visit, checks);
      if (at === undefined) return refuse('studio.no-place');
      const check = checks[at];
      const list = placeHref(bench.draft.id, path);
      return {
        title: say(
          lang,
          check === undefined ? words.fresh : fill(words.one, { no: String(at + 1) }),
        ),
        here,
        back: { href: list, title: say(lang, words.title) },
        form: checkForm(form),
        answers:
          check === undefined
            ? { severity: 'error' }
            : {
                ...typeWords('words', check.words),
                at: check.at,
                severity: check.severity ?? 'error',
              },
        conditions: [
          {
            prefix: 'wrong',
            label: words.wrong,
            scope: scopeBefore(allQuestions(form), form.computed),
            feel: check?.wrong,
          },
        ],
        file: 'form.json',
        apply(edited) {
          const written = checkOf(edited, check);
          if (written === undefined) return { wrong: { 'wrong.mode': words.missing } };
          const next = check === undefined ? [...checks, written] : checks.with(at, written);
          return { text: writeJson({ ...form, checks: next }) };
        },
        goTo: () => list,
      };
    }),

    ...deedRoutes(workbench, one, (visit, bench) => {
      const form = formOf(bench);
      if (isRefusal(form)) return form;
      const checks = form.checks ?? [];
      const at = placeOf(visit, checks);
      if (at === undefined || checks[at] === undefined) return refuse('studio.no-place');
      return {
        file: 'form.json',
        here,
        what: say(visit.lang, words.title),
        goTo: placeHref(bench.draft.id, path),
        apply: (deed) => ({
          text: writeJson({ ...form, checks: afterDeed(checks, at, deed) }),
        }),
      };
    }),
  ];
}

function placeOf(visit: Visit, checks: readonly Check[]): number | undefined {
  const so = visit.params['so'] ?? '';
  if (so === '_moi') return checks.length;
  return /^[1-9]\d{0,3}$/.test(so) && Number(so) <= checks.length ? Number(so) - 1 : undefined;
}

function checkForm(form: EditableForm) {
  return questionsOf({
    ...bilingual('words', {
      label: text('Lời báo cho người khai', 'Words to the person'),
      isLong: true,
      maxLength: 2000,
    }),
    at: ask.select(
      allQuestions(form).map(({ name, label }) => ({ value: name, label })),
      { label: text('Báo ở câu hỏi nào?', 'At which question?'), required: true },
    ),
    severity: ask.radio(
      [
        { value: 'error', label: text('Không cho đi tiếp', 'It stops the person') },
        { value: 'warning', label: text('Chỉ nhắc, vẫn đi tiếp được', 'It only warns') },
      ],
      { label: text('Mức độ', 'Severity'), required: true },
    ),
  });
}

function checkOf({ answers, feel }: Edited, before: Check | undefined): Check | undefined {
  if (feel['wrong'] === undefined) return undefined;
  const isWarning = answers['severity'] === 'warning';
  const { severity: _severity, ...kept } = before ?? {};
  return {
    ...kept,
    wrong: feel['wrong'],
    at: String(answers['at']),
    words: mustWords(answers, 'words'),
    ...(isWarning
      ? { severity: 'warning' as const }
      : before?.severity === 'error'
        ? { severity: 'error' as const }
        : {}),
  };
}
