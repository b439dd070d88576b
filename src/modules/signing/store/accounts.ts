import type { Tx } from '#/platform/db/index.ts';

/** Id of the open account of an official by its name. */
export async function findSignerAccount(tx: Tx, name: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('identity.account')
    .select('id')
    .where('name', '=', name)
    .where('kind', '=', 'official')
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}
