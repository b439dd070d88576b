import {
  compileExpression,
  feelDate,
  FeelFault,
  isTrue,
  type FeelContext,
} from '#/platform/feel/index.ts';
import { assessPartly } from './assess.ts';
import type { CompiledProcedure } from './compiled.ts';
import { fault, type BundleFault } from './fault.ts';

const file = 'procedure.json';
const names = ['answers', 'channel', 'submittedOn'];

/**
 * `when` of a paper and the decision `papers` state one law in two files (the catalogue is exchanged with the
 * national portal, the rules decide). They must agree in every example.
 */
export function checkPaperConditions(procedure: CompiledProcedure): BundleFault[] {
  const faults: BundleFault[] = [];
  const conditions = procedure.catalogue.papers.flatMap((paper, place) => {
    if (paper.group === 'LOOKED_UP') return [];
    try {
      return [{ paper, place, holds: compileExpression(paper.when ?? 'true', names) }];
    } catch (error) {
      if (!(error instanceof FeelFault)) throw error;
      faults.push(fault(file, `papers › ${place + 1} › when`, error.words.vi));
      return [];
    }
  });
  for (const { title, given } of procedure.examples) {
    const context: FeelContext = {
      answers: procedure.feelAnswers(given.answers),
      channel: given.channel,
      submittedOn: feelDate(given.submittedOn),
    };
    const decided = new Set(assessPartly(procedure, given).papers.map(({ paper }) => paper.code));
    for (const { paper, place, holds } of conditions) {
      if (isTrue(holds(context)) === decided.has(paper.code)) continue;
      const found = decided.has(paper.code)
        ? 'rules.dmn cần giấy này, điều kiện when thì không'
        : 'điều kiện when cần giấy này, rules.dmn thì không';
      faults.push(fault(file, `papers › ${place + 1} › when`, `“${title}”: ${found}`));
    }
  }
  return faults;
}
