import { ask, form as questionsOf, type Answers } from '#/platform/form/index.ts';
import type { Route } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { say, text, type Text } from '#/values/text.ts';
import { checkedFeel } from '../../sentence/condition-form.ts';
import { writeJson } from '../../text/write-json.ts';
import { home, placeHref } from '../places.ts';
import { sectionRoutes } from '../section.ts';
import type { Workbench } from '../workbench.ts';
import { allQuestions, formOf } from './form-texts.ts';
import { here } from './outline-page.tsx';

const words = {
  title: text('Giá trị tự tính', 'Computed values'),
  form: text('Tờ khai', 'Form'),
  lead: text(
    'Mỗi giá trị là một công thức FEEL trên các câu trả lời và ngày nộp (submittedOn), ví dụ submittedOn <= con_ngay_sinh + duration("P60D"). Điều kiện, quy tắc và mẫu kết quả dùng được tên của nó.',
    'Each is a FEEL formula over the answers and the day of filing (submittedOn), such as submittedOn <= con_ngay_sinh + duration("P60D"). Conditions, rules and the template may use its name.',
  ),
  twice: text('Tên này đã dùng ở trên', 'This name is used above'),
} as const;

const questions = questionsOf({
  values: ask.table(
    {
      name: ask.text({
        label: text('Tên', 'Name'),
        required: true,
        maxLength: 60,
        pattern: '^[a-zA-Z][a-zA-Z0-9_]{0,59}$',
      }),
      formula: ask.textarea({
        label: text('Công thức', 'Formula'),
        required: true,
        maxLength: 4000,
      }),
    },
    { label: text('Các giá trị', 'Values'), max: 100 },
  ),
});

/** The computed values of the form. */
export function computedRoutes(workbench: Workbench): Route[] {
  return sectionRoutes(workbench, `${home}/:id/${here}/gia-tri`, (visit, bench) => {
    const form = formOf(bench);
    if (isRefusal(form)) return form;
    const list = placeHref(bench.draft.id, here);
    const names = allQuestions(form)
      .filter(({ kind }) => kind !== 'computed')
      .map(({ name }) => name);
    return {
      title: say(visit.lang, words.title),
      lead: words.lead,
      here,
      back: { href: list, title: say(visit.lang, words.form) },
      form: questions,
      answers: {
        values: Object.entries(form.computed ?? {}).map(([name, formula]) => ({ name, formula })),
      },
      file: 'form.json',
      apply({ answers }) {
        const rows = (answers['values'] ?? []) as readonly Answers[];
        const wrong = faultsOf(rows, names);
        if (Object.keys(wrong).length > 0) return { wrong };
        const computed = Object.fromEntries(rows.map(({ name, formula }) => [name, formula]));
        const isAbsent = rows.length === 0 && form.computed === undefined;
        return { text: writeJson(isAbsent ? form : { ...form, computed }) };
      },
      goTo: () => list,
    };
  });
}

/** A formula may use every answer, and the values before it. */
function faultsOf(rows: readonly Answers[], names: readonly string[]): Record<string, Text> {
  const wrong: Record<string, Text> = {};
  const known = ['submittedOn', ...names];
  const before = new Set<unknown>();
  for (const [no, { name, formula }] of rows.entries()) {
    if (before.has(name)) wrong[`values.${no}.name`] = words.twice;
    const read = checkedFeel(String(formula), `values.${no}.formula`, known);
    if ('wrong' in read) Object.assign(wrong, read.wrong);
    before.add(name);
    known.push(String(name));
  }
  return wrong;
}
