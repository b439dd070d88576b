import { ask, form, type Asked, type Form, type Kind } from '#/platform/form/index.ts';
import { text, type Text } from '#/values/text.ts';
import { bilingual } from './bilingual.ts';
import { library, lists, prefillWords, type Setting } from './library.ts';

type Questions = Record<string, Asked>;

const kindChoices = (Object.keys(library) as Kind[]).map((value) => ({
  value,
  label: library[value].name,
  hint: library[value].about,
}));

/** What surrounds the question that is edited. */
export interface Surroundings {
  /** A question inside a table: no table, no copying. */
  readonly isColumn: boolean;
  /** Pages of the form among which it may move; none where there are no pages. */
  readonly pages: readonly { readonly id: string; readonly title: Text }[];
  /** Questions of the same kind before it. */
  readonly copyable: readonly { readonly name: string; readonly label: Text }[];
}

/** The questions about a question: its words, when it must be answered, and the settings of its kind. */
export function questionForm(kind: Kind, around: Surroundings): Form<Readonly<Questions>> {
  const settings = library[kind].settings.filter((one) => !(around.isColumn && one === 'copy'));
  return form({
    kind: ask.select(
      kindChoices.filter(({ value }) => !around.isColumn || !noColumns.has(value)),
      {
        label: text('Loại câu hỏi', 'Kind of question'),
        hint: library[kind].about,
        required: true,
      },
    ),
    ...bilingual('label', { label: text('Câu hỏi', 'Question') }),
    ...bilingual('hint', {
      label: text('Lời hướng dẫn', 'Hint'),
      isOptional: true,
    }),
    name: ask.text({
      label: text('Mã câu hỏi', 'Name of the question'),
      hint: text(
        'Quy tắc, giấy tờ và mẫu kết quả gọi câu hỏi bằng mã này. Để trống thì lấy từ câu hỏi; đổi mã thì phải đổi ở mọi nơi dùng nó.',
        'Rules, papers and the template name the question by it. Left empty it is made from the question.',
      ),
      maxLength: 60,
      pattern: '^[a-zA-Z][a-zA-Z0-9_]{0,59}$',
      wrong: text(
        'Mã bắt đầu bằng chữ, chỉ gồm chữ không dấu, số và gạch dưới',
        'A name starts with a letter and holds letters, digits and underscores',
      ),
    }),
    ...pageChoice(around),
    ...(kind === 'computed' ? {} : { required: requiredChoice }),
    ...Object.assign({}, ...settings.map((setting) => questionsOf(setting, kind, around))),
  } as Questions);
}

const noColumns = new Set<Kind>(['table', 'residence-history', 'computed']);

function pageChoice({ pages }: Surroundings): Questions {
  if (pages.length < 2) return {};
  const choices = pages.map(({ id, title }) => ({ value: id, label: title }));
  return {
    page: ask.select(choices, { label: text('Nằm ở trang', 'On the page'), required: true }),
  };
}

const requiredChoice = ask.radio(
  [
    { value: 'yes', label: text('Có', 'Yes') },
    { value: 'no', label: text('Không', 'No') },
    { value: 'when', label: text('Tùy điều kiện (ghi ở dưới)', 'It depends (see below)') },
  ],
  { label: text('Có bắt buộc trả lời không?', 'Must it be answered?'), required: true },
);

