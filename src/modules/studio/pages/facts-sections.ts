import type { CatalogueFacts } from '#/modules/procedure/index.ts';
import { ask, form, type Answers, type Asked, type Form } from '#/platform/form/index.ts';
import type { Day } from '#/values/day.ts';
import { text, type Text } from '#/values/text.ts';
import {
  agencyLevels,
  channelWords,
  lifeEventOptions,
  onlineLevels,
  receivingUnits,
} from './facts-words.ts';
import { bilingual, mustWords, typeWords } from '../question/bilingual.ts';

type Facts = Partial<CatalogueFacts>;
type Change = { readonly [K in keyof CatalogueFacts]?: CatalogueFacts[K] | undefined };

/** One page of catalogue facts. */
export interface FactsSection {
  readonly slug: string;
  readonly title: Text;
  readonly lead?: Text;
  readonly form: Form<Readonly<Record<string, Asked>>>;
  /** The facts as its questions are filled in. */
  fill(facts: Facts): Answers;
  /** The facts that its answers change. */
  change(answers: Answers, facts: Facts): Change;
}

/** The catalogue facts, page by page. */
export const factsSections: readonly FactsSection[] = [
  {
    slug: 'ten',
    title: text('Tên, mã và lĩnh vực', 'Name, code and field'),
    form: form({
      ...bilingual('name', { label: text('Tên thủ tục theo quyết định công bố', 'Official name') }),
      ...bilingual('shortName', { label: text('Người dân gọi là', 'What people call it') }),
      code: ask.text({
        label: text('Mã thủ tục quốc gia', 'National code'),
        hint: text('Ví dụ 1.001193', 'For example 1.001193'),
        required: true,
        maxLength: 40,
        pattern: '^[0-9A-Z.]+$',
        wrong: text('Mã chỉ gồm số, chữ hoa và dấu chấm', 'A code holds digits, capitals and dots'),
      }),
      field_code: ask.text({
        label: text('Mã lĩnh vực', 'Code of the field'),
        required: true,
        maxLength: 120,
      }),
      ...bilingual('field', { label: text('Lĩnh vực', 'Field') }),
    }),
    fill: ({ name, shortName, code, field }) => ({
      ...typeWords('name', name),
      ...typeWords('shortName', shortName),
      code,
      field_code: field?.code,
      ...typeWords('field', field?.name),
    }),
    change: (answers) => ({
      code: String(answers['code']),
      name: mustWords(answers, 'name'),
      shortName: mustWords(answers, 'shortName'),
      field: { code: String(answers['field_code']), name: mustWords(answers, 'field') },
    }),
  },
  {
    slug: 'co-quan',
    title: text('Cơ quan và nơi nộp', 'Authority and place of filing'),
    form: form({
      agencyLevel: ask.radio(agencyLevels, {
        label: text('Cấp thực hiện', 'Level'),
        required: true,
      }),
      ...bilingual('executingAgency', { label: text('Cơ quan thực hiện', 'Executing authority') }),
      receivingUnit: ask.radio(receivingUnits, {
        label: text('Nơi tiếp nhận', 'Received by'),
        required: true,
      }),
      ...bilingual('jurisdiction', {
        label: text('Thẩm quyền theo nơi nào?', 'Which place is competent?'),
        isLong: true,
      }),
    }),
    fill: ({ agencyLevel, executingAgency, receivingUnit, jurisdiction }) => ({
      agencyLevel,
      ...typeWords('executingAgency', executingAgency),
      receivingUnit,
      ...typeWords('jurisdiction', jurisdiction),
    }),
    change: (answers) => ({
      agencyLevel: answers['agencyLevel'] as CatalogueFacts['agencyLevel'],
      executingAgency: mustWords(answers, 'executingAgency'),
      receivingUnit: answers['receivingUnit'] as CatalogueFacts['receivingUnit'],
      jurisdiction: mustWords(answers, 'jurisdiction'),
    }),
  },
  {
    slug: 'cach-thuc',
    title: text('Trình tự và cách thức', 'Steps and ways of filing'),
    form: form({
      ...bilingual('steps', { label: text('Trình tự thực hiện', 'Steps'), isLong: true }),
      ...Object.fromEntries(
        channelWords.map(({ value, label }) => [value, ask.checkbox({ label })] as const),
      ),
      onlineLevel: ask.radio(onlineLevels, {
        label: text('Mức độ trực tuyến', 'Online level'),
        required: true,
      }),
      sets: ask.integer({
        label: text('Số bộ hồ sơ', 'Number of sets'),
        required: true,
        min: 1,
        max: 10,
      }),
    }),
    fill: ({ steps, channels = [], onlineLevel, sets = 1 }) => ({
      ...typeWords('steps', steps),
      ...Object.fromEntries(channels.map((channel) => [channel, true])),
      onlineLevel,
      sets,
    }),
    change: (answers, facts) => ({
      steps: mustWords(answers, 'steps'),
      channels: channelWords.map(({ value }) => value).filter((value) => answers[value] === true),
      onlineLevel: answers['onlineLevel'] as CatalogueFacts['onlineLevel'],
      ...(answers['sets'] === 1 && facts.sets === undefined
        ? {}
        : { sets: Number(answers['sets']) }),
    }),
  },
  {
    slug: 'thoi-han-le-phi',
    title: text('Thời hạn và lệ phí', 'Deadline and fees'),
    lead: text(
      'Đây là lời công bố cho người đọc. Con số mà máy tính nằm ở phần Quy tắc.',
      'These are words for readers. The figures that are computed stand under Rules.',
    ),
    form: form({
      ...bilingual('deadlineText', {
        label: text('Thời hạn giải quyết', 'Deadline'),
        isLong: true,
      }),
      ...bilingual('feeText', { label: text('Phí, lệ phí', 'Fees'), isLong: true }),
      fees: ask.table(
        {
          key: ask.text({ label: text('Mã', 'Key'), required: true, maxLength: 120 }),
          ...bilingual('name', { label: text('Tên khoản thu', 'Name of the fee') }),
        },
        { label: text('Các khoản thu mà quy tắc dùng', 'Fees that the rules name'), max: 60 },
      ),
    }),
    fill: ({ deadlineText, feeText, fees = [] }) => ({
      ...typeWords('deadlineText', deadlineText),
      ...typeWords('feeText', feeText),
      fees: fees.map(({ key, name }) => ({ key, ...typeWords('name', name) })),
    }),
    change: (answers, facts) => {
      const fees = rowsOf(answers, 'fees').map((row) => ({
        key: String(row['key']),
        name: mustWords(row, 'name'),
      }));
      return {
        deadlineText: mustWords(answers, 'deadlineText'),
        feeText: mustWords(answers, 'feeText'),
        ...(fees.length === 0 && facts.fees === undefined ? {} : { fees }),
      };
    },
  },
  {
    slug: 'doi-tuong',
    title: text('Đối tượng và điều kiện', 'Who may apply, and conditions'),
    form: form({
      subjects: ask.table(bilingual('words', { label: text('Đối tượng', 'Applicant') }), {
        label: text('Đối tượng thực hiện', 'Who may apply'),
        required: true,
        max: 20,
      }),
      conditions: ask.table(
        bilingual('words', { label: text('Điều kiện', 'Condition'), isLong: true }),
        {
          label: text('Yêu cầu, điều kiện', 'Conditions'),
          max: 30,
        },
      ),
      about: ask.text({
        label: text('Hồ sơ là của ai, về việc gì?', 'Whom or what is a dossier about?'),
        hint: text(
          'Tên (mã) câu hỏi trong tờ khai, ví dụ con_ho_ten',
          'Name of a question of the form',
        ),
        maxLength: 120,
      }),
    }),
    fill: ({ subjects = [], conditions = [], about }) => ({
      subjects: subjects.map((one) => typeWords('words', one)),
      conditions: conditions.map((one) => typeWords('words', one)),
      about,
    }),
    change: (answers) => ({
      subjects: rowsOf(answers, 'subjects').map((row) => mustWords(row, 'words')),
      conditions: rowsOf(answers, 'conditions').map((row) => mustWords(row, 'words')),
      about: answers['about'] as string | undefined,
    }),
  },
  {
    slug: 'can-cu',
    title: text('Căn cứ pháp lý', 'Legal bases'),
    form: form({
      legalBases: ask.table(
        {
          number: ask.text({
            label: text('Số, ký hiệu', 'Number'),
            required: true,
            maxLength: 120,
          }),
          title: ask.text({ label: text('Tên văn bản', 'Title'), required: true, maxLength: 500 }),
        },
        { label: text('Văn bản', 'Documents'), required: true, max: 60 },
      ),
      confidence: ask.textarea({
        label: text('Ghi chú về độ tin cậy của nội dung', 'Note on how far this was verified'),
        maxLength: 1000,
      }),
    }),
    fill: ({ legalBases, confidence }) => ({ legalBases, confidence }),
    change: (answers) => ({
      legalBases: rowsOf(answers, 'legalBases') as unknown as CatalogueFacts['legalBases'],
      confidence: (answers['confidence'] as string | undefined) ?? '',
    }),
  },
  {
    slug: 'ket-qua',
    title: text('Kết quả', 'Results'),
    form: form({
      results: ask.table(
        {
          code: ask.text({ label: text('Mã', 'Code'), required: true, maxLength: 120 }),
          ...bilingual('name', { label: text('Tên giấy tờ kết quả', 'Name of the result') }),
          register: ask.text({
            label: text('Ghi vào sổ nào?', 'Which register?'),
            required: true,
            maxLength: 120,
          }),
          symbol: ask.text({ label: text('Ký hiệu', 'Symbol'), required: true, maxLength: 20 }),
          retention: ask.text({
            label: text('Thời hạn lưu', 'Kept for'),
            required: true,
            maxLength: 120,
          }),
        },
        { label: text('Kết quả', 'Results'), required: true, max: 10 },
      ),
    }),
    fill: ({ results = [] }) => ({
      results: results.map(({ name, ...others }) => ({ ...others, ...typeWords('name', name) })),
    }),
    change: (answers) => ({
      results: rowsOf(answers, 'results').map((row) => ({
        code: String(row['code']),
        name: mustWords(row, 'name'),
        template: 'result.typ',
        register: String(row['register']),
        symbol: String(row['symbol']),
        retention: String(row['retention']),
      })),
    }),
  },
  {
    slug: 'tim-kiem',
    title: text('Để người dân tìm thấy', 'How people find it'),
    form: form({
      words: ask.table(
        { phrase: ask.text({ label: text('Cụm từ', 'Phrase'), required: true, maxLength: 120 }) },
        {
          label: text('Người dân hay nói thế nào?', 'How do people put it?'),
          required: true,
          max: 100,
        },
      ),
      lifeEvents: ask.table(
        { code: ask.select(lifeEventOptions, { label: text('Sự kiện', 'Event'), required: true }) },
        { label: text('Thuộc sự kiện cuộc đời nào?', 'Which life events?'), max: 10 },
      ),
    }),
    fill: ({ words = [], lifeEvents = [] }) => ({
      words: words.map((phrase) => ({ phrase })),
      lifeEvents: lifeEvents.map((code) => ({ code })),
    }),
    change: (answers) => ({
      lifeEvents: [...new Set(rowsOf(answers, 'lifeEvents').map(({ code }) => String(code)))],
      words: rowsOf(answers, 'words').map(({ phrase }) => String(phrase)),
    }),
  },
  {
    slug: 'hieu-luc',
    title: text('Ngày hiệu lực', 'Days of force'),
    lead: text(
      'Phiên bản mới có hiệu lực từ ngày này, nhưng không bao giờ trước ngày công bố.',
      'The new version is in force from this day, but never before it is published.',
    ),
    form: form({
      effectiveFrom: ask.date({
        label: text('Có hiệu lực từ ngày', 'In force from'),
        required: true,
      }),
      repealedFrom: ask.date({
        label: text('Bãi bỏ từ ngày', 'Repealed from'),
        hint: text('Để trống nếu thủ tục còn tiếp tục', 'Leave empty while the procedure goes on'),
      }),
    }),
    fill: ({ effectiveFrom, repealedFrom }) => ({ effectiveFrom, repealedFrom }),
    change: (answers) => ({
      effectiveFrom: answers['effectiveFrom'] as Day,
      repealedFrom: answers['repealedFrom'] as Day | undefined,
    }),
  },
];

function rowsOf(answers: Answers, name: string): readonly Answers[] {
  const rows = answers[name];
  return Array.isArray(rows) ? (rows as readonly Answers[]) : [];
}
