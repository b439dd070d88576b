import type { Text } from '#/values/text.ts';
import type { Finding } from './finding.ts';
import type { CatalogueRecord } from './record.ts';

/** A procedure of the catalogue that waits for an official. */
export interface Staged {
  readonly id: string;
  readonly fileName: string;
  readonly kind: 'JSON' | 'DOCX' | 'HTML' | null;
  readonly record: CatalogueRecord | null;
  readonly findings: readonly Finding[] | null;
  readonly fault: Text | null;
  /** Corrections as they were typed and saved. */
  readonly typed: Readonly<Record<string, string>> | null;
  readonly state: 'REFUSED' | 'STAGED' | 'TAKEN' | 'DISCARDED';
  readonly draftId: string | null;
  readonly askedByName: string;
  readonly askedAt: Date;
}
