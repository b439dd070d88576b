import type { Artefacts, CatalogueFacts, Paper } from '#/modules/procedure/index.ts';
import type { Day } from '#/values/day.ts';
import { text, type Text } from '#/values/text.ts';
import { readDecisions, readTable } from '../dmn/decisions.ts';
import { withPaper } from '../dmn/paper-rules.ts';
import { writeRules } from '../dmn/write-rules.ts';
import { factsOf, withFacts } from '../facts.ts';
import { skeletonOf } from '../skeleton/skeleton.ts';
import { writeJson } from '../text/write-json.ts';
import type { Proposal } from './proposal.ts';

/** The six texts of a new draft: the skeleton with the facts, papers, time and fee of the catalogue. */
export function artefactsOf(proposal: Proposal, source: string, effectiveFrom: Day): Artefacts {
  const skeleton = skeletonOf(proposal.slug, proposal.shortName, effectiveFrom);
  return {
    ...withFacts(skeleton, factsFrom(proposal, source, [])),
    'rules.dmn': rulesOf(skeleton['rules.dmn'], proposal),
    'examples.json': examplesOf(skeleton['examples.json'], proposal),
  };
}

/**
 * The texts of a published procedure with the facts of the catalogue. Form, process, rules and template stay; the check
 * tells where they no longer say the same. Papers and results keep what the catalogue does not know of them.
 */
export function renewed(base: Artefacts, proposal: Proposal, source: string): Artefacts {
  const before = factsOf(base);
  const { papers = [], results } = before;
  const {
    words: _words,
    jurisdiction: _jurisdiction,
    ...facts
  } = factsFrom(proposal, source, papers);
  const same = (now: Text, was: Text | undefined) => (was?.vi === now.vi ? was : now);
  return withFacts(base, {
    ...facts,
    name: same(facts.name, before.name),
    shortName: same(facts.shortName, before.shortName),
    executingAgency: same(facts.executingAgency, before.executingAgency),
    field: { ...facts.field, name: same(facts.field.name, before.field?.name) },
    subjects: facts.subjects.map((now) =>
      same(
        now,
        before.subjects?.find(({ vi }) => vi === now.vi),
      ),
    ),
    steps: same(facts.steps, before.steps),
    deadlineText: same(facts.deadlineText, before.deadlineText),
    feeText: same(facts.feeText, before.feeText),
    conditions: facts.conditions.map((now) =>
      same(
        now,
        before.conditions?.find(({ vi }) => vi === now.vi),
      ),
    ),
    papers: facts.papers.map((paper) => ({
      ...paper,
      name: same(paper.name, papers.find(({ code }) => code === paper.code)?.name),
    })),
    results: facts.results.map((result) => {
      const known = results?.find(({ code }) => code === result.code);
      return { ...result, ...known, name: same(result.name, known?.name) };
    }),
  });
}

function factsFrom(proposal: Proposal, source: string, known: readonly Paper[]) {
  return {
    code: proposal.code,
    name: both(proposal.name),
    shortName: both(proposal.shortName),
    agencyLevel: proposal.agencyLevel ?? 'COMMUNE',
    executingAgency: both(proposal.executingAgency),
    field: { code: proposal.fieldCode || 'LINH.VUC', name: both(proposal.fieldName) },
    subjects: proposal.subjects.map(both),
    onlineLevel: proposal.onlineLevel,
    jurisdiction: both(proposal.executingAgency),
    legalBases: [...proposal.legalBases],
    steps: both(proposal.steps),
    channels: proposal.channels,
    sets: proposal.sets,
    papers: proposal.papers.map(({ note, ...paper }) => ({
      reuseFrom: null,
      ...known.find(({ code }) => code === paper.code),
      ...paper,
      name: both(paper.name),
      ...(note === undefined ? {} : { note: both(note) }),
    })),
    results: proposal.results.map(({ code, name }) => ({
      code,
      name: both(name),
      template: 'result.typ' as const,
      register: 'Sổ kết quả',
      symbol: 'KQ',
      retention: 'UNSPECIFIED',
    })),
    deadlineText: both(proposal.deadlineText),
    feeText: both(proposal.feeText),
    conditions: proposal.conditions.map(both),
    words: [proposal.shortName.toLowerCase()],
    receivingUnit: proposal.receivingUnit,
    confidence: `Nhập từ danh mục (${source}), chưa đối chiếu với văn bản.`,
  } satisfies Partial<CatalogueFacts>;
}

function both(words: string): Text {
  return text(words, words);
}

function rulesOf(dmn: string, proposal: Proposal): string {
  const withPapers = proposal.papers.reduce(
    (xml, { code }) => withPaper(xml, undefined, { code }, (path) => path),
    withPaper(dmn, { code: 'TOKHAI' }, undefined, (path) => path),
  );
  const withTime = withResults(withPapers, 'deadline', [
    String(proposal.qty),
    JSON.stringify(proposal.unit),
    proposal.cutoff === undefined ? 'null' : JSON.stringify(proposal.cutoff),
    '"NORMAL"',
  ]);
  return withResults(withTime, 'fees', ['"LE_PHI"', String(proposal.amount), '1']);
}

/** A decision of the skeleton whose only rule comes to something else. */
function withResults(xml: string, decision: string, results: readonly string[]): string {
  const table = readDecisions(xml).find(({ name }) => name === decision)!.table!;
  const rows = readTable(xml, table).rules.map((rule, base) => ({
    base,
    tests: rule.tests.map((cell) => cell.text),
    results,
    notes: rule.notes.map((cell) => cell.text),
  }));
  return writeRules(xml, table, rows);
}

/** The example of the skeleton, expecting what these rules say. */
function examplesOf(json: string, { papers, amount, qty, unit, cutoff }: Proposal): string {
  const [example] = JSON.parse(json) as [Readonly<Record<string, unknown>>];
  const { given } = example;
  const expect = {
    eligibility: [],
    papers: papers.map(({ code }) => code),
    feeTotal: amount,
    deadline: { qty, unit, cutoff: cutoff ?? null, case: 'NORMAL' },
  };
  return writeJson([
    { title: 'Trường hợp thường, theo danh mục (ghi văn bản, điều, khoản)', given, expect },
  ]);
}
