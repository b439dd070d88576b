import type { Day } from '#/values/day.ts';
import type { Sex } from '#/values/personal-id.ts';

/** An address of the two-tier government: codes of places and the rest in words. */
export interface Address {
  readonly province: string;
  readonly commune: string;
  readonly detail: string;
}

/** A person as the platform knows them. Absent facts are null. */
export interface Person {
  readonly id: string;
  readonly fullName: string;
  readonly bornOn: Day | null;
  readonly sex: Sex | null;
  readonly personalId: string | null;
  readonly ethnicity: string | null;
  readonly nationality: string;
  readonly address: Address | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly organisationName: string | null;
  readonly taxCode: string | null;
}

/** What an account may do in principle. */
export type AccountKind = 'citizen' | 'official' | 'system';

/** Whether anybody has made sure that the account's person is who they say: by their card, or because we know them. */
export type AccountLevel = 'claimed' | 'verified';

/**
 * How sure it is who somebody is (Decree 69/2024/NĐ-CP): 2 when an official or a machine of the police has compared the
 * person with their card, 1 when that is only told.
 */
export type Assurance = 1 | 2;

/** A way to sign in. */
export interface Account {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly level: AccountLevel;
  readonly passwordHash: string | null;
  /** Opened by a button where the demo is on. */
  readonly isDemo: boolean;
}
