import type { FormKind } from '../forms/index.ts';

/** A standard form, the result of a dossier, a result as it would look, for the leader to read, or a paper of another installation. */
export type IssuedKind = FormKind | 'RESULT' | 'DRAFT' | 'RECEIVED';

/** A paper that an office issued. Once printed it never changes. */
export interface Issued {
  readonly id: string;
  readonly owner: string;
  readonly kind: IssuedKind;
  /** What people call it; holds no personal data. */
  readonly title: string;
  readonly issuer: string;
  readonly number?: string | undefined;
  /** The verification code that is printed on it. */
  readonly code: string;
  readonly state: 'waiting' | 'printed' | 'failed';
  /** Why it could not be printed, for the record clerk. */
  readonly fault?: string | undefined;
  readonly requestedAt: Date;
  /** There once it is printed. */
  readonly pdf?:
    | {
        readonly key: string;
        readonly sha256: string;
        readonly pages: number;
        readonly size: number;
        readonly at: Date;
      }
    | undefined;
}
