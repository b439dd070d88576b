import type { CompiledForm, Lookups, Occasion, Question } from '#/platform/form/index.ts';
import { text } from '#/values/text.ts';

/** One choice of each list, as large as a form needs. */
export const oneOfEach: Lookups = {
  options: (list) => [{ value: oneOf(list), label: text(oneOf(list), oneOf(list)) }],
};

/** Answers everything that a form asks, page by page, as a plain person would; `own` answers come first. */
export function filled(
  form: CompiledForm,
  own: Readonly<Record<string, unknown>>,
  on: Occasion,
): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (
    let page = form.nextPage(undefined, answers, on);
    page;
    page = form.nextPage(page.id, answers, on)
  ) {
    // Twice: an answer of the page may bring further questions of it.
    for (const _ of ['first', 'again']) {
      const asked = form.pagesInOrder(answers, on).find(({ id }) => id === page?.id);
      for (const question of asked?.questions ?? []) {
        answers[question.name] ??= own[question.name] ?? plain(question);
      }
    }
  }
  return answers;
}

let people = 0;

function plain(question: Question): unknown {
  const { kind, options, optionsFrom, min, columns = [] } = question;
  if (options) return options[0]!.value;
  if (optionsFrom !== undefined) return oneOf(optionsFrom);
  switch (kind) {
    case 'person-name':
      return 'Nguyễn Văn An';
    case 'personal-id':
      return `0000900${String((people += 1)).padStart(5, '0')}`;
    case 'date':
      return question.rule === 'not-past' ? '2026-12-01' : '1990-05-12';
    case 'partial-date':
      return { year: 1990 };
    case 'datetime':
      return '2026-07-10T08:30';
    case 'integer':
    case 'decimal':
    case 'money':
      return Math.max(typeof min === 'number' ? min : 1, 1);
    case 'consent':
      return true;
    case 'phone':
      return '0912345678';
    case 'email':
      return 'an@example.vn';
    case 'tax-code':
      return '000090000001';
    case 'vsic-code':
      return '4711';
    case 'address':
      return { province: '92', commune: '31135', detail: '12 Hòa Bình' };
    case 'place':
      return { name: 'Bệnh viện Phụ sản', province: '92', commune: '31135' };
    case 'civil-record':
      return { number: '12', registeredAt: 'Ủy ban nhân dân phường' };
    case 'third-party-consent':
      return { name: 'Trần Thị Bình', personalId: '000090000002', agreed: true };
    case 'table':
      return [Object.fromEntries(columns.map((column) => [column.name, plain(column)]))];
    case 'text':
    case 'textarea':
      return 'Nội dung';
    case 'identity-document':
      return { kind: 'ho-chieu', number: 'C1234567' };
    case 'checkbox':
    case 'computed':
    case 'appointment':
    case 'geo-point':
    case 'residence-history':
    case 'radio':
    case 'select':
      return undefined;
  }
}

function oneOf(list: string): string {
  return { provinces: '92', communes: '31135', nationalities: 'Việt Nam' }[list] ?? 'Kinh';
}
