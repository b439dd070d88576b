import { processIdOf } from '#/modules/dossier/index.ts';
import { findVersion, standingOn } from '#/modules/procedure/index.ts';
import { foreseeMove, type ElementMap } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Jobs } from '#/platform/jobs/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { isId, newId } from '#/values/id.ts';
import { moveJobName, type Move } from '../move/move.ts';
import { insertMove, lockMove, updateMove } from '../store/index.ts';

/**
 * Proposes that running dossiers of a procedure go on by the process of one of its versions. Nothing moves before a second
 * person has approved it. Only a version that is in force takes cases over: no other is law.
 */
export async function proposeMove(
  tx: Tx,
  actor: Actor,
  input: { readonly versionId: string; readonly map: ElementMap; readonly reason: string },
): Promise<{ readonly moveId: string } | Refusal> {
  const reason = input.reason.trim();
  if (reason === '') return refuse('studio.reason-missing');
  const version = isId(input.versionId) ? await findVersion(tx, input.versionId) : undefined;
  if (!version) return refuse('studio.no-version');
  if (standingOn(version, dayOf(actor.at)) !== 'in-force') return refuse('studio.not-in-force');
  const definitionId = await processIdOf(tx, version.id);
  const { moves } = await foreseeMove(tx, { definitionId, map: input.map });
  if (moves.every(({ refusal }) => refusal !== null)) return refuse('studio.nothing-to-move');
  const id = newId();
  const isFirst = await insertMove(tx, {
    id,
    slug: version.slug,
    versionId: version.id,
    versionNo: version.no,
    definitionId,
    map: input.map,
    reason,
    proposedBy: actor.personId,
    proposedByName: actor.name,
    proposedAt: actor.at,
  });
  return isFirst ? { moveId: id } : refuse('studio.other-move');
}

/** Approves a move that somebody else proposed; a job carries it out. */
export async function approveMove(
  tx: Tx,
  actor: Actor,
  input: { readonly moveId: string },
  { jobs }: { readonly jobs: Jobs },
): Promise<Move | Refusal> {
  const move = await lockProposed(tx, input.moveId);
  if (isRefusal(move)) return move;
  if (move.proposedBy === actor.personId) return refuse('studio.own-move');
  const { moves } = await foreseeMove(tx, move);
  const running: Move = {
    ...move,
    state: 'RUNNING',
    decidedByName: actor.name,
    decidedAt: actor.at,
    total: moves.reduce((sum, { cases }) => sum + cases, 0),
  };
  await updateMove(tx, running);
  await jobs.enqueue(tx, moveJobName, { moveId: move.id }, { key: move.id });
  return running;
}

/** Gives a proposed move up. */
export async function dropMove(
  tx: Tx,
  actor: Actor,
  input: { readonly moveId: string },
): Promise<Move | Refusal> {
  const move = await lockProposed(tx, input.moveId);
  if (isRefusal(move)) return move;
  const dropped: Move = {
    ...move,
    state: 'DROPPED',
    decidedByName: actor.name,
    decidedAt: actor.at,
  };
  await updateMove(tx, dropped);
  return dropped;
}

async function lockProposed(tx: Tx, id: string): Promise<Move | Refusal> {
  const move = isId(id) ? await lockMove(tx, id) : undefined;
  if (!move) return refuse('studio.no-move');
  return move.state === 'PROPOSED' ? move : refuse('studio.move-decided');
}
