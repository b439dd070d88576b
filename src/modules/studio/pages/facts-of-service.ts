import type { CatalogueFacts } from '#/modules/procedure/index.ts';
import { ask, form } from '#/platform/form/index.ts';
import { text } from '#/values/text.ts';
import { bilingual, mustWords, typeWords } from '../question/bilingual.ts';
import { rowsOf, type FactsSection } from './facts-section.ts';
import { agencyLevels, channelWords, onlineLevels, receivingUnits } from './facts-words.ts';

/** What the service is: its name, who runs it, how it is done, how long it takes and what it costs. */
export const factsOfService: readonly FactsSection[] = [
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
];
