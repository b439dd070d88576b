import type { Follower } from '#/modules/process/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { record } from './case.ts';
import { dueOfSteps, standingAfter } from './process-link.ts';
import { findById, lockById, tryLock } from './store/index.ts';

/** Keeps dossiers in step with processes that time or a message has moved, and lends them their calendar. */
export const followDossiers: Follower = {
  hold: tryLock,
  async dueOf(tx, subject) {
    const dossier = await findById(tx, subject);
    return dossier ? dueOfSteps(tx, dossier, dossier.submittedAt) : () => null;
  },
  async moved(tx, moved, at) {
    if (!(await findById(tx, moved.subject))) return;
    const dossier = await lockById(tx, moved.subject);
    const { state } = await standingAfter(tx, dossier, moved, at);
    const kase = { dossier, step: undefined };
    const { silent } = moved;
    if (silent === null) return record(tx, systemActor(at), kase, { verb: 'elapse', to: state });
    // What the law makes of silence is told with the law that says so.
    await record(tx, systemActor(at), kase, {
      verb: 'deem',
      to: state,
      words: silent.legalBasis,
      facts: {
        step: silent.name.vi,
        outcome: silent.outcome,
        unitId: silent.unitId,
        role: silent.role,
      },
    });
  },
};
