import { createHmac } from 'node:crypto';
import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import type { CredentialOffice } from '../office.ts';
import type { CredentialPorts } from '../ports.ts';
import { insertOffer } from '../store/offers.ts';

/** Time to take out a telephone, scan and type. */
const offerMinutes = 10;
const offerMs = offerMinutes * 60_000;

/** Offers a result of theirs to a person who wants it in a wallet. Returns the offer's id. */
export async function makeOffer(
  tx: Tx,
  actor: Actor,
  ports: CredentialPorts,
  documentId: string,
): Promise<string | Refusal> {
  const results = await ports.listResults(tx, actor);
  if (!results.some((result) => result.documentId === documentId))
    return refuse('credential.no-result');
  const id = newId();
  const expiresAt = new Date(actor.at.getTime() + offerMs);
  await insertOffer(tx, { id, documentId, personId: actor.personId, madeAt: actor.at, expiresAt });
  return id;
}

/** The code that travels in the offer; whoever has it must also know the code that the person reads. */
export function preAuthorisedCode(keys: Keys, offerId: string): string {
  return `${offerId}.${keys.sign('credential offer', offerId)}`;
}

/** Six digits that the person types into the wallet. */
export function personCode(keys: Keys, offerId: string): string {
  const mac = createHmac('sha256', keys.derive('credential offer code')).update(offerId).digest();
  return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

interface Offered {
  readonly offerId: string;
  readonly type: string;
}

/** The offer, as every wallet reads it (OpenID4VCI, 4.1). */
export function offerOf(office: CredentialOffice, keys: Keys, { offerId, type }: Offered): object {
  return {
    credential_issuer: office.url,
    credential_configuration_ids: [type],
    grants: {
      'urn:ietf:params:oauth:grant-type:pre-authorized_code': {
        'pre-authorized_code': preAuthorisedCode(keys, offerId),
        tx_code: { input_mode: 'numeric', length: 6 },
      },
    },
  };
}

/** The link by which a wallet application opens it. */
export function offerLink(office: CredentialOffice, keys: Keys, offered: Offered): string {
  const offer = JSON.stringify(offerOf(office, keys, offered));
  return `openid-credential-offer://?credential_offer=${encodeURIComponent(offer)}`;
}
