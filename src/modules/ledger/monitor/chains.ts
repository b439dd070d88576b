import type { Leaf } from '../leaf/leaf.ts';
import type { Hash } from '../merkle/hash.ts';
import type { StoredLeaf } from '../store/inspect.ts';
import type { Report } from './report.ts';

interface End {
  readonly n: number;
  readonly head: Hash;
  readonly subject: string | null;
}

/** Follows every case from leaf to leaf: who leaves an act out breaks its chain. Some 200 bytes a case. */
export class Chains {
  readonly #ends = new Map<string, End>();
  readonly #erased = new Set<string>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  follow({ idx, opening }: StoredLeaf, leaf: Leaf, hash: Hash): void {
    const key = leaf.caseId.toString('base64url');
    const end = this.#ends.get(key);
    const continues =
      end === undefined
        ? leaf.previous === null
        : leaf.n === end.n + 1 && (leaf.previous?.equals(end.head) ?? false);
    const isSameSubject = !end?.subject || !opening || end.subject === opening.subject;
    if (!continues || !isSameSubject) this.#report.add('chain', `leaf ${idx}, act ${leaf.n}`);
    this.#ends.set(key, {
      n: leaf.n,
      head: hash,
      subject: opening?.subject ?? end?.subject ?? null,
    });
    const { case: erased } = leaf.facts;
    if (leaf.kind === 'erasure' && typeof erased === 'string') this.#erased.add(erased);
  }

  /** Whether the log says that the link to this case was erased. */
  isErased(caseId: string): boolean {
    return this.#erased.has(caseId);
  }
}
