import { basename } from 'node:path';
import { readArtefacts, type Artefacts } from './artefacts.ts';
import { lintCatalogue } from './catalogue-lint.ts';
import type { CatalogueFacts } from './catalogue.ts';
import { checkExamples } from './check-examples.ts';
import { compileProcedure, type CompiledProcedure } from './compiled.ts';
import { fault, type BundleFault } from './fault.ts';
import type { ProcedureLinks } from './links.ts';
import { checkPaperConditions } from './paper-conditions.ts';

declare const checked: unique symbol;

/**
 * A procedure that passed every check: shapes, words, conditions, rules, process, and all its examples. Only
 * `checkBundle` makes one, so nothing unchecked can be published.
 */
export interface Bundle {
  readonly artefacts: Artefacts;
  readonly sha256: string;
  readonly catalogue: CatalogueFacts;
  readonly procedure: CompiledProcedure;
  readonly [checked]: true;
}

export type BundleOutcome =
  | { readonly bundle: Bundle }
  | { readonly faults: readonly BundleFault[] };

/** Reads and checks the folder of a procedure. The folder carries the procedure's address as its name. */
export async function readBundle(
  folder: string,
  links: Pick<ProcedureLinks, 'checkProcess'>,
): Promise<BundleOutcome> {
  const read = await readArtefacts(folder);
  if ('faults' in read) return read;
  const outcome = await checkBundle(read.artefacts, links);
  if ('faults' in outcome) return outcome;
  const { slug } = outcome.bundle.catalogue;
  if (basename(folder) === slug) return outcome;
  const words = `thư mục tên "${basename(folder)}" nhưng slug là "${slug}"; hai tên phải giống nhau`;
  return { faults: [fault('procedure.json', 'slug', words)] };
}

/** Checks the six texts of a procedure. */
export async function checkBundle(
  artefacts: Artefacts,
  links: Pick<ProcedureLinks, 'checkProcess'>,
): Promise<BundleOutcome> {
  const compiled = compileProcedure(artefacts);
  if ('faults' in compiled) return compiled;
  const { procedure } = compiled;
  const process = await links.checkProcess(artefacts['process.bpmn']);
  const faults = [
    ...lintCatalogue(procedure.catalogue),
    ...lintAbout(procedure),
    ...lintLegs(procedure),
    ...process.map(({ place, words }) => fault('process.bpmn', place, words)),
    ...checkExamples(procedure).flatMap((result) => result.faults),
  ];
  if (faults.length > 0) return { faults };
  const disagreements = checkPaperConditions(procedure);
  if (disagreements.length > 0) return { faults: disagreements };
  const { catalogue, sha256 } = procedure;
  return { bundle: { artefacts, sha256, catalogue, procedure } as Bundle };
}

/** `about` must name a question of the form. */
function lintAbout({ catalogue: { about }, form }: CompiledProcedure): BundleFault[] {
  if (about === undefined || form.questions.some((question) => question.name === about)) return [];
  return [fault('procedure.json', 'about', `tờ khai không có câu hỏi nào tên "${about}"`)];
}

/** What a part needs must be asked for here. Whether its step exists is seen where it is opened: steps are the process's. */
function lintLegs({ catalogue, form }: CompiledProcedure): BundleFault[] {
  const questions = new Set(form.questions.map(({ name }) => name));
  const papers = new Set(catalogue.papers.map(({ code }) => code));
  return (catalogue.legs ?? []).flatMap(({ step, answers, papers: codes }) => [
    ...answers
      .filter((name) => !questions.has(name))
      .map((name) =>
        fault('procedure.json', `legs › ${step}`, `tờ khai không có câu hỏi nào tên "${name}"`),
      ),
    ...codes
      .filter((code) => !papers.has(code))
      .map((code) =>
        fault('procedure.json', `legs › ${step}`, `không có giấy tờ nào mang mã "${code}"`),
      ),
  ]);
}
