import type { Way } from '#/platform/db/index.ts';
import type { Text } from '#/values/text.ts';

/**
 * What was opened: `label` is its name as the person concerned knows it: a code, and after ` · ` what it is about, which
 * only those read of whom it is certain who they are.
 */
export interface ReadSubject {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
}

/** Somebody opened a person's data. */
export interface ReadRecord {
  readonly id: string;
  readonly at: Date;
  readonly personId: string;
  readonly subject: ReadSubject;
  readonly purpose: Text;
  /** Who looked, for those who supervise; the person concerned sees post and unit only. */
  readonly readerName: string;
  readonly role: string | null;
  readonly unit: Text | null;
  /** By which way, and by which partner or program if it was one. */
  readonly way: Way;
  readonly program: string | null;
  readonly caseNo: string | null;
  readonly legalBasis: string | null;
  /** By which mandate the reader acted for the person; null when they acted for nobody. */
  readonly mandateId: string | null;
}

/** Somebody saw a person among others, or a machine worked on their data. */
export interface ListRead {
  readonly id: string;
  readonly at: Date;
  readonly role: string | null;
  readonly unit: Text | null;
  readonly way: Way;
  /** Route, job or command as the program names it. */
  readonly what: string;
  /** How many people stood in it. */
  readonly people: number;
}
