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
}
