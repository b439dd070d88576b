import type { CalendarChange } from '#/modules/agency/index.ts';
import { moveWait } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { record } from '../case.ts';
import type { Dossier } from '../dossier.ts';
import { inform } from '../inform.ts';
import { lockById, type DossierChange } from '../store/index.ts';
import { listClockworks } from './store/clockworks.ts';
import { movesOf, type Clockwork, type Move, type Turn } from './moves.ts';
import { insertRecomputed, updateAnswerDue } from './store/recomputations.ts';

/**
 * Moves the deadlines of one dossier after a change of the calendar, with a word in its history that names the
 * decision. Whoever was promised a day and gets a later one is told. Done once per change, however often it is called.
 */
export async function recomputeDossier(
  tx: Tx,
  change: CalendarChange,
  dossierId: string,
  turnOf: (clockworks: readonly Clockwork[]) => Promise<Turn>,
  at: Date,
): Promise<boolean> {
  const dossier = await lockById(tx, dossierId);
  const clockworks = await listClockworks(tx, [dossierId]);
  const moves = movesOf(clockworks[0]!, await turnOf(clockworks));
  if (moves.length === 0) return false;
  const told = moves.map(({ what, step, before, after }) => ({ what, step, before, after }));
  if (!(await insertRecomputed(tx, { changeId: change.id, dossierId, moves: told, at })))
    return false;
  for (const { wait, after } of moves) if (wait) await moveWait(tx, { ...wait, dueAt: after });
  const answer = moves.find(({ what }) => what === 'answer');
  if (answer) await updateAnswerDue(tx, clockworks[0]!.request!.id, answer.after);
  const moved = changeOf(moves);
  await record(
    tx,
    systemActor(at),
    { dossier, step: undefined },
    {
      verb: 'recompute',
      words: change.source,
      facts: { change: change.id, dueBefore: dossier.dueAt, dueAt: moved.dueAt, moves: told },
      change: moved,
    },
  );
  await tellIfLater(tx, { ...dossier, ...moved }, moves, { reason: change.source }, at);
  return true;
}

const columns = { accept: 'acceptDueAt', due: 'dueAt', reappointed: 'reappointedAt' } as const;

function changeOf(
  moves: readonly Move[],
): Pick<DossierChange, 'acceptDueAt' | 'dueAt' | 'reappointedAt'> {
  return Object.fromEntries(
    moves.flatMap(({ what, after }) =>
      what === 'accept' || what === 'due' || what === 'reappointed' ? [[columns[what], after]] : [],
    ),
  );
}

async function tellIfLater(
  tx: Tx,
  dossier: Dossier,
  moves: readonly Move[],
  facts: Readonly<Record<string, string>>,
  at: Date,
): Promise<void> {
  const promised = moves.find(({ what }) => what === 'due' || what === 'reappointed');
  if (!promised || promised.after <= promised.before) return;
  await inform(tx, dossier, promised.what === 'due' ? 'rescheduled' : 'reappointed', at, facts);
}
