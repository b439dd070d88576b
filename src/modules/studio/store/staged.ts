import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Staged } from '../catalogue/staged.ts';

const selection = sql.raw(`id, file_name as "fileName", kind, record, findings, fault, typed, state,
  draft_id as "draftId", asked_by_name as "askedByName", asked_at as "askedAt"`);

export async function insertStaged(
  tx: Tx,
  {
    id,
    fileName,
    kind,
    record,
    findings,
    fault,
    state,
    ...by
  }: Omit<Staged, 'typed' | 'draftId'> & { readonly body: Buffer; readonly askedBy: string },
): Promise<void> {
  await sql`
    insert into studio.staged
      (id, file_name, body, kind, record, findings, fault, state, asked_by, asked_by_name, asked_at)
    values (${id}, ${fileName}, ${by.body}, ${kind}, ${json(record)}::jsonb, ${json(findings)}::jsonb,
            ${json(fault)}::jsonb, ${state}, ${by.askedBy}, ${by.askedByName}, ${by.askedAt})`.execute(
    tx,
  );
}

export async function findStaged(tx: Tx, id: string): Promise<Staged | undefined> {
  const { rows } =
    await sql<Staged>`select ${selection} from studio.staged where id = ${id}`.execute(tx);
  return rows[0];
}

/** One of them, locked until the transaction ends. */
export async function lockStaged(tx: Tx, id: string): Promise<Staged | undefined> {
  const { rows } = await sql<Staged>`
    select ${selection} from studio.staged where id = ${id} for update`.execute(tx);
  return rows[0];
}

/** The file as it came. */
export async function findStagedBody(
  tx: Tx,
  id: string,
): Promise<{ readonly fileName: string; readonly body: Buffer } | undefined> {
  const { rows } = await sql<{ fileName: string; body: Buffer }>`
    select file_name as "fileName", body from studio.staged
     where id = ${id} and state <> 'REFUSED'`.execute(tx);
  return rows[0];
}

/** What was brought lately and could be read, the latest first. */
export async function listStaged(tx: Tx): Promise<Staged[]> {
  const { rows } = await sql<Staged>`
    select ${selection} from studio.staged where state <> 'REFUSED'
     order by asked_at desc, id desc limit 50`.execute(tx);
  return rows;
}

export async function updateStaged(
  tx: Tx,
  id: string,
  { state, draftId, typed }: Pick<Staged, 'state' | 'draftId' | 'typed'>,
): Promise<void> {
  await sql`
    update studio.staged set state = ${state}, draft_id = ${draftId}, typed = ${json(typed)}::jsonb
     where id = ${id}`.execute(tx);
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
