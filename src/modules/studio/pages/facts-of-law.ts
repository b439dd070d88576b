import type { CatalogueFacts } from '#/modules/procedure/index.ts';
import { ask, form } from '#/platform/form/index.ts';
import type { Day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { bilingual, mustWords, typeWords } from '../question/bilingual.ts';
import { rowsOf, type FactsSection } from './facts-section.ts';
import { lifeEventOptions } from './facts-words.ts';

/** What the law says of the service: for whom, on what grounds, with which result, from when; and how it is found. */
export const factsOfLaw: readonly FactsSection[] = [
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
      results: results.map(({ code, name, register, symbol, retention }) => ({
        code,
        register,
        symbol,
        retention,
        ...typeWords('name', name),
      })),
    }),
    change: (answers, facts) => ({
      results: rowsOf(answers, 'results').map((row) => {
        const code = String(row['code']);
        // What makes a credential of it is not asked here, and stays.
        const credential = facts.results?.find((result) => result.code === code)?.credential;
        return {
          code,
          name: mustWords(row, 'name'),
          template: 'result.typ',
          register: String(row['register']),
          symbol: String(row['symbol']),
          retention: String(row['retention']),
          ...(credential && { credential }),
        };
      }),
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
