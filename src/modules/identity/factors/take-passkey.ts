import type {
  AuthenticationResponseJSON,
  AuthenticatorAssertionResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Tx } from '#/platform/db/index.ts';
import { lockPasskey, updatePasskeyUsed, type Passkey } from '../store/passkeys.ts';
import { newChallenge, takeChallenge, type Asked } from './challenge.ts';
import { readCredential } from './read-credential.ts';
import type { RelyingParty } from './relying-party.ts';

/** What the browser is told to ask for a passkey: one of these, or, with none, any that the person has for us. */
export async function askForPasskey(
  party: RelyingParty,
  asked: Asked,
  allowed: readonly Passkey[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  return generateAuthenticationOptions({
    rpID: party.domain,
    challenge: new TextEncoder().encode(newChallenge(party.keys, asked)),
    timeout: 300_000,
    userVerification: 'required',
    allowCredentials: allowed.map(({ credentialId: id, transports }) => ({
      id,
      transports: [...transports],
    })),
  });
}

/**
 * The passkey that answered (WebAuthn Level 3, 7.2), used now; undefined when anything does not fit: challenge, origin,
 * owner, signature, or a counter that fell back, which a copied key shows. `accountId` is whose it must be; without it,
 * the answer itself must name its owner.
 */
export async function takePasskey(
  tx: Tx,
  party: RelyingParty,
  asked: Asked & { readonly accountId?: string | undefined },
  posted: string,
): Promise<Passkey | undefined> {
  const read = readCredential<AuthenticatorAssertionResponseJSON>(posted);
  if (!read || !(await takeChallenge(tx, party.keys, read.challenge, asked))) return undefined;
  const { credential, challenge } = read;
  const passkey = await lockPasskey(tx, credential.id);
  if (!passkey || !isOwn(passkey, asked.accountId, credential.response.userHandle))
    return undefined;
  const use = await verified(party, passkey, credential, challenge);
  if (!use) return undefined;
  const { newCounter: counter, credentialBackedUp: isBackedUp } = use;
  await updatePasskeyUsed(tx, passkey.id, { counter, isBackedUp, at: asked.at });
  return passkey;
}

function isOwn(
  { accountId }: Passkey,
  wanted: string | undefined,
  userHandle: string | undefined,
): boolean {
  if (wanted !== undefined && wanted !== accountId) return false;
  if (userHandle === undefined) return wanted !== undefined;
  return userHandle === Buffer.from(accountId).toString('base64url');
}

async function verified(
  party: RelyingParty,
  passkey: Passkey,
  response: AuthenticationResponseJSON,
  challenge: string,
) {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    const { verified: isRight, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: Buffer.from(challenge).toString('base64url'),
      expectedOrigin: party.origin,
      expectedRPID: party.domain,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    });
    return isRight ? authenticationInfo : undefined;
  } catch {
    // It throws for every answer that does not fit: the person is told to try again, whatever it was.
    return undefined;
  }
}
