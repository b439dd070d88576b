import type { CatalogueFacts } from '#/modules/procedure/index.ts';
import type { Answers, Asked, Form } from '#/platform/form/index.ts';
import type { Text } from '#/values/text.ts';

type Facts = Partial<CatalogueFacts>;
type Change = { readonly [K in keyof CatalogueFacts]?: CatalogueFacts[K] | undefined };

/** One page of catalogue facts. */
export interface FactsSection {
  readonly slug: string;
  readonly title: Text;
  readonly lead?: Text;
  readonly form: Form<Readonly<Record<string, Asked>>>;
  /** The facts as its questions are filled in. */
  fill(facts: Facts): Answers;
  /** The facts that its answers change. */
  change(answers: Answers, facts: Facts): Change;
}

/** The rows of a table among the answers. */
export function rowsOf(answers: Answers, name: string): readonly Answers[] {
  const rows = answers[name];
  return Array.isArray(rows) ? (rows as readonly Answers[]) : [];
}
