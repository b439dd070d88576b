import { forgetPerson } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { destroyKeys } from '#/platform/vault/index.ts';
import { forgetLookUps, listHolds, listKeySubjects } from '../store/index.ts';

/**
 * Destroys the keys of a person, so that nobody can read again what is kept about them, in backups neither. Refused while
 * the law wants it kept. Who did it and on which ground stays with the destroyed keys.
 */
export async function erasePerson(
  tx: Tx,
  personId: string,
  record: { readonly by: string; readonly why: string; readonly at: Date },
): Promise<{ readonly keys: number } | Refusal> {
  const holds = await listHolds(tx, personId, record.at);
  if (holds.length > 0) {
    const kinds = holds.map(({ kind, count }) => `${count} ${holdWords[kind]}`).join(', ');
    return refuse('dossier.must-be-kept', { kinds });
  }
  const keys = await destroyKeys(tx, await listKeySubjects(tx, personId), record);
  await forgetLookUps(tx, personId);
  await forgetPerson(tx, personId);
  return { keys };
}

const holdWords = {
  'open-dossier': 'hồ sơ chưa kết thúc',
  'open-account': 'tài khoản đang mở',
  register: 'mục trong sổ đăng ký',
  receipt: 'biên lai chưa đủ 10 năm',
} as const;
