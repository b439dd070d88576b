import type { CompiledDmn } from '#/platform/dmn/index.ts';
import type { FeelContext } from '#/platform/feel/index.ts';
import { feelAnswers, noLookups, type CompiledForm, type Lookups } from '#/platform/form/index.ts';
import { hashArtefacts, type Artefacts } from './artefacts.ts';
import { catalogueSchema, type CatalogueFacts } from './catalogue.ts';
import { readForm, readPrecheck } from './compile-forms.ts';
import { compileRules, type DecisionName } from './compile-rules.ts';
import { examplesSchema, type Example } from './examples.ts';
import type { BundleFault } from './fault.ts';
import { readJson } from './read-json.ts';

/** A procedure ready to run: read and compiled from its six artefacts. Immutable and free of I/O. */
export interface CompiledProcedure {
  readonly sha256: string;
  readonly artefacts: Artefacts;
  readonly catalogue: CatalogueFacts;
  /** form.json. */
  readonly form: CompiledForm;
  /** The questions before filling, as a form of one page. */
  readonly precheck: CompiledForm | undefined;
  readonly rules: CompiledDmn;
  readonly examples: readonly Example[];
  /** Stored answers to both forms as the rules read them: days become FEEL dates. */
  readonly feelAnswers: (answers: Readonly<Record<string, unknown>>) => FeelContext;
  /** The legal basis that is noted beside a rule (numbered from 1) of a decision; empty when there is none. */
  readonly basisOf: (decision: DecisionName, rule: number) => string;
}

/**
 * Reads and compiles the six artefacts; every fault names its file and place. `lookups` are the lists that the
 * questions choose from.
 */
export function compileProcedure(
  artefacts: Artefacts,
  lookups: Lookups = noLookups,
): { procedure: CompiledProcedure } | { faults: readonly BundleFault[] } {
  const catalogue = readJson('procedure.json', artefacts['procedure.json'], catalogueSchema);
  const form = readForm(artefacts['form.json'], lookups);
  const rules = compileRules(artefacts['rules.dmn']);
  const examples = readJson('examples.json', artefacts['examples.json'], examplesSchema);
  const precheck =
    'value' in catalogue ? readPrecheck(catalogue.value, lookups) : { value: undefined };
  const parts = [catalogue, form, rules, examples, precheck];
  const faults = parts.flatMap((part) => ('faults' in part ? part.faults : []));
  if (
    'faults' in catalogue ||
    'faults' in form ||
    'faults' in rules ||
    'faults' in examples ||
    'faults' in precheck
  ) {
    return { faults };
  }
  const questions = [...(precheck.value?.questions ?? []), ...form.value.questions];
  return {
    procedure: {
      sha256: hashArtefacts(artefacts),
      artefacts,
      catalogue: catalogue.value,
      form: form.value,
      precheck: precheck.value,
      rules: rules.value.rules,
      basisOf: rules.value.basisOf,
      examples: examples.value,
      feelAnswers: (answers) => feelAnswers(questions, answers),
    },
  };
}
