import type { CatalogueFacts } from '#/modules/procedure/index.ts';
import { fold } from '#/values/fold.ts';
import { examineFees } from './examine-fees.ts';
import { examinePapers } from './examine-papers.ts';
import { examineTime } from './examine-time.ts';
import { finding, findingWords, type Finding } from './finding.ts';
import { longest, type Proposal } from './proposal.ts';
import type { CatalogueRecord, Channel } from './record.ts';

/** A record as it is proposed to the official, and everything that should be looked at first. */
export interface Examined {
  readonly proposal: Proposal;
  readonly findings: readonly Finding[];
}

/** Agencies that receive at a counter of their own. */
const counters: Partial<Record<CatalogueFacts['agencyLevel'], CatalogueFacts['receivingUnit']>> = {
  COMMUNE_POLICE: 'police',
  TAX: 'tax',
  SOCIAL_INSURANCE: 'insurance',
};

/** Examines a record against the seven compulsory parts of Decree 63/2010/NĐ-CP and for what is usually wrong in it. */
export function examine(record: CatalogueRecord): Examined {
  const papers = examinePapers(record.papers);
  const time = examineTime(record);
  const fees = examineFees(record);
  const name = record.name.replace(/\s+/g, ' ');
  const shortName = shortened(name);
  const proposal: Proposal = {
    code: record.code,
    name,
    shortName,
    slug: addressOf(shortName),
    agencyLevel: record.level ?? undefined,
    executingAgency: record.agency,
    receivingUnit: counters[record.level ?? 'COMMUNE'] ?? 'one-stop',
    onlineLevel: record.online ?? 'PARTIAL',
    channels: channelsOf(record),
    fieldCode: record.field.code,
    fieldName: record.field.name,
    subjects: [...new Set(record.subjects)],
    steps: record.steps,
    sets: record.sets ?? 1,
    papers: papers.papers,
    qty: time.duration?.qty,
    unit: time.duration?.unit,
    cutoff: time.cutoff,
    deadlineText: time.words,
    feeText: fees.words,
    amount: fees.amount,
    results: record.results.map((result, no) => ({
      ...result,
      code: result.code || `KQ.${no + 1}`,
    })),
    legalBases: record.legalBases,
    conditions: [...record.conditions, ...papers.notes, ...record.leftovers],
  };
  const findings = [
    ...partFindings(proposal, record),
    ...lengthFindings(proposal),
    ...time.findings,
    ...fees.findings,
    ...papers.findings,
  ];
  return { proposal, findings: heaviestFirst(findings) };
}

/** What must be mended stands before what should be looked at. */
export function heaviestFirst(findings: readonly Finding[]): Finding[] {
  const rank = ({ code }: Finding) => (findingWords[code].weight === 'must' ? 0 : 1);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

/** Decree 63/2010/NĐ-CP, article 8(2), and what else every procedure of this platform has. */
function partFindings(proposal: Proposal, record: CatalogueRecord): Finding[] {
  const parts: readonly (readonly [string, boolean])[] = [
    ['tên thủ tục', proposal.name !== ''],
    ['trình tự thực hiện', proposal.steps !== ''],
    ['cách thức thực hiện', record.methods.some(({ channel }) => channel !== null)],
    ['thành phần, số lượng hồ sơ', proposal.papers.length > 0],
    ['thời hạn giải quyết', proposal.deadlineText !== ''],
    ['đối tượng thực hiện', proposal.subjects.length > 0],
    ['cơ quan thực hiện', proposal.executingAgency !== ''],
  ];
  const others: readonly (readonly [string, boolean])[] = [
    ['kết quả', proposal.results.length > 0],
    ['căn cứ pháp lý', proposal.legalBases.length > 0],
    ['lĩnh vực', proposal.fieldName !== ''],
    ['cấp thực hiện', proposal.agencyLevel !== undefined],
  ];
  const isCode = /^[0-9A-Z.]{1,40}$/.test(proposal.code);
  return [
    ...parts
      .filter(([, isThere]) => !isThere)
      .map(([part]) => finding('part-missing', part, { part })),
    ...others
      .filter(([, isThere]) => !isThere)
      .map(([part]) => finding('also-missing', part, { part })),
    ...(isCode ? [] : [finding('bad-code', 'mã thủ tục', { code: proposal.code })]),
    ...(record.sets === null ? [finding('no-sets', 'số lượng hồ sơ')] : []),
  ];
}

function lengthFindings(proposal: Proposal): Finding[] {
  const texts: readonly (readonly [string, string])[] = [
    ['trình tự thực hiện', proposal.steps],
    ['thời hạn giải quyết', proposal.deadlineText],
    ['phí, lệ phí', proposal.feeText],
    ['tên thủ tục', proposal.name],
  ];
  const long = texts
    .filter(([, words]) => words.length > longest.words)
    .map(([place, { length }]) => finding('too-long', place, { length, most: longest.words }));
  const titles = proposal.legalBases
    .filter(({ title }) => title.length > longest.title)
    .map(({ number, title: { length } }) =>
      finding('too-long', `căn cứ pháp lý ${number}`, { length, most: longest.title }),
    );
  return [...long, ...titles];
}

function channelsOf({ methods }: CatalogueRecord): Channel[] {
  const all = ['ONLINE', 'DIRECT', 'POSTAL'] as const;
  const found = all.filter((one) => methods.some(({ channel }) => channel === one));
  return found.length > 0 ? found : ['DIRECT'];
}

/** "Thủ tục đăng ký khai sinh" is called "Đăng ký khai sinh". */
function shortened(name: string): string {
  const bare = name.replace(/^thủ tục\s+/i, '');
  const short = bare.charAt(0).toUpperCase() + bare.slice(1);
  return short.length <= longest.short
    ? short
    : `${short.slice(0, longest.short - 1).replace(/\s+\S*$/, '')}…`;
}

function addressOf(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+[^-]*$/, (end) => (name.length > 80 ? '' : end))
    .replace(/-+$/, '');
}
