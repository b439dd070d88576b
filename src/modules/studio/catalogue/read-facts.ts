import { agencyLevels } from '#/modules/procedure/index.ts';
import { isUnit } from './durations.ts';
import type { Look } from './look.ts';
import { channelOf } from './read-national.ts';
import type { CatalogueRecord, RecordCase, RecordPaper } from './record.ts';

/** A procedure as a list of facts: documents, fees and deadline beside each other. */
export function readFacts(at: Look): CatalogueRecord {
  const deadline = at.at('deadline');
  const agency = at.at('executingAgency').words();
  return {
    code: at.at('code').words(),
    name: at.at('name').words(),
    decision: '',
    field: { code: at.at('field').at('code').words(), name: at.at('field').at('name').words() },
    agency,
    level: levelOf(at.at('agencyLevel').words()),
    online: at.at('onlineLevel').words() === 'FULL' ? 'FULL' : 'PARTIAL',
    steps: stepsOf(at),
    methods: methodsOf(at, deadline),
    deadlineWords: deadline.at('text').words(),
    feeWords: '',
    sets: null,
    papers: at.at('documents').list().map(paperOf),
    cases: deadline.at('cases').list().flatMap(caseOf),
    subjects: at
      .at('subjects')
      .list()
      .map((subject) => subject.words())
      .filter(Boolean),
    results: at
      .at('results')
      .list()
      .map((result) => ({ code: result.at('code').words(), name: result.at('name').words() })),
    legalBases: at
      .at('legalBases')
      .list()
      .map((basis) => ({ number: basis.at('number').words(), title: basis.at('title').words() })),
    conditions: at
      .at('conditions')
      .list()
      .map((condition) => condition.words())
      .filter(Boolean),
    leftovers: [],
  };
}

function levelOf(written: string): CatalogueRecord['level'] {
  return Object.hasOwn(agencyLevels, written) ? (written as CatalogueRecord['level']) : null;
}

function stepsOf(at: Look): string {
  return at
    .at('steps')
    .list()
    .map((step, no) => `${no + 1}. ${step.at('name').words()} (${step.at('role').words()})`)
    .join('\n');
}

function methodsOf(at: Look, deadline: Look): CatalogueRecord['methods'] {
  const fees = at.at('fees').list();
  return (['ONLINE', 'DIRECT', 'POSTAL'] as const).map((channel) => ({
    channel,
    qty: deadline.at('qty').number(),
    unit: deadline.at('unit').words() || null,
    words: '',
    fees: fees
      .filter((fee) =>
        fee
          .at('channels')
          .list()
          .some((one) => channelOf(one.words()) === channel || one.words() === 'ALL'),
      )
      .map((fee) => ({
        amount: fee.at('amount').number(),
        words: [fee.at('name').words(), fee.at('unit').words()].filter(Boolean).join(', '),
      })),
  }));
}

function paperOf(at: Look): RecordPaper {
  const [condition, note] = [at.at('condition').words(), at.at('note').words()];
  const name = at.at('name').words();
  return {
    code: at.at('code').words(),
    name: [name, condition && `(${condition})`, note && `– ${note}`].filter(Boolean).join(' '),
    originals: at.at('originals').number(),
    copies: at.at('copies').number(),
    required: at.at('required').yesOrNo(),
    heading: at.at('group').words(),
  };
}

function caseOf(at: Look): RecordCase[] {
  const [qty, unit] = [at.at('qty').number(), at.at('unit').words()];
  return qty === null || qty <= 0 || !isUnit(unit)
    ? []
    : [{ name: at.at('when').words(), qty, unit }];
}
