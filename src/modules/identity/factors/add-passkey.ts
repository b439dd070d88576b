import type {
  AuthenticatorAttestationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { insertChange } from '../store/factor-changes.ts';
import { insertPasskey, listPasskeys } from '../store/passkeys.ts';
import { newChallenge, takeChallenge } from './challenge.ts';
import { readCredential } from './read-credential.ts';
import type { RelyingParty } from './relying-party.ts';

/** ES256, EdDSA and RS256 by their COSE numbers: what authenticators in use sign with. */
const algorithms = [-7, -8, -257];

/** Longest name that somebody gives to a passkey. */
export const longestName = 60;

interface Owner {
  readonly accountId: string;
  /** What the browser shows beside the passkey. */
  readonly label: string;
  readonly fullName: string;
  readonly at: Date;
}

/** What the browser is told to make a passkey: discoverable, so that it opens without a name, and with its own lock. */
export async function offerPasskey(
  tx: Tx,
  party: RelyingParty,
  owner: Owner,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { accountId: whom, label, fullName, at } = owner;
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const known = await listPasskeys(tx, whom);
  return generateRegistrationOptions({
    rpName: party.name,
    rpID: party.domain,
    userName: label,
    userDisplayName: fullName,
    userID: new TextEncoder().encode(whom),
    challenge: new TextEncoder().encode(
      newChallenge(party.keys, { ceremony: 'register', whom, at }),
    ),
    timeout: 300_000,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId: id, transports }) => ({
      id,
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  });
}

/** Keeps the passkey that a browser made (WebAuthn Level 3, 7.1). */
export async function addPasskey(
  tx: Tx,
  party: RelyingParty,
  { accountId, at }: Pick<Owner, 'accountId' | 'at'>,
  { posted, name }: { readonly posted: string; readonly name: string },
): Promise<'added' | 'wrong'> {
  const read = readCredential<AuthenticatorAttestationResponseJSON>(posted);
  const asked = { ceremony: 'register', whom: accountId, at } as const;
  if (!read || !(await takeChallenge(tx, party.keys, read.challenge, asked))) return 'wrong';
  const made = await verified(party, read.credential, read.challenge);
  if (!made) return 'wrong';
  const { credential, credentialDeviceType, credentialBackedUp } = made;
  const isNew = await insertPasskey(tx, {
    id: newId(),
    accountId,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: (credential.transports ?? []).slice(0, 10).map((word) => String(word).slice(0, 20)),
    isSynced: credentialDeviceType === 'multiDevice',
    isBackedUp: credentialBackedUp,
    name,
    since: at,
    usedAt: null,
  });
  if (!isNew) return 'wrong';
  await insertChange(tx, { accountId, change: 'passkey-added', detail: name, by: accountId, at });
  return 'added';
}

async function verified(
  party: RelyingParty,
  response: RegistrationResponseJSON,
  challenge: string,
) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: Buffer.from(challenge).toString('base64url'),
      expectedOrigin: party.origin,
      expectedRPID: party.domain,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    return registrationInfo;
  } catch {
    // It throws for every answer that does not fit: the person is told to try again, whatever it was.
    return undefined;
  }
}