function questionsOf(setting: Setting, kind: Kind, around: Surroundings): Questions {
  switch (setting) {
    case 'options':
      return optionQuestions;
    case 'numbers': {
      const number = kind === 'decimal' ? ask.decimal : ask.integer;
      return {
        min: number({ label: text('Nhỏ nhất', 'At least'), min: -1e12 }),
        max: number({ label: text('Lớn nhất', 'At most'), max: 1e15 }),
      };
    }
    case 'rows':
      return {
        min: ask.integer({
          label: text('Ít nhất mấy dòng', 'At least so many rows'),
          min: 0,
          max: 500,
        }),
        max: ask.integer({
          label: text('Nhiều nhất mấy dòng', 'At most so many rows'),
          min: 1,
          max: 500,
        }),
      };
    case 'days':
      return {
        min: ask.date({ label: text('Từ ngày', 'Not before') }),
        max: ask.date({ label: text('Đến ngày', 'Not after') }),
      };
    case 'length':
      return {
        maxLength: ask.integer({
          label: text('Nhiều nhất mấy ký tự', 'At most so many signs'),
          min: 1,
          max: 20_000,
        }),
      };
    case 'pattern':
      return {
        pattern: ask.text({
          label: text('Khuôn mẫu (biểu thức chính quy)', 'Pattern (regular expression)'),
          hint: text('Nâng cao, ví dụ ^[A-Z]{2}\\d{6}$', 'Advanced, such as ^[A-Z]{2}\\d{6}$'),
          maxLength: 500,
        }),
      };
    case 'day-rule':
      return {
        rule: ask.select(dayRules, {
          label: text('Giới hạn theo ngày hỏi', 'Limit by the day of asking'),
        }),
      };
    case 'place-rule':
      return {
        detailed: ask.checkbox({
          label: text('Phải ghi đến số nhà, thôn, tổ', 'Down to the house or hamlet'),
        }),
      };
    case 'prefill':
      return {
        prefill: ask.select(
          (library[kind].prefills ?? []).map((value) => ({ value, label: prefillWords[value] })),
          { label: text('Điền sẵn từ tài khoản', 'Filled in from the account') },
        ),
      };
    case 'copy':
      return copyQuestion(around);
    case 'default':
      return {
        default: ask.text({
          label: text('Trả lời có sẵn', 'Answer that stands there'),
          maxLength: 250,
        }),
      };
    case 'own-words':
      return {
        ...bilingual('missing', {
          label: text('Lời nhắc khi bỏ trống', 'Words when it is left empty'),
          isOptional: true,
        }),
        ...bilingual('wrong', {
          label: text('Lời nhắc khi trả lời sai', 'Words when it is wrong'),
          isOptional: true,
        }),
      };
  }
}

const optionQuestions: Questions = {
  options: ask.table(
    {
      value: ask.text({
        label: text('Giá trị lưu', 'Stored value'),
        hint: text(
          'Để trống thì lấy lời hiện ra. Quy tắc so với giá trị này.',
          'Left empty: the words shown. Rules compare with it.',
        ),
        maxLength: 250,
      }),
      ...bilingual('label', { label: text('Lời hiện ra', 'Words shown') }),
      ...bilingual('hint', { label: text('Giải thích', 'Explanation'), isOptional: true }),
    },
    { label: text('Các lựa chọn', 'Choices'), max: 500 },
  ),
  optionsFrom: ask.select(
    Object.entries(lists).map(([value, label]) => ({ value, label })),
    {
      label: text('Hoặc lấy từ danh mục', 'Or from a list of data'),
      hint: text(
        'Chọn danh mục thì không cần ghi lựa chọn ở trên',
        'With a list no choices are needed above',
      ),
    },
  ),
};

const dayRules = [
  { value: 'not-future', label: text('Không sau hôm nay', 'Not in the future') },
  { value: 'not-past', label: text('Không trước hôm nay', 'Not in the past') },
  { value: 'adult', label: text('Đủ 18 tuổi', 'At least 18 years ago') },
];

function copyQuestion({ copyable }: Surroundings): Questions {
  if (copyable.length === 0) return {};
  return {
    copyFrom: ask.select(
      copyable.map(({ name, label }) => ({ value: name, label })),
      {
        label: text('Chép từ câu trả lời trước', 'Copied from an earlier answer'),
        hint: text(
          'Hiện sẵn khi ô còn trống; người khai sửa được',
          'Stands there while the box is empty',
        ),
      },
    ),
  };
}
