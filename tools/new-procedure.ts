// Writes the skeleton of a procedure: npm run new:procedure -- slug "Tên thủ tục"
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../procedures/', import.meta.url));

/**
 * The six files of a procedure that passes every check: one page, one paper, no fee, three working days, the usual
 * way from reception to delivery. Its author replaces words and facts, and adds examples before rules.
 */
export function skeletonOf(slug: string, name: string): Record<string, string> {
  return {
    'procedure.json': json(catalogue(slug, name)),
    'form.json': json(form(name)),
    'process.bpmn': bpmn(slug, name),
    'rules.dmn': dmn(slug, name),
    'result.typ': typst(name),
    'examples.json': json(examples),
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const both = (vi: string, en: string) => ({ vi, en });
const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function catalogue(slug: string, name: string) {
  return {
    code: 'CHUA.CO.MA',
    slug,
    name: both(name, name),
    shortName: both(name, name),
    effectiveFrom: new Date().toISOString().slice(0, 10),
    agencyLevel: 'COMMUNE',
    executingAgency: both('Ủy ban nhân dân cấp xã', 'People’s Committee of the commune'),
    field: { code: 'LINH.VUC', name: both('Lĩnh vực', 'Field') },
    lifeEvents: [],
    subjects: [both('Công dân Việt Nam', 'Vietnamese citizens')],
    onlineLevel: 'FULL',
    jurisdiction: both('Ủy ban nhân dân cấp xã nơi cư trú.', 'The commune where you live.'),
    legalBases: [{ number: '63/2010/NĐ-CP', title: 'Kiểm soát thủ tục hành chính' }],
    steps: both(
      '1. Nộp hồ sơ.\n2. Cơ quan tiếp nhận và giải quyết.\n3. Nhận kết quả.',
      '1. Apply.\n2. The authority receives and settles the dossier.\n3. Receive the result.',
    ),
    channels: ['ONLINE', 'DIRECT'],
    sets: 1,
    papers: [
      {
        code: 'TOKHAI',
        name: both('Tờ khai', 'Application form'),
        originals: 1,
        copies: 0,
        group: 'FORM',
        reuseFrom: null,
        required: true,
      },
    ],
    results: [
      {
        code: 'KQ.KETQUA',
        name: both('Kết quả', 'Result'),
        template: 'result.typ',
        register: 'Sổ kết quả',
        symbol: 'KQ',
        retention: 'UNSPECIFIED',
      },
    ],
    fees: [{ key: 'LE_PHI', name: both('Lệ phí', 'Fee') }],
    deadlineText: both('03 ngày làm việc.', '3 working days.'),
    feeText: both('Không thu.', 'Free.'),
    conditions: [],
    words: [name.toLowerCase()],
    receivingUnit: 'one-stop',
    eligibility: [],
    confidence: 'Bản nháp: chưa đối chiếu với văn bản.',
  };
}

function form(name: string) {
  return {
    title: both(name, name),
    pages: [
      {
        id: 'thong-tin-cua-ban',
        title: both('Thông tin của bạn', 'About you'),
        questions: [
          {
            name: 'nyc_ho_ten',
            kind: 'person-name',
            label: both('Họ, chữ đệm, tên của bạn', 'Your full name'),
            required: true,
            prefill: 'profile.fullName',
            maxLength: 100,
          },
        ],
      },
      {
        id: 'cam-doan',
        title: both('Cam đoan', 'Declaration'),
        questions: [
          {
            name: 'cam_doan',
            kind: 'consent',
            label: both(
              'Tôi cam đoan nội dung kê khai là đúng sự thật',
              'I declare that what I have stated is true',
            ),
            required: true,
          },
        ],
      },
    ],
    computed: {},
    checks: [],
  };
}

const examples = [
  {
    title: 'Không thu lệ phí, 03 ngày làm việc (ghi văn bản, điều, khoản)',
    given: {
      answers: { nyc_ho_ten: 'Nguyễn Văn An' },
      channel: 'ONLINE',
      submittedOn: '2026-07-15',
      territory: 'CT-PL1',
      beneficiary: [],
      variant: 'NORMAL',
    },
    expect: {
      eligibility: [],
      papers: ['TOKHAI'],
      feeTotal: 0,
      deadline: { qty: 3, unit: 'WORKING_DAY', cutoff: null, case: 'NORMAL' },
    },
  },
];

const task = (id: string, vi: string, en: string, facts: string) =>
  `    <bpmn:userTask id="${id}" name="${vi}" cqs:nameEn="${en}"\n      cqs:kind="${id}" ${facts}/>`;

function bpmn(slug: string, name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:cqs="https://chinhquyenso.vn/schema/bpmn/1.0" id="definitions"
  targetNamespace="https://chinhquyenso.vn/procedures/${slug}">
  <bpmn:process id="${slug}" name="${escaped(name)}" isExecutable="true" cqs:variables="proposal">
    <bpmn:startEvent id="Start" name="Hồ sơ đã nộp" cqs:nameEn="Dossier submitted"/>
${task('receive', 'Tiếp nhận, kiểm tra hồ sơ', 'Receive and check', 'cqs:role="TIEP_NHAN" cqs:unit="one-stop" cqs:hours="4" cqs:state="SUBMITTED" cqs:outcomes="accept refuse"')}
    <bpmn:exclusiveGateway id="Accepted" name="Hồ sơ có được tiếp nhận?" cqs:nameEn="Is the dossier accepted?" default="Accepted_next"/>
${task('handle', 'Thẩm tra hồ sơ, soạn kết quả', 'Examine, draft the result', 'cqs:role="CHUYEN_VIEN" cqs:unit="economy" cqs:hours="12" cqs:state="HANDLING" cqs:outcomes="forward propose-refusal"')}
${task('approve', 'Ký duyệt', 'Sign', 'cqs:role="LANH_DAO_UBND" cqs:unit="leadership" cqs:hours="4" cqs:state="AWAITING_SIGNATURE" cqs:outcomes="approve return"')}
    <bpmn:exclusiveGateway id="Approved" name="Lãnh đạo có ký?" cqs:nameEn="Does the leader sign?" default="Approved_next"/>
${task('register', 'Đóng dấu, vào sổ', 'Seal, enter the register', 'cqs:role="VAN_THU" cqs:unit="records" cqs:hours="2" cqs:state="SIGNED" cqs:outcomes="done"')}
${task('deliver', 'Trả kết quả', 'Deliver', 'cqs:role="TRA_KET_QUA" cqs:unit="one-stop" cqs:hours="2" cqs:state="RESOLVED" cqs:outcomes="done"')}
    <bpmn:exclusiveGateway id="Granted" name="Đồng ý hay từ chối giải quyết?" cqs:nameEn="Granted or refused?" default="Granted_EndDelivered"/>
    <bpmn:endEvent id="EndDelivered" name="Đã trả kết quả" cqs:nameEn="Result delivered"/>
    <bpmn:endEvent id="EndRefusedResult" name="Đã trả văn bản từ chối giải quyết" cqs:nameEn="Reasoned refusal delivered"/>
    <bpmn:endEvent id="EndRefused" name="Từ chối tiếp nhận" cqs:nameEn="Refused at intake"/>

${flow('Start', 'receive')}
${flow('receive', 'Accepted')}
${flow('Accepted', 'handle', undefined, 'Accepted_next')}
${flow('Accepted', 'EndRefused', 'outcome = "refuse"')}
${flow('handle', 'approve')}
${flow('approve', 'Approved')}
${flow('Approved', 'register', undefined, 'Approved_next')}
${flow('Approved', 'handle', 'outcome = "return"')}
${flow('register', 'deliver')}
${flow('deliver', 'Granted')}
${flow('Granted', 'EndDelivered')}
${flow('Granted', 'EndRefusedResult', 'proposal = "refuse"')}
  </bpmn:process>
</bpmn:definitions>
`;
}

function flow(from: string, to: string, condition?: string, id = `${from}_${to}`): string {
  const head = `    <bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"`;
  if (condition === undefined) return `${head}/>`;
  return `${head}>\n      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>\n    </bpmn:sequenceFlow>`;
}

function dmn(slug: string, name: string): string {
  const inputs = ['answers', 'channel', 'submittedOn', 'territory', 'beneficiary', 'variant']
    .map(
      (input) =>
        `  <inputData id="input_${input}" name="${input}"><variable name="${input}"/></inputData>`,
    )
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="rules" name="${escaped(name)}" namespace="https://chinhquyenso.vn/procedures/${slug}">
${inputs}

  <decision id="eligibility" name="eligibility">
    <variable name="eligibility"/>
    <literalExpression id="eligibility_expression"><text>[]</text></literalExpression>
  </decision>

${table('papers', 'COLLECT', ['channel'], [''], ['"TOKHAI"'])}

${table('fees', 'COLLECT', ['territory'], ['key', 'amount', 'quantity'], ['"LE_PHI"', '0', '1'])}

${table('deadline', 'UNIQUE', ['variant'], ['qty', 'unit', 'cutoff', 'case'], ['3', '"WORKING_DAY"', 'null', '"NORMAL"'])}
</definitions>
`;
}

/** A decision table with one rule that always applies; its legal basis stands beside it. */
function table(
  id: string,
  hitPolicy: string,
  inputs: string[],
  outputs: string[],
  results: string[],
): string {
  const needs = inputs.map(
    (input) =>
      `<informationRequirement id="${id}_needs_${input}"><requiredInput href="#input_${input}"/></informationRequirement>`,
  );
  const columns = inputs.map(
    (input) =>
      `<input id="${id}_${input}" label="${input}"><inputExpression><text>${input}</text></inputExpression></input>`,
  );
  const heads = outputs.map(
    (output) => `<output id="${id}_out_${output}"${output === '' ? '' : ` name="${output}"`}/>`,
  );
  const tests = inputs.map(() => '<inputEntry><text>-</text></inputEntry>');
  const entries = results.map((result) => `<outputEntry><text>${result}</text></outputEntry>`);
  return `  <decision id="${id}" name="${id}">
    <variable name="${id}"/>
    ${needs.join('')}
    <decisionTable id="${id}_table" hitPolicy="${hitPolicy}">
      ${[...columns, ...heads].join('\n      ')}
      <annotation name="Căn cứ"/>
      <rule id="${id}_1">
        ${[...tests, ...entries].join('\n        ')}
        <annotationEntry><text>Văn bản, điều, khoản</text></annotationEntry>
      </rule>
    </decisionTable>
  </decision>`;
}

function typst(name: string): string {
  const title = name.replaceAll('\\', '').replaceAll('"', '\\"');
  return `#import "letterhead.typ": fact, result-paper, told

#let data = json(bytes(sys.inputs.data))

#show: result-paper.with(
  data,
  title: "${title}",
  procedure: "${title}",
  recipients: ("Người yêu cầu",),
)

#fact("Họ, chữ đệm, tên", told(data, "nyc_ho_ten"))
`;
}

if (import.meta.main) {
  const [slug = '', name = ''] = process.argv.slice(2);
  if (
    !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ||
    slug.length > 80 ||
    name.trim() === '' ||
    name.length > 120
  ) {
    console.error(
      'Cách dùng: npm run new:procedure -- cap-lai-giay-khai-sinh "Cấp lại Giấy khai sinh"',
    );
    process.exit(2);
  }
  const target = join(folder, slug);
  if (existsSync(target)) {
    console.error(`Đã có thư mục ${target}`);
    process.exit(2);
  }
  mkdirSync(target, { recursive: true });
  const files = skeletonOf(slug, name.trim().normalize('NFC'));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(target, file), content);
  console.log(
    `Đã tạo procedures/${slug}. Viết ví dụ trước, luật sau; kiểm tra bằng: npx cqs procedure check procedures/${slug}`,
  );
}
