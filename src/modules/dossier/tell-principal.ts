import { actNotice } from '#/modules/mandate/index.ts';
import { tell } from '#/modules/notify/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Dossier } from './dossier.ts';
import type { Act } from './store/index.ts';
import { verbWords } from './verb-words.ts';

/** Whoever is represented learns of each act that was done for them, and by whom. */
export async function tellPrincipal(
  tx: Tx,
  actor: Actor,
  { id, code }: Pick<Dossier, 'id' | 'code'>,
  { seq, verb }: Pick<Act, 'seq' | 'verb'>,
): Promise<void> {
  const notice = actNotice(actor, { what: verbWords[verb], code, key: `${id} ${seq}` });
  if (notice !== undefined) await tell(tx, notice);
}
