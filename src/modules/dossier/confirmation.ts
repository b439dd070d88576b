import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { formatInstant } from '#/values/instant.ts';
import { computeDueAt } from './clock.ts';
import { deemConfirmed } from './commands/confirm-draft.ts';
import type { Dossier, State } from './dossier.ts';
import { inform } from './inform.ts';
import { pauseProcess } from './process-link.ts';
import { insertConfirmation, listUnconfirmed } from './store/index.ts';

/**
 * Until when the applicant may check the draft, where the law of the procedure has them check it before a result is
 * signed that grants what they asked for; undefined where it does not.
 */
export async function confirmedBy(
  tx: Tx,
  dossier: Dossier,
  next: State,
  at: Date,
): Promise<Date | undefined> {
  if (next !== 'AWAITING_SIGNATURE' || dossier.proposal !== 'grant') return undefined;
  const law = (await compiledVersion(tx, dossier.versionId)).catalogue.confirmation;
  if (!law?.channels.includes(dossier.channel)) return undefined;
  return computeDueAt(tx, dossier, at, law.within);
}

/** Asks the applicant; all clocks stand until they answer or the time has passed. */
export async function askToConfirm(
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
  until: Date,
): Promise<void> {
  await pauseProcess(tx, dossier, actor.at);
  await insertConfirmation(tx, dossier.id, { sentAt: actor.at, dueAt: until });
  await inform(tx, dossier, 'draft-to-confirm', actor.at, { until: formatInstant(until) });
}

const batch = 100;

/** Finds drafts that nobody answered about; each is deemed to be right in a transaction of its own. */
export function unconfirmedJob({ database, clock, log }: Services): Job {
  return {
    name: 'dossier.unconfirmed',
    schedule: '*/5 * * * *',
    async run() {
      const at = clock.now();
      for (const id of await database.transaction((tx) => listUnconfirmed(tx, at, batch))) {
        try {
          await database.transaction((tx) => deemConfirmed(tx, id, at));
        } catch (err) {
          log.error({ err, dossier: id }, 'an unanswered draft could not be handled');
        }
      }
    },
  };
}
