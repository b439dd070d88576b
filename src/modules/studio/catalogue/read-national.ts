import { isUnit } from './durations.ts';
import type { Look } from './look.ts';
import type { CatalogueRecord, Channel, RecordCase, RecordMethod, RecordPaper } from './record.ts';

/** The record of a procedure as the national portal gives it out: {code: "OK", data: {…}} or the data alone. */
export function readNational(whole: Look): CatalogueRecord {
  const at = whole.has('data') ? whole.at('data') : whole;
  const agency = agencyOf(at);
  return {
    code: at.at('code').words(),
    name: at.at('name').words(),
    decision:
      at.at('procedureProposal').at('proposalNumber').words() || at.at('decisionNo').words(),
    field: fieldOf(at),
    agency,
    level: levelOf(at, agency),
    online: at.has('isFullProcess') ? (at.at('isFullProcess').isTrue() ? 'FULL' : 'PARTIAL') : null,
    steps: at
      .at('executionSteps')
      .list()
      .map((step) =>
        [step.at('name').words(), step.at('description').words()].filter(Boolean).join('\n'),
      )
      .filter(Boolean)
      .join('\n'),
    methods: at.at('executionMethods').list().map(methodOf),
    deadlineWords: '',
    feeWords: '',
    sets: null,
    papers: papersOf(at),
    cases: at.at('cases').list().flatMap(caseOf),
    subjects: namesAt(at, 'subjectTypesDetails'),
    results: at
      .at('resultsDetails')
      .list()
      .map((result) => ({ code: result.at('code').words(), name: result.at('name').words() })),
    legalBases: at
      .at('legalBasisesDetails')
      .list()
      .map((basis) => ({ number: basis.at('code').words(), title: basis.at('name').words() })),
    conditions: [at.at('requirementsAndConditions').words()].filter(Boolean),
    leftovers: [at.at('description').words(), at.at('note').words()].filter(Boolean),
  };
}

function namesAt(at: Look, list: string): string[] {
  return at
    .at(list)
    .list()
    .map((one) => one.at('name').words())
    .filter(Boolean);
}

function agencyOf(at: Look): string {
  const written = at.at('executingAgencies').words();
  if (written !== '') return written;
  return [...namesAt(at, 'departmentsExecuting'), ...namesAt(at, 'unitGroupsExecuting')].join('; ');
}

function fieldOf(at: Look): CatalogueRecord['field'] {
  const [first] = at.at('categoriesDetails').list();
  const category = first ?? at.at('category');
  return { code: category.at('code').words(), name: category.at('name').words() };
}

function levelOf(at: Look, agency: string): CatalogueRecord['level'] {
  if (/công an/i.test(agency)) return 'COMMUNE_POLICE';
  if (/thuế/i.test(agency)) return 'TAX';
  if (at.at('isWard').isTrue()) return 'COMMUNE';
  return at.at('isProvince').isTrue() ? 'PROVINCE' : null;
}

function methodOf(at: Look): RecordMethod {
  // Where the time is no number, the portal writes words into its place.
  const time = at.at('processingTime');
  const isWords = time.isWords();
  return {
    channel: channelOf(at.at('submissionMethod').words()),
    qty: isWords ? null : time.number(),
    unit: at.at('processingTimeUnit').words() || null,
    words: [isWords ? time.words() : '', at.at('description').words()].filter(Boolean).join('. '),
    fees: at
      .at('fees')
      .list()
      .map((fee) => ({ amount: fee.at('value').number(), words: fee.at('description').words() })),
  };
}

export function channelOf(written: string): Channel | null {
  return written === 'ONLINE' || written === 'DIRECT' || written === 'POSTAL' ? written : null;
}

function papersOf(at: Look): RecordPaper[] {
  const within = at
    .at('executionCases')
    .list()
    .flatMap((one) => {
      const heading = one.at('name').words();
      return one
        .at('profileComponents')
        .list()
        .map((paper) => paperOf(paper, heading));
    });
  const alone = at
    .at('profileComponents')
    .list()
    .map((paper) => paperOf(paper, ''));
  return [...within, ...alone];
}

function paperOf(at: Look, heading: string): RecordPaper {
  return {
    code: at.at('code').words(),
    name: at.at('name').words(),
    originals: at.at('originalQty').number(),
    copies: at.at('copyQty').number(),
    required: at.at('required').yesOrNo(),
    heading,
  };
}

function caseOf(at: Look): RecordCase[] {
  const day = at.at('processingDay');
  const [qty, unit] = [day.at('qty').number(), day.at('type').words()];
  return qty === null || qty <= 0 || !isUnit(unit)
    ? []
    : [{ name: at.at('name').words(), qty, unit }];
}
