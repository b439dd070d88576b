import type { Tx } from '#/platform/db/index.ts';

/** For whom somebody acts, as tokens say it (RFC 8693, 4.1): `sub` stays the one who is signed in. */
export interface ActingClaims {
  /** The person who acts. */
  readonly act: { readonly sub: string };
  /** The authority to act for somebody. */
  readonly mandate_id: string;
}

/** What modules further down tell the provider. */
export interface Ports {
  /** Whom an account acts for with a client; undefined when for itself. */
  actingFor?(
    tx: Tx,
    asked: { readonly accountId: string; readonly clientId: string; readonly at: Date },
  ): Promise<ActingClaims | undefined>;
}
