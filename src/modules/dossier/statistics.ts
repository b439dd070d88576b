import type { WaitingTimes } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { dayOf } from '#/values/day.ts';
import { listUsage, listWaits } from './store/index.ts';

const hourMs = 3_600_000;

/** How long people really waited for a procedure: of the latest 500 closed dossiers. */
export async function waitingTimesOf(tx: Tx, procedureId: string): Promise<WaitingTimes | null> {
  return summary(await listWaits(tx, procedureId, 500));
}

/** From filing to the end of processing, by nearest rank; null without any. The latest end comes first. */
export function summary(
  waits: readonly { readonly submittedAt: Date; readonly endedAt: Date }[],
): WaitingTimes | null {
  const oldest = waits.at(-1);
  if (!oldest) return null;
  const hours = waits
    .map(({ submittedAt, endedAt }) => (endedAt.getTime() - submittedAt.getTime()) / hourMs)
    .toSorted((a, b) => a - b);
  const percentile = (share: number) => hours[Math.ceil(share * hours.length) - 1] ?? 0;
  return {
    counted: hours.length,
    since: dayOf(oldest.endedAt),
    hours: { p50: percentile(0.5), p80: percentile(0.8), p95: percentile(0.95) },
  };
}

/** How many dossiers each procedure had in the last 90 days. */
export async function usageOf(tx: Tx, now: Date): Promise<ReadonlyMap<string, number>> {
  return listUsage(tx, new Date(now.getTime() - 90 * 24 * hourMs));
}
