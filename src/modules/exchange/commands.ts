import { findProcedureInForce } from '#/modules/procedure/index.ts';
import { listOpenTasks } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { keyIdOf, readPublicKey } from '#/platform/signatures/index.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { Offer, Partner, Served } from './partner.ts';
import {
  findPartnerByKey,
  insertOffer,
  insertPartner,
  insertServed,
  listPartnersAt,
  updateOfferEnd,
  updatePartnerEnd,
  updateServedEnd,
} from './store/declared.ts';
import { findClosedLegOfRequest, reopenLeg } from './store/legs.ts';
import { updateAgain } from './store/outgoing.ts';

type Done = { readonly done: true } | Refusal;
const done = { done: true } as const;

/** Declares an installation that is believed from a day on. Its next key is declared the same way, beside the old one. */
export async function addPartner(
  tx: Tx,
  actor: Actor,
  input: Pick<Partner, 'name' | 'address' | 'publicKey' | 'validFrom' | 'source'>,
  own: { readonly address: string; readonly isDemo: boolean },
): Promise<Done> {
  const address = readAddress(input.address, own.isDemo);
  if (address === undefined || address === own.address) return refuse('exchange.bad-address');
  if (!readPublicKey(input.publicKey)) return refuse('exchange.bad-key');
  const keyId = keyIdOf(input.publicKey);
  if (await findPartnerByKey(tx, keyId, input.validFrom)) return refuse('exchange.key-known');
  const partner = { ...input, address, keyId, id: newId(), validTo: null };
  await insertPartner(tx, partner, entryOf(actor));
  return done;
}

/** An origin. Outside the demonstration only https: what is sent names people. */
function readAddress(typed: string, isDemo: boolean): string | undefined {
  if (!URL.canParse(typed)) return undefined;
  const { origin, protocol, pathname, search, hash, username } = new URL(typed);
  const isBare = pathname === '/' && search === '' && hash === '' && username === '';
  const isSafe = protocol === 'https:' || (isDemo && protocol === 'http:');
  return isBare && isSafe ? origin : undefined;
}

/** Declares that another installation serves a unit from a day on: parts that begin then are sent there. */
export async function serveElsewhere(
  tx: Tx,
  actor: Actor,
  input: Pick<Served, 'unitId' | 'address' | 'validFrom' | 'source'>,
): Promise<Done> {
  const partners = await listPartnersAt(tx, input.address, input.validFrom);
  if (partners.length === 0) return refuse('exchange.no-such-partner');
  await insertServed(tx, { ...input, id: newId(), validTo: null }, entryOf(actor));
  return done;
}

/** Declares by which of our procedures a part is done that others ask for. */
export async function offerPart(
  tx: Tx,
  actor: Actor,
  input: Pick<Offer, 'procedureCode' | 'step' | 'slug' | 'validFrom' | 'source'>,
): Promise<Done> {
  if (!(await findProcedureInForce(tx, input.slug, input.validFrom)))
    return refuse('exchange.no-such-procedure');
  await insertOffer(tx, { ...input, id: newId(), validTo: null }, entryOf(actor));
  return done;
}

export const declarations = ['he-thong', 'don-vi', 'thu-tuc'] as const;
export type Declaration = (typeof declarations)[number];

/** Ends what was declared, with today. Parts that are open go on as long as their installation is believed. */
export async function endDeclaration(
  tx: Tx,
  actor: Actor,
  what: Declaration,
  id: string,
): Promise<Done> {
  const today = dayOf(actor.at);
  const ends = {
    'he-thong': () => updatePartnerEnd(tx, id, today, actor.accountId),
    'don-vi': () => updateServedEnd(tx, id, today),
    'thu-tuc': () => updateOfferEnd(tx, id, today),
  };
  return (await ends[what]()) ? done : refuse('exchange.ended');
}

/**
 * Has a message sent again that failed, with all its attempts; the other side knows it by its id. A part that was not
 * taken is asked for again, as long as nobody has done it here.
 */
export async function sendAgain(tx: Tx, actor: Actor, id: string): Promise<Done> {
  const leg = await findClosedLegOfRequest(tx, id);
  if (leg) {
    const tasks = await listOpenTasks(tx, leg.dossierId);
    if (!tasks.some(({ taskId }) => taskId === leg.taskId)) return refuse('exchange.leg-closed');
    await reopenLeg(tx, leg.id);
  }
  return (await updateAgain(tx, id, actor.at)) ? done : refuse('exchange.no-such-message');
}

function entryOf(actor: Actor) {
  return { by: actor.accountId, at: actor.at };
}
