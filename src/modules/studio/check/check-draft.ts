import {
  artefactNames,
  checkBundle,
  checkExamples,
  compileProcedure,
  fault,
  hashArtefacts,
  type Artefacts,
  type Bundle,
  type BundleFault,
  type CompiledProcedure,
  type ExampleResult,
  type ProcedureLinks,
} from '#/modules/procedure/index.ts';
import type { Papersmith } from '#/platform/papersmith/index.ts';
import type { Draft } from '../draft.ts';
import { isTooDeep } from '../text/read-json.ts';
import { lintForm } from './never-asked.ts';
import { templateFaults } from './sample-paper.ts';

/** Everything that can be said of a draft without a person's judgement. */
export interface DraftCheck {
  readonly faults: readonly BundleFault[];
  /** Present when form, rules and facts compile, whatever else is wrong. */
  readonly procedure: CompiledProcedure | undefined;
  /** What became of each example; undefined when they cannot run. */
  readonly examples: readonly ExampleResult[] | undefined;
  /** Present when nothing is wrong. */
  readonly bundle: Bundle | undefined;
}

interface Needs {
  readonly links: Pick<ProcedureLinks, 'checkProcess'>;
  readonly papersmith: Papersmith;
}

/** Checks never change for the same texts, and every page of a draft tells how many faults there are. */
const kept = new Map<string, Promise<DraftCheck>>();
const mostKept = 50;

/** Checks a draft: shapes, words, conditions, rules, process, paper, and all its examples. Tells all faults at once. */
export function checkDraft(
  draft: Pick<Draft, 'slug'>,
  artefacts: Artefacts,
  needs: Needs,
): Promise<DraftCheck> {
  const key = `${draft.slug} ${hashArtefacts(artefacts)}`;
  const checking = kept.get(key) ?? check(draft, artefacts, needs);
  kept.delete(key);
  kept.set(key, checking);
  checking.catch(() => kept.delete(key));
  const oldest = kept.keys().next();
  if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
  return checking;
}

async function check(
  draft: Pick<Draft, 'slug'>,
  artefacts: Artefacts,
  { links, papersmith }: Needs,
): Promise<DraftCheck> {
  const tooDeep = depthFaults(artefacts);
  if (tooDeep.length > 0)
    return { faults: tooDeep, procedure: undefined, examples: undefined, bundle: undefined };
  const compiled = compileProcedure(artefacts);
  if ('faults' in compiled) {
    const process = await links.checkProcess(artefacts['process.bpmn']);
    const faults = [
      ...compiled.faults,
      ...process.map(({ place, words }) => fault('process.bpmn', place, words)),
    ];
    return { faults, procedure: undefined, examples: undefined, bundle: undefined };
  }
  const { procedure } = compiled;
  const outcome = await checkBundle(artefacts, links);
  const faults = [
    ...('faults' in outcome ? outcome.faults : []),
    ...addressFaults(draft, procedure),
    ...lintForm(procedure),
    ...(await templateFaults(papersmith, procedure)),
  ];
  return {
    faults,
    procedure,
    examples: checkExamples(procedure),
    bundle: 'bundle' in outcome && faults.length === 0 ? outcome.bundle : undefined,
  };
}

/** A text that is nested without end would end whatever walks it: it is not even read. */
function depthFaults(artefacts: Artefacts): BundleFault[] {
  const deep = artefactNames.filter((name) => name.endsWith('.json') && isTooDeep(artefacts[name]));
  return deep.map((name) => fault(name, '', 'các nhóm lồng nhau quá sâu nên không đọc được'));
}

/** The address of a procedure stands in links, letters and registers: it never changes. */
function addressFaults({ slug }: Pick<Draft, 'slug'>, { catalogue }: CompiledProcedure) {
  if (catalogue.slug === slug) return [];
  return [fault('procedure.json', 'slug', `địa chỉ phải vẫn là "${slug}"`)];
}
