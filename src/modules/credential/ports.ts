import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Day } from '#/values/day.ts';
import type { Text } from '#/values/text.ts';

/** One thing that a credential says, and where the result has it. */
export interface ClaimFacts {
  readonly name: string;
  readonly label: Text;
  /** Paths into the data of the result, e.g. `shown.con_ho_ten`; the first that has a value counts. */
  readonly from: readonly string[];
}

/** A type of credential, as procedure.json declares it beside a result. */
export interface CredentialFacts {
  /** Address name of the type. */
  readonly type: string;
  readonly name: Text;
  /** How long the result is worth something; without end when left out. */
  readonly months?: number | undefined;
  readonly claims: readonly ClaimFacts[];
}

/** A result that can be taken as a credential. */
export interface TakeableResult {
  readonly documentId: string;
  /** The dossier that it belongs to. */
  readonly owner: string;
  readonly title: string;
  readonly number: string | undefined;
  readonly issuedAt: Date;
  readonly facts: CredentialFacts;
}

/** What this module needs from those that it does not know: which results there are, and whose. */
export interface CredentialPorts {
  /** Types that procedures in force declare. */
  listTypes(tx: Tx, today: Day): Promise<readonly CredentialFacts[]>;
  /** Results that were delivered to this person. */
  listResults(tx: Tx, actor: Actor): Promise<readonly TakeableResult[]>;
  /** One result, when it still stands. */
  findResult(tx: Tx, documentId: string): Promise<TakeableResult | undefined>;
}

export const noResults: CredentialPorts = {
  listTypes: () => Promise.resolve([]),
  listResults: () => Promise.resolve([]),
  findResult: () => Promise.resolve(undefined),
};
