import { escaped } from '../text/spans.ts';

/** rules.dmn of the skeleton: nobody is turned away, one paper, no fee, three working days. */
export function dmnOf(slug: string, name: string): string {
  const inputs = ['answers', 'channel', 'submittedOn', 'territory', 'beneficiary', 'variant']
    .map(
      (input) =>
        `  <inputData id="input_${input}" name="${input}"><variable name="${input}"/></inputData>`,
    )
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="rules" name="${escaped(name)}" namespace="https://chinhquyenso.vn/procedures/${slug}">
${inputs}

${tables.map(table).join('\n\n')}
</definitions>
`;
}

interface Sketch {
  readonly id: string;
  readonly hitPolicy: 'COLLECT' | 'UNIQUE';
  readonly input: string;
  readonly outputs: readonly string[];
  readonly rules: readonly (readonly string[])[];
}

const tables: readonly Sketch[] = [
  {
    id: 'eligibility',
    hitPolicy: 'COLLECT',
    input: 'channel',
    outputs: ['code', 'vi', 'en'],
    rules: [],
  },
  { id: 'papers', hitPolicy: 'COLLECT', input: 'channel', outputs: [''], rules: [['"TOKHAI"']] },
  {
    id: 'fees',
    hitPolicy: 'COLLECT',
    input: 'territory',
    outputs: ['key', 'amount', 'quantity'],
    rules: [['"LE_PHI"', '0', '1']],
  },
  {
    id: 'deadline',
    hitPolicy: 'UNIQUE',
    input: 'variant',
    outputs: ['qty', 'unit', 'cutoff', 'case'],
    rules: [['3', '"WORKING_DAY"', 'null', '"NORMAL"']],
  },
];

/** A decision table whose rules always apply; their legal basis stands beside them. */
function table({ id, hitPolicy, input, outputs, rules }: Sketch): string {
  const heads = outputs.map(
    (output, at) => `<output id="${id}_out${at + 1}"${output === '' ? '' : ` name="${output}"`}/>`,
  );
  const written = rules.map(
    (results, at) => `<rule id="${id}_${at + 1}">
        <inputEntry><text>-</text></inputEntry>
        ${results.map((result) => `<outputEntry><text>${result}</text></outputEntry>`).join('\n        ')}
        <annotationEntry><text>Văn bản, điều, khoản</text></annotationEntry>
      </rule>`,
  );
  const parts = [
    `<input id="${id}_in1" label="${input}"><inputExpression><text>${input}</text></inputExpression></input>`,
    ...heads,
    '<annotation name="Căn cứ"/>',
    ...written,
  ];
  return `  <decision id="${id}" name="${id}">
    <variable name="${id}"/>
    <informationRequirement id="${id}_needs_${input}"><requiredInput href="#input_${input}"/></informationRequirement>
    <decisionTable id="${id}_table" hitPolicy="${hitPolicy}">
      ${parts.join('\n      ')}
    </decisionTable>
  </decision>`;
}
