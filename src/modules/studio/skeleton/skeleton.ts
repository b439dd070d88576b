import type { Artefacts, CatalogueFacts } from '#/modules/procedure/index.ts';
import type { Day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { writeJson } from '../text/write-json.ts';
import { bpmnOf } from './process.ts';
import { dmnOf } from './rules.ts';

/**
 * The six texts of a procedure that passes every check: one page, one paper, no fee, three working days, the usual
 * way from reception to delivery. Its author replaces words and facts, and adds examples before rules.
 */
export function skeletonOf(slug: string, name: string, effectiveFrom: Day): Artefacts {
  return {
    'procedure.json': writeJson(catalogue(slug, name, effectiveFrom)),
    'form.json': writeJson(form(name)),
    'process.bpmn': bpmnOf(slug, name),
    'rules.dmn': dmnOf(slug, name),
    'result.typ': typst(name),
    'examples.json': writeJson(examples(effectiveFrom)),
  };
}

function catalogue(slug: string, name: string, effectiveFrom: Day): CatalogueFacts {
  return {
    code: 'CHUA.CO.MA',
    slug,
    name: text(name, name),
    shortName: text(name, name),
    effectiveFrom,
    agencyLevel: 'COMMUNE',
    executingAgency: text('Ủy ban nhân dân cấp xã', 'People’s Committee of the commune'),
    field: { code: 'LINH.VUC', name: text('Lĩnh vực', 'Field') },
    lifeEvents: [],
    subjects: [text('Công dân Việt Nam', 'Vietnamese citizens')],
    onlineLevel: 'FULL',
    jurisdiction: text('Ủy ban nhân dân cấp xã nơi cư trú.', 'The commune where you live.'),
    legalBases: [{ number: '63/2010/NĐ-CP', title: 'Kiểm soát thủ tục hành chính' }],
    steps: text(
      '1. Nộp hồ sơ.\n2. Cơ quan tiếp nhận và giải quyết.\n3. Nhận kết quả.',
      '1. Apply.\n2. The authority receives and settles the dossier.\n3. Receive the result.',
    ),
    channels: ['ONLINE', 'DIRECT'],
    sets: 1,
    papers: [
      {
        code: 'TOKHAI',
        name: text('Tờ khai', 'Application form'),
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
        name: text('Kết quả', 'Result'),
        template: 'result.typ',
        register: 'Sổ kết quả',
        symbol: 'KQ',
        retention: 'UNSPECIFIED',
      },
    ],
    fees: [{ key: 'LE_PHI', name: text('Lệ phí', 'Fee') }],
    deadlineText: text('03 ngày làm việc.', '3 working days.'),
    feeText: text('Không thu.', 'Free.'),
    conditions: [],
    words: [name.toLowerCase()],
    receivingUnit: 'one-stop',
    eligibility: [],
    confidence: 'Bản nháp: chưa đối chiếu với văn bản.',
  };
}

function form(name: string) {
  return {
    title: text(name, name),
    pages: [
      {
        id: 'thong-tin-cua-ban',
        title: text('Thông tin của bạn', 'About you'),
        questions: [
          {
            name: 'nyc_ho_ten',
            kind: 'person-name',
            label: text('Họ, chữ đệm, tên của bạn', 'Your full name'),
            required: true,
            prefill: 'profile.fullName',
            maxLength: 100,
          },
        ],
      },
    ],
    computed: {},
    checks: [],
  };
}

function examples(submittedOn: Day) {
  return [
    {
      title: 'Không thu lệ phí, 03 ngày làm việc (ghi văn bản, điều, khoản)',
      given: {
        answers: { nyc_ho_ten: 'Nguyễn Văn An' },
        channel: 'ONLINE',
        submittedOn,
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
