import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { addReceived, sumUnfiled } from '../store/received.ts';

const mega = 1024 * 1024;

/** How much is taken, in bytes: enough for every honest dossier, too little to fill the disk of the office. */
export const quota = {
  /** What one draft, or one answer to a supplement request, may hold. */
  perOwner: 200 * mega,
  /** What one account may upload in a day, also of what it removes again. Officials scan the papers of a whole counter. */
  perDay: { citizen: 500 * mega, official: 20_000 * mega, system: Number.MAX_SAFE_INTEGER },
} as const;

/** Whether so many bytes more would be taken; the caller has not received them yet. */
export async function checkRoom(
  tx: Tx,
  actor: Actor,
  owner: string,
  bytes: number,
): Promise<Refusal | undefined> {
  const total = await addReceived(tx, actor.accountId, dayOf(actor.at), 0);
  return dayFull(actor, total, bytes) ?? (await ownerFull(tx, owner, bytes));
}

/** Counts bytes that came in. Who calls it rolls back when it refuses. */
export async function takeRoom(
  tx: Tx,
  actor: Actor,
  owner: string,
  bytes: number,
): Promise<Refusal | undefined> {
  const total = await addReceived(tx, actor.accountId, dayOf(actor.at), bytes);
  return dayFull(actor, total - bytes, bytes) ?? (await ownerFull(tx, owner, bytes));
}

function dayFull({ kind }: Actor, before: number, bytes: number): Refusal | undefined {
  return full('document.day-full', quota.perDay[kind], before, bytes);
}

async function ownerFull(tx: Tx, owner: string, bytes: number): Promise<Refusal | undefined> {
  return full('document.owner-full', quota.perOwner, await sumUnfiled(tx, owner), bytes);
}

function full(code: string, limit: number, before: number, bytes: number): Refusal | undefined {
  if (before + bytes <= limit) return undefined;
  return refuse(code, { limit: inWords(limit), left: inWords(Math.max(0, limit - before)) });
}

function inWords(bytes: number): string {
  return `${Math.floor(bytes / mega)} MB`;
}
