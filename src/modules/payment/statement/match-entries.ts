import type { Tx } from '#/platform/db/index.ts';
import { systemActor, type Actor } from '#/platform/http/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { receiveMoney } from '../receive-money.ts';
import { lockArrival } from '../store/arrivals.ts';
import { findByReferences } from '../store/demands.ts';
import { findOrder } from '../store/gateway.ts';
import {
  lockWaitingEntry,
  updateEntry,
  type EntryVerdict,
  type StatementEntry,
} from '../store/statements.ts';
import { referencesIn } from './references.ts';

export const matchJobName = 'payment.match-entries';

/** Works off staged lines of statements, each in a transaction of its own: a crash loses none and books none twice. */
export function matchEntries({ database, clock }: Services): Job {
  return {
    name: matchJobName,
    // Also without a new file: what an interrupted run left.
    schedule: '*/5 * * * *',
    async run() {
      while (await database.transaction((tx) => matchNext(tx, clock.now())));
    },
  };
}

/** Matches one line that waits. False when none does. */
export async function matchNext(tx: Tx, at: Date): Promise<boolean> {
  const entry = await lockWaitingEntry(tx);
  if (!entry) return false;
  await updateEntry(tx, entry.id, await verdictOn(tx, systemActor(at), entry));
  return true;
}

async function verdictOn(tx: Tx, actor: Actor, entry: StatementEntry): Promise<EntryVerdict> {
  const { unitId, source, reference, amount } = entry;
  if (amount < 0) return 'outgoing';
  const isBank = source === 'bank';
  const known = await lockArrival(tx, { source, unitId, reference });
  if (known && !isBank) return known.amount === amount ? 'agrees' : 'differs';
  const { outcome } = await receiveMoney(tx, actor, {
    unitId,
    way: isBank ? 'transfer' : 'gateway',
    source,
    reference,
    amount,
    // Statements tell days: noon in Vietnam lies in the day on both sides.
    cameAt: new Date(`${entry.bookedOn}T12:00:00+07:00`),
    demandId: isBank ? await demandOf(tx, entry) : await demandOfOrder(tx, entry),
  });
  return outcome;
}

/** An open demand first: a family may write several references on one transfer. */
async function demandOf(tx: Tx, { unitId, details }: StatementEntry): Promise<string | null> {
  const references = referencesIn(details ?? '');
  if (references.length === 0) return null;
  const demands = await findByReferences(tx, { unitId, references });
  return (demands.find(({ state }) => state === 'open') ?? demands[0])?.id ?? null;
}

/** A gateway names its order; with that a payment is found that it never told us of. */
async function demandOfOrder(tx: Tx, { details, source }: StatementEntry): Promise<string | null> {
  const [reference] = /[0-9A-HJKMNP-TV-Z]{26}/.exec(details ?? '') ?? [];
  const order = reference === undefined ? undefined : await findOrder(tx, reference);
  return order?.gateway === source ? order.demandId : null;
}
