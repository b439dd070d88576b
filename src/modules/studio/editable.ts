import { Type, type TSchema } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import type { Artefacts, CatalogueFacts, Example } from '#/modules/procedure/index.ts';
import type { FormJson, Question } from '#/platform/form/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { readJson } from './text/read-json.ts';

const words = Type.Object({ vi: Type.String(), en: Type.String() });
const texts = Type.Array(Type.String());
const objects = (shape: Record<string, TSchema>) => Type.Array(Type.Object(shape));
const question = Type.Object({
  name: Type.String(),
  kind: Type.String(),
  label: words,
  options: Type.Optional(objects({ value: Type.String(), label: words })),
});
const questions = Type.Array(
  Type.Intersect([question, Type.Object({ columns: Type.Optional(Type.Array(question)) })]),
);

/** How far the texts of a draft must be in shape for editors to work on them; the check asks for much more. */
const shapes = {
  'procedure.json': Type.Partial(
    Type.Object({
      name: words,
      shortName: words,
      executingAgency: words,
      field: Type.Object({ code: Type.String(), name: words }),
      lifeEvents: texts,
      subjects: Type.Array(words),
      jurisdiction: words,
      legalBases: objects({ number: Type.String(), title: Type.String() }),
      steps: words,
      channels: texts,
      papers: objects({ code: Type.String(), name: words, group: Type.String() }),
      results: objects({ code: Type.String(), name: words }),
      fees: objects({ key: Type.String(), name: words }),
      deadlineText: words,
      feeText: words,
      conditions: Type.Array(words),
      words: texts,
      eligibility: questions,
    }),
  ),
  'form.json': Type.Object({
    title: words,
    pages: objects({ id: Type.String(), title: words, questions }),
    computed: Type.Optional(Type.Record(Type.String(), Type.String())),
    checks: Type.Optional(objects({ wrong: Type.String(), at: Type.String(), words })),
  }),
  'examples.json': objects({
    title: Type.String(),
    given: Type.Object({
      answers: Type.Record(Type.String(), Type.Unknown()),
      channel: Type.String(),
      submittedOn: Type.String(),
      beneficiary: texts,
    }),
    expect: Type.Object({
      papers: Type.Optional(texts),
      eligibility: Type.Optional(texts),
      fees: Type.Optional(
        objects({ key: Type.String(), amount: Type.Number(), quantity: Type.Number() }),
      ),
    }),
  }),
} as const;

type EditableFile = keyof typeof shapes;

/** A page of the form with its questions, as editors handle it. */
export interface EditablePage {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly heading?: { readonly vi: string; readonly en: string } | undefined;
  readonly intro?: { readonly vi: string; readonly en: string } | undefined;
  readonly when?: string | undefined;
  readonly questions: readonly Question[];
}

/** form.json as editors handle it: pages may still be empty. */
export interface EditableForm extends Omit<FormJson, 'pages'> {
  readonly pages: readonly EditablePage[];
}

interface Editable {
  readonly 'procedure.json': Partial<CatalogueFacts>;
  readonly 'form.json': EditableForm;
  readonly 'examples.json': readonly Example[];
}

const ajv = new Ajv({ strict: false });
const isInShape: Readonly<Record<EditableFile, (value: unknown) => boolean>> = {
  'procedure.json': ajv.compile(shapes['procedure.json']),
  'form.json': ajv.compile(shapes['form.json']),
  'examples.json': ajv.compile(shapes['examples.json']),
};

/**
 * One of the JSON texts of a draft. A refusal when somebody broke its structure by hand: an editor would lose what it
 * cannot read.
 */
export function readEditable<F extends EditableFile>(
  file: F,
  artefacts: Pick<Artefacts, F>,
): Editable[F] | Refusal {
  try {
    const value: unknown = readJson(artefacts[file]);
    if (isInShape[file](value)) return value as Editable[F];
  } catch {
    // Told below: the text is no JSON at all, or nested too deep.
  }
  return refuse('studio.out-of-shape', { file });
}
