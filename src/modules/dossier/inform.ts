import { hasClaimedAccount } from '#/modules/identity/index.ts';
import { isStillInForce } from '#/modules/mandate/index.ts';
import { tell } from '#/modules/notify/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, text } from '#/values/text.ts';
import type { Dossier } from './dossier.ts';
import { eventWords, type DossierEvent } from './event-words.ts';

/**
 * Tells the applicant, and the owner when that is somebody else, what happened. One act tells once: the key holds the
 * event and its instant.
 */
export async function inform(
  tx: Tx,
  dossier: Dossier,
  event: DossierEvent,
  at: Date,
  facts: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { title, body } = eventWords[event];
  const all = { ...standingFacts(dossier), ...facts };
  for (const personId of new Set([dossier.submitterPersonId, dossier.ownerPersonId])) {
    // Who acted for another is told for as long as they may.
    const isOther = personId !== dossier.ownerPersonId;
    const { mandateId } = dossier;
    if (isOther && mandateId !== null && !(await isStillInForce(tx, mandateId, at))) continue;
    // Filed at the counter: whoever opened an account with this person's number from home must not read of it.
    if (dossier.accountId === null && (await hasClaimedAccount(tx, personId))) continue;
    await tell(tx, {
      personId,
      event: `dossier.${event}`,
      title: fill(title, all),
      body: fill(text(`${which.vi} ${body.vi}`, `${which.en} ${body.en}`), all),
      link: `/ho-so/${dossier.code}`,
      key: `${dossier.id} ${event} ${at.toISOString()}`,
      at,
    });
  }
}

const which = text('{abstract}. Mã hồ sơ: {code}.', '{abstract}. Dossier: {code}.');

function standingFacts(dossier: Dossier): Record<string, string> {
  return {
    code: dossier.code,
    secret: dossier.trackingSecret,
    abstract: dossier.abstract,
    due: dossier.dueAt ? formatInstant(dossier.dueAt) : '',
    newDue: dossier.reappointedAt ? formatInstant(dossier.reappointedAt) : '',
  };
}
