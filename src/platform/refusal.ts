import type { Text } from '#/values/text.ts';

/**
 * The rule says no. Use cases return it, they never throw it; the transaction that returns one is rolled back.
 * `refused` is a stable code (`module.reason`), `facts` fill the places of its words.
 */
export interface Refusal {
  readonly refused: string;
  readonly facts?: Readonly<Record<string, string>> | undefined;
}

/** What a refusal code means to the outside: the HTTP status and the words, with `{fact}` places. */
export type RefusalTable = Readonly<
  Record<
    string,
    {
      readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503;
      readonly words: Text;
    }
  >
>;

/** Says no, by a code of some module's refusal table. */
export function refuse(refused: string, facts?: Record<string, string>): Refusal {
  return facts === undefined ? { refused } : { refused, facts };
}

/** Tells a refusal from every other outcome. */
export function isRefusal(outcome: unknown): outcome is Refusal {
  return (
    typeof outcome === 'object' &&
    outcome !== null &&
    typeof (outcome as { refused?: unknown }).refused === 'string'
  );
}
