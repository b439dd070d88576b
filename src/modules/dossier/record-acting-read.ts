import { recordRead } from '#/modules/privacy/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { text } from '#/values/text.ts';
import type { Dossier } from './dossier.ts';

/** The owner sees that somebody who acts for them looked. Who reads what is their own leaves no record. */
export async function recordActingRead(
  tx: Tx,
  actor: Actor,
  { id, code }: Pick<Dossier, 'id' | 'code'>,
): Promise<void> {
  const { actingFor } = actor;
  if (actingFor === undefined) return;
  await recordRead(tx, {
    actor,
    personIds: [actingFor.personId],
    subject: { kind: 'dossier', id, label: code },
    purpose: text(
      'Xem hồ sơ để làm thay bạn theo ủy quyền',
      'Read the dossier to act for you by mandate',
    ),
  });
}
