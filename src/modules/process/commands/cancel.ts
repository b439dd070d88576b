import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { lockInstance } from '../store/instances.ts';
import { advance, holdTokens, type Moved } from './advance.ts';

/** Ends an instance from outside, for example because the applicant withdrew. Suspended ones too. */
export async function cancelInstance(
  tx: Tx,
  {
    instanceId,
    at,
    by,
    reason,
  }: { instanceId: string; at: Date; by: string | null; reason: string },
): Promise<Moved | Refusal> {
  if (reason.trim() === '') return refuse('process.no-reason');
  const instance = await lockInstance(tx, instanceId);
  if (!instance?.isOpen) return refuse('process.ended');
  return advance(tx, await holdTokens(tx, instance), { type: 'cancel' }, { at, by, reason });
}
