import { Type } from '@sinclair/typebox';
import { compileForm, FormFaults, type CompiledForm, type Lookups } from '#/platform/form/index.ts';
import type { CatalogueFacts } from './catalogue.ts';
import { fault, type BundleFault } from './fault.ts';
import { placeWords, readJson } from './read-json.ts';

/** The one page of the questions before filling. */
export const precheckPage = 'kiem-tra';

/** Compiles form.json. */
export function readForm(
  text: string,
  lookups: Lookups,
): { value: CompiledForm } | { faults: BundleFault[] } {
  const json = readJson('form.json', text, Type.Object({}));
  if ('faults' in json) return json;
  return compile('form.json', json.value, lookups, (pointer) => pointer);
}

/** Compiles the questions before filling (`eligibility` of procedure.json); undefined when there are none. */
export function readPrecheck(
  { shortName, eligibility }: CatalogueFacts,
  lookups: Lookups,
): { value: CompiledForm | undefined } | { faults: BundleFault[] } {
  if (eligibility.length === 0) return { value: undefined };
  const json = {
    title: shortName,
    pages: [{ id: precheckPage, title: shortName, questions: eligibility }],
  };
  return compile('procedure.json', json, lookups, (pointer) =>
    pointer.replace('/pages/0/questions', '/eligibility'),
  );
}

function compile(
  file: string,
  json: unknown,
  lookups: Lookups,
  placeIn: (pointer: string) => string,
): { value: CompiledForm } | { faults: BundleFault[] } {
  try {
    return { value: compileForm(json, lookups) };
  } catch (error) {
    if (!(error instanceof FormFaults)) throw error;
    return {
      faults: error.faults.map(({ place, words }) =>
        fault(file, placeWords(placeIn(place)), words.vi),
      ),
    };
  }
}
