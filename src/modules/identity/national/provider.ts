import type { Day } from '#/values/day.ts';
import type { PersonalId } from '#/values/personal-id.ts';
import type { Assurance } from '../person.ts';

/** Whom a provider of identities vouches for. */
export interface NationalPerson {
  readonly personalId: PersonalId;
  readonly fullName: string;
  readonly bornOn: Day | null;
  /** Level of the electronic identity (Decree 69/2024/NĐ-CP). */
  readonly level: Assurance;
}

/** What makes one sign-in its own; derived from what the browser holds, so that nothing has to be kept. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly verifier: string;
}

/** The provider's answer, as the browser brought it. */
export interface Callback {
  /** The query as sent: decoding is the adapter's, since not all encode what they send. */
  readonly search: string;
  readonly redirectUri: string;
  readonly secrets: Secrets;
}

/**
 * A way to learn from somebody else who a person is. Every fault of an answer is the one word `failed`: whoever tampers
 * learns nothing from it. `busy`: the provider does not answer, come back later.
 */
export interface IdentityProvider {
  readonly begin: (how: Omit<Callback, 'search'>) => Promise<URL | 'busy'>;
  /** The code of an answer, opened, so that it can be used up before anybody is asked; undefined when there is none. */
  readonly codeIn: (search: string) => string | undefined;
  readonly finish: (callback: Callback) => Promise<NationalPerson | 'failed' | 'busy'>;
}
