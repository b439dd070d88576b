import { type Compiler, type Formula, newCompiler } from './conditions.ts';
import { senseFaults, shapeFaults } from './form-faults.ts';
import { FormFaults, type FormJson, type PageJson } from './form-json.ts';
import type { Question } from './question.ts';

/** The parts of a form after compiling: its JSON with a formula for every FEEL text. */
export interface Compiled {
  readonly json: FormJson;
  readonly pages: readonly CompiledPage[];
  readonly questions: readonly Question[];
  readonly computed: readonly { readonly name: string; readonly formula: Formula }[];
  readonly checks: readonly CompiledCheck[];
}

export interface CompiledPage {
  readonly json: PageJson;
  readonly when: Formula | undefined;
  readonly questions: readonly CompiledQuestion[];
  /** The questions on whose answers others of the same page depend. */
  readonly followed: readonly string[];
}

export interface CompiledQuestion {
  readonly question: Question;
  readonly when: Formula | undefined;
  readonly required: Formula | boolean;
  readonly copyWhen: Formula | undefined;
  readonly columns: ReadonlyMap<string, CompiledQuestion>;
}

export interface CompiledCheck {
  readonly at: string;
  readonly words: { readonly vi: string; readonly en: string };
  readonly isWarning: boolean;
  readonly wrong: Formula;
}

/** The day of asking, as a FEEL date; named as the rules of procedures name it. */
export const dayName = 'submittedOn';

/** Whom the form is for, as conditions of copying name it. */
export const profileName = 'profile';

/**
 * Compiles a `form.json`. A condition may use what is asked before it, the computed values and `submittedOn`.
 * Throws FormFaults with every place that is wrong.
 */
export function compileJson(json: unknown): Compiled {
  const misshapen = shapeFaults(json);
  if (misshapen.length > 0) throw new FormFaults(misshapen);
  const form = json as FormJson;
  const compiler = newCompiler();
  const compiled = compileParts(form, compiler);
  const faults = [...senseFaults(form), ...compiler.faults];
  if (faults.length > 0) throw new FormFaults(faults);
  return compiled;
}

function compileParts(form: FormJson, compiler: Compiler): Compiled {
  const questions = form.pages.flatMap((page) => page.questions as readonly Question[]);
  const workedOut = Object.keys(form.computed ?? {});
  const before = [dayName, ...workedOut];
  const pages = form.pages.map((page, at) => {
    const place = `/pages/${at}`;
    const when =
      page.when === undefined ? undefined : compiler.formula(page.when, before, `${place}/when`);
    const asked = (page.questions as readonly Question[]).map((question, index) => {
      const compiled = compileQuestion(question, before, `${place}/questions/${index}`, compiler);
      before.push(question.name);
      return compiled;
    });
    return {
      json: page,
      when,
      questions: asked,
      followed: followedOn(page.questions as readonly Question[]),
    };
  });
  return {
    json: form,
    pages,
    questions,
    computed: compileComputed(form, questions, compiler),
    checks: (form.checks ?? []).flatMap(({ at, words, severity, wrong }, index) => {
      const formula = compiler.formula(wrong, before, `/checks/${index}/wrong`);
      return formula ? [{ at, words, isWarning: severity === 'warning', wrong: formula }] : [];
    }),
  };
}

function followedOn(questions: readonly Question[]): readonly string[] {
  const conditions = questions
    .flatMap(({ when, required }) => [when, required])
    .filter((one) => typeof one === 'string');
  return questions
    .map(({ name }) => name)
    .filter((name) => conditions.some((condition) => new RegExp(`\\b${name}\\b`).test(condition)));
}

/** A computed value may use every question and the computed values before it. */
function compileComputed(
  form: FormJson,
  questions: readonly Question[],
  compiler: Compiler,
): Compiled['computed'] {
  const known = [
    dayName,
    ...questions.filter(({ kind }) => kind !== 'computed').map(({ name }) => name),
  ];
  return Object.entries(form.computed ?? {}).flatMap(([name, source]) => {
    const formula = compiler.formula(source, known, `/computed/${name}`);
    known.push(name);
    return formula ? [{ name, formula }] : [];
  });
}

function compileQuestion(
  question: Question,
  before: readonly string[],
  place: string,
  compiler: Compiler,
): CompiledQuestion {
  const { when, required, copyFrom, columns = [] } = question;
  const names = [...before];
  const compiledColumns = columns.map((column, at) => {
    const compiled = compileQuestion(column, names, `${place}/columns/${at}`, compiler);
    names.push(column.name);
    return [column.name, compiled] as const;
  });
  return {
    question,
    when: when === undefined ? undefined : compiler.formula(when, before, `${place}/when`),
    required:
      typeof required === 'string'
        ? (compiler.formula(required, before, `${place}/required`) ?? false)
        : required === true,
    copyWhen:
      copyFrom?.when === undefined
        ? undefined
        : compiler.formula(copyFrom.when, [...before, profileName], `${place}/copyFrom/when`),
    columns: new Map(compiledColumns),
  };
}
