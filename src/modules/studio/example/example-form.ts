import { ask, form, type Asked, type Form, type Question } from '#/platform/form/index.ts';
import { channelNames, type CatalogueFacts } from '#/modules/procedure/index.ts';
import { text } from '#/values/text.ts';

type Questions = Form<Readonly<Record<string, Asked>>>;

/** Questions of the example itself; names of questions of procedures never begin with an underscore. */
const given = {
  _title: ask.textarea({
    label: text('Trường hợp nào, theo điều khoản nào?', 'Which case, by which clause?'),
    hint: text(
      'Ví dụ: Khai sinh trong 60 ngày thì miễn lệ phí (Luật Hộ tịch, Điều 11)',
      'For example: registered within 60 days, free of charge (article 11)',
    ),
    required: true,
    maxLength: 300,
  }),
  _channel: ask.radio(
    (['ONLINE', 'DIRECT', 'POSTAL'] as const).map((value) => ({
      value,
      label: channelNames[value],
    })),
    { label: text('Cách nộp', 'How it is filed'), required: true },
  ),
  _submittedOn: ask.date({ label: text('Ngày nộp', 'Day of filing'), required: true }),
  _territory: ask.text({
    label: text('Vùng thu phí', 'Fee territory'),
    hint: text('Ví dụ CT-PL1', 'For example CT-PL1'),
    maxLength: 60,
  }),
  _beneficiary: ask.text({
    label: text('Diện miễn, giảm', 'Exemptions'),
    hint: text(
      'Các mã, cách nhau bởi dấu phẩy, ví dụ HO_NGHEO',
      'Codes parted by commas, such as HO_NGHEO',
    ),
    maxLength: 400,
  }),
  _variant: ask.radio(
    [
      { value: 'NORMAL', label: text('Thường', 'Ordinary') },
      { value: 'VERIFY', label: text('Có xác minh', 'With verification') },
      { value: 'EXTEND', label: text('Gia hạn', 'Extended') },
    ],
    { label: text('Loại xử lý', 'Course'), required: true },
  ),
};

function expected(facts: Partial<CatalogueFacts>) {
  const papers = (facts.papers ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const fees = (facts.fees ?? []).map(({ key, name }) => ({ value: key, label: name }));
  return {
    _checksEligibility: ask.checkbox({
      label: text('Kiểm tra: có được nộp không', 'Check: whether one may apply'),
    }),
    _eligibility: ask.text({
      label: text('Mã lý do không được nộp', 'Codes of the obstacles'),
      hint: text(
        'Cách nhau bởi dấu phẩy; để trống là được nộp',
        'Parted by commas; empty: one may apply',
      ),
      maxLength: 1000,
    }),
    _checksPapers: ask.checkbox({ label: text('Kiểm tra: giấy tờ cần có', 'Check: papers') }),
    _papers: ask.table(
      { code: ask.select(papers, { label: text('Giấy tờ', 'Paper'), required: true }) },
      { label: text('Giấy tờ cần có', 'Papers needed'), max: 60 },
    ),
    _checksFees: ask.checkbox({ label: text('Kiểm tra: từng khoản thu', 'Check: each fee') }),
    _fees: ask.table(
      {
        key: ask.select(fees, { label: text('Khoản thu', 'Fee'), required: true }),
        amount: ask.decimal({ label: text('Số tiền (đồng)', 'Amount (đồng)'), required: true }),
        quantity: ask.decimal({ label: text('Số lượng', 'Quantity'), required: true }),
      },
      { label: text('Các khoản thu', 'Fees'), max: 60 },
    ),
    _feeTotal: ask.decimal({
      label: text('Tổng phải nộp (đồng)', 'Total (đồng)'),
      hint: text('Để trống thì không kiểm tra', 'Left empty it is not checked'),
    }),
    _qty: ask.decimal({
      label: text('Thời hạn', 'Deadline'),
      hint: text(
        'Để trống các ô thời hạn thì không kiểm tra',
        'Left empty the deadline is not checked',
      ),
    }),
    _unit: ask.select(
      [
        { value: 'WORKING_DAY', label: text('ngày làm việc', 'working days') },
        { value: 'DAY', label: text('ngày', 'days') },
        { value: 'WORKING_HOUR', label: text('giờ làm việc', 'working hours') },
        { value: 'HOUR', label: text('giờ', 'hours') },
        { value: 'MONTH', label: text('tháng', 'months') },
      ],
      { label: text('Đơn vị', 'Unit') },
    ),
    _cutoff: ask.text({
      label: text('Giờ chốt', 'Cut-off'),
      hint: text(
        'Ví dụ 15:00; ghi “không” nếu không có',
        'For example 15:00; “không” when there is none',
      ),
      maxLength: 10,
    }),
    _case: ask.text({ label: text('Trường hợp thời hạn', 'Case of the deadline'), maxLength: 60 }),
  };
}

/** The questions about an example: the case, what the form was told, and what the law says of it. */
export function exampleForm(
  facts: Partial<CatalogueFacts>,
  questions: readonly Question[],
): Questions {
  const answers = answerable(questions).map((question) => {
    const { name, when: _when, ...others } = unlimited(question);
    return [name, { ...others, required: false as const }] as const;
  });
  return form({ ...given, ...expected(facts), ...Object.fromEntries(answers) } as Record<
    string,
    Asked
  >);
}

/** An example may hold what the form would refuse: somebody too young, a day to come. Only shapes are asked for. */
function unlimited(question: Question): Question {
  const {
    rule: _rule,
    min: _min,
    max,
    pattern: _pattern,
    required: _required,
    columns,
    ...others
  } = question;
  return {
    ...others,
    ...(columns === undefined ? {} : { columns: columns.map(unlimited), max }),
  };
}

/** Questions that somebody answers, each once: those before filing may stand in the form too. */
export function answerable(questions: readonly Question[]): readonly Question[] {
  const asked = questions.filter(({ kind }) => kind !== 'computed');
  return [...new Map(asked.map((question) => [question.name, question])).values()];
}
