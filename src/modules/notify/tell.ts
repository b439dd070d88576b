import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import type { Text } from '#/values/text.ts';
import { insertNotice } from './store/notices.ts';

/** What to tell whom. */
export interface Telling {
  readonly personId: string;
  /** What happened, `noun.verb`. */
  readonly event: string;
  /** One line. */
  readonly title: Text;
  /** What it means and what to do. */
  readonly body: Text;
  /** Page of this site where it can be done: an absolute path. */
  readonly link: string;
  /** A person is told once per key: `dossier.accepted <id>`. */
  readonly key: string;
  readonly at: Date;
}

/** Puts a message into a person's inbox, unless they were told under this key before. */
export async function tell(tx: Tx, telling: Telling): Promise<void> {
  await insertNotice(tx, { id: newId(), ...telling });
}
