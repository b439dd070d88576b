import { createHash } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import type { Services } from '#/platform/module.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { nobodysFiles } from '#/platform/sealed-files/index.ts';
import { dayOf } from '#/values/day.ts';
import { call, readJson } from '../call.ts';
import { filesOf, fromDoing, says, type LegEvent, type SentFile } from '../event.ts';
import { filesPath, ownNode } from '../node.ts';
import type { Partner } from '../partner.ts';
import { findOffer, listPartnersAt } from '../store/declared.ts';
import { insertBrought, listBrought } from '../store/files.ts';
import { findIncoming } from '../store/incoming.ts';
import { findLeg } from '../store/legs.ts';

/** Where files lie that were fetched for a message until it is applied. */
export const broughtArea = 'exchange';

/** How long one attempt of the sender may be kept waiting; what was fetched by then stays for its next. */
const budgetMs = 60_000;

interface Wanted {
  readonly place: number;
  readonly file: SentFile;
}

/**
 * Fetches the files that a message only names, from the address that it comes from and nowhere else. Each must be
 * signed by the sender and have the hash that the message says. Gives why the message cannot be taken yet, or ever.
 */
export async function bringFiles(
  services: Services,
  partner: Partner,
  event: LegEvent,
  at: Date,
): Promise<Refusal | undefined> {
  const named = [...filesOf(event).entries()].flatMap(([place, file]) =>
    file.content === undefined ? [{ place, file }] : [],
  );
  if (named.length === 0) return undefined;
  const ready = await prepare(services, partner, event, at);
  if (!ready) return undefined;
  const until = Date.now() + budgetMs;
  for (const wanted of named.filter(({ place }) => !ready.has.has(place))) {
    const left = until - Date.now();
    const refusal =
      left <= 0 ? late(wanted) : await bring(services, ready.from, event.id, wanted, left);
    if (refusal) return refusal;
  }
  return undefined;
}

/** What is there already, and whom to ask. Undefined when the message would not be taken with its files either. */
async function prepare({ database }: Services, { address }: Partner, event: LegEvent, at: Date) {
  return database.transaction(async (tx) => {
    if (await findIncoming(tx, address, event.id)) return undefined;
    if (!(await isWanted(tx, address, event, at))) return undefined;
    const partners = await listPartnersAt(tx, address, dayOf(at));
    const publicKeys = new Map(partners.map(({ keyId, publicKey }) => [keyId, publicKey]));
    return { from: { address, publicKeys }, has: await listBrought(tx, address, event.id) };
  });
}

async function isWanted(tx: Tx, address: string, event: LegEvent, at: Date): Promise<boolean> {
  if (says(event, 'requested'))
    return Boolean(await findOffer(tx, event.data.procedure, event.data.step, dayOf(at)));
  const leg = await findLeg(tx, event.legId);
  // What follows a request may overtake it.
  return leg ? leg.address === address : !fromDoing.has(event.kind);
}

async function bring(
  services: Services,
  from: Parameters<typeof call>[1],
  message: string,
  { place, file }: Wanted,
  ms: number,
): Promise<Refusal | undefined> {
  const at = services.clock.now();
  const body = Buffer.from(JSON.stringify({ message, file: place }));
  const request = { path: filesPath, type: 'application/json', body };
  const limits = { bytes: file.size! + 4_096, ms, at };
  const heard = await call(ownNode(services), from, request, limits);
  // Only "there is no such file" is an answer for good: other refusals tell of clocks and keys, which are set right.
  if ('fault' in heard || (heard.status !== 200 && heard.status !== 404))
    return late({ place, file });
  const isRight = createHash('sha256').update(heard.body).digest('hex') === file.sha256;
  if (heard.status !== 200 || !isRight) return damaged(file, heard);
  const { key } = await services.files.put(broughtArea, heard.body, nobodysFiles);
  await services.database.transaction((tx) =>
    insertBrought(tx, from.address, message, { place, key }, at),
  );
  return undefined;
}

function late({ file }: Wanted): Refusal {
  return refuse('exchange.file-outstanding', { name: file.label });
}

function damaged({ label }: SentFile, { status, body }: { status: number; body: Buffer }): Refusal {
  const code = status === 200 ? undefined : readJson(body)['code'];
  const facts = typeof code === 'string' ? { name: label, code } : { name: label };
  return refuse('exchange.file-damaged', facts);
}
