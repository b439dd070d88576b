import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { WishedSignatures } from '#/modules/signing/index.ts';
import { sealedColumn } from '#/platform/vault/index.ts';
import type { Issued, IssuedKind } from '../issued/issued.ts';

/** What a paper says, under the key of its owner: a draft or a dossier. */
export const sealedIssued = sealedColumn<{ readonly title: string; readonly data: unknown }>({
  table: 'document.issued',
  column: 'sealed',
  key: ['id'],
  subject: 't.owner',
  gone: { title: '(đã xóa)', data: {} },
});

const issuedColumns = sql`
  i.id, i.owner, i.kind, i.issuer, i.number, i.code, i.state, i.fault, i.requested_at, i.printed_at, i.key, i.sha256,
  i.pages, i.size, ${sealedIssued.pick('i', { title: 'title' })}`;

export interface NewIssued extends Pick<
  Issued,
  'id' | 'owner' | 'kind' | 'title' | 'issuer' | 'number' | 'code' | 'requestedAt'
> {
  readonly template: string | null;
  readonly assets: Readonly<Record<string, string>>;
  readonly data: unknown;
  readonly requestedBy: string;
  /** Whose signature and whose seal it gets. */
  readonly signing: WishedSignatures | null;
}

export async function insertIssued(tx: Tx, issued: NewIssued): Promise<void> {
  const { title, data } = issued;
  const sealed = await sealedIssued.seal(tx, issued.owner, issued.id, { title, data });
  await sql`
    insert into document.issued (id, owner, kind, issuer, number, template, assets, sealed, code, state, requested_at,
      requested_by, signing)
    values (${issued.id}, ${issued.owner}, ${issued.kind}, ${issued.issuer}, ${issued.number ?? null},
      ${issued.template}, ${JSON.stringify(issued.assets)}, ${sealed}, ${issued.code}, 'waiting',
      ${issued.requestedAt}, ${issued.requestedBy},
      ${issued.signing === null ? null : JSON.stringify(issued.signing)})`.execute(tx);
}

export async function findIssued(tx: Tx, id: string): Promise<Issued | undefined> {
  const { rows } =
    await sql<IssuedRow>`select ${issuedColumns} from document.issued i where id = ${id}`.execute(
      tx,
    );
  return rows[0] && toIssued(rows[0]);
}

/** What a result was printed from. */
export async function issuedData(tx: Tx, id: string): Promise<unknown> {
  const { rows } = await sql<{ data: unknown }>`
    select ${sealedIssued.pick('i', { data: 'data' })} from document.issued i where id = ${id}`.execute(
    tx,
  );
  return rows[0]?.data;
}

/** Whether the PDF of an issued paper is there. */
export async function isPrinted(tx: Tx, id: string): Promise<boolean> {
  return (await findIssued(tx, id))?.state === 'printed';
}

export async function findIssuedByCode(tx: Tx, code: string): Promise<Issued | undefined> {
  const { rows } =
    await sql<IssuedRow>`/* beyond: whoever holds the paper */ select ${issuedColumns} from document.issued i where code = ${code}`.execute(
      tx,
    );
  return rows[0] && toIssued(rows[0]);
}

export async function findIssuedBySha256(tx: Tx, sha256: string): Promise<Issued | undefined> {
  const { rows } =
    await sql<IssuedRow>`/* beyond: whoever holds the file */ select ${issuedColumns} from document.issued i where sha256 = ${sha256} limit 1`.execute(
      tx,
    );
  return rows[0] && toIssued(rows[0]);
}

/** All papers issued for an owner, newest first. */
export async function listIssued(tx: Tx, owner: string): Promise<Issued[]> {
  const { rows } = await sql<IssuedRow>`
    select ${issuedColumns} from document.issued i where owner = ${owner} order by id desc`.execute(
    tx,
  );
  return rows.map(toIssued);
}

/** What the papersmith needs to print a paper. */
export interface PrintTask extends Pick<Issued, 'id' | 'owner' | 'kind' | 'code' | 'number'> {
  readonly template: string | null;
  readonly assets: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly requestedAt: Date;
  readonly signing: WishedSignatures | null;
  /** How far it came before; the file that the last stage left, and when. */
  readonly stage: number;
  readonly stageKey: string | null;
  readonly stageAt: Date | null;
}

/** Takes a paper to be printed: this one, or the oldest that waits. Who is not done after two minutes has died. */
export async function claimPrint(tx: Tx, at: Date, id?: string): Promise<PrintTask | undefined> {
  const { rows } = await sql<Omit<PrintTask, 'number'> & { number: string | null }>`
    update document.issued i set next_try_at = ${at}::timestamptz + interval '2 minutes', attempts = attempts + 1
    where id = (
      select id from document.issued
      where state = 'waiting' and (next_try_at is null or next_try_at <= ${at})
        and (${id ?? null}::uuid is null or id = ${id ?? null})
      order by requested_at limit 1 for update skip locked)
    returning i.id, i.owner, i.kind, i.code, i.number, i.template, i.assets, i.attempts, i.requested_at as "requestedAt",
      i.signing, i.stage, i.stage_key as "stageKey", i.stage_at as "stageAt",
      ${sealedIssued.pick('i', { data: 'data' })}`.execute(tx);
  return rows[0] && { ...rows[0], number: rows[0].number ?? undefined };
}

/** Keeps what a stage left of a paper that waits. False when another was faster. */
export async function updateStage(
  tx: Tx,
  id: string,
  { stage, key, at }: { readonly stage: number; readonly key: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update document.issued set stage = ${stage}, stage_key = ${key}, stage_at = ${at}
     where id = ${id} and state = 'waiting' and stage = ${stage - 1}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Keeps the PDF of a paper that waits. Returns the row, or nothing when another was faster. */
export async function updatePrinted(
  tx: Tx,
  id: string,
  pdf: { key: string; sha256: string; pages: number; size: number; at: Date },
): Promise<PrintedRow | undefined> {
  const { rows } = await sql<PrintedRow>`
    update document.issued i set state = 'printed', fault = null, key = ${pdf.key}, sha256 = ${pdf.sha256},
      pages = ${pdf.pages}, size = ${pdf.size}, printed_at = ${pdf.at},
      stage = 0, stage_key = null, stage_at = null
    where id = ${id} and state = 'waiting' returning ${printedColumns}`.execute(tx);
  return rows[0];
}

/** Everything about an issued paper that never changes again. */
export interface PrintedRow extends Record<string, unknown> {
  readonly id: string;
  readonly owner: string;
  readonly kind: IssuedKind;
  readonly printed_at: Date;
}

const printedColumns = sql`
  i.id, i.owner, i.kind, i.issuer, i.number, i.template, i.assets, i.code, i.requested_at, i.requested_by, i.printed_at,
  i.key, i.sha256, i.pages, i.size, ${sealedIssued.readDamaged('i')}`;

/** Issued papers after an id, in order; drafts were never issued. */
export async function listPrinted(tx: Tx, after: string, limit: number): Promise<PrintedRow[]> {
  const { rows } = await sql<PrintedRow>`
    select ${printedColumns} from document.issued i
     where state = 'printed' and kind <> 'DRAFT' and id > ${after} order by id limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/** An issued paper. */
export async function findPrinted(tx: Tx, id: string): Promise<PrintedRow | undefined> {
  const { rows } = await sql<PrintedRow>`
    select ${printedColumns} from document.issued i
     where state = 'printed' and kind <> 'DRAFT' and id = ${id}`.execute(tx);
  return rows[0];
}

/** Notes why an attempt failed: it is tried again from an instant on, or no more by itself. */
export async function updatePrintFault(
  tx: Tx,
  id: string,
  fault: string,
  nextTryAt: Date | null,
): Promise<void> {
  await sql`
    update document.issued
    set fault = ${fault}, next_try_at = ${nextTryAt}, state = ${nextTryAt === null ? 'failed' : 'waiting'}
    where id = ${id} and state = 'waiting'`.execute(tx);
}

/** Gives an attempt back that nobody could make. */
export async function updateUntried(tx: Tx, id: string): Promise<void> {
  await sql`
    update document.issued set next_try_at = null, attempts = attempts - 1
    where id = ${id} and state = 'waiting'`.execute(tx);
}

/** Who has failed papers printed again, and when. */
export interface Retry {
  readonly accountId: string;
  readonly at: Date;
}

/** Has a failed paper wait again, with all its attempts. False when it has not failed. */
export async function updateWaiting(tx: Tx, id: string, retry: Retry): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update document.issued set ${waitingBy(retry)} where id = ${id} and state = 'failed'`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** The same for all failed papers of an owner. Returns how many these were. */
export async function updateAllWaiting(tx: Tx, owner: string, retry: Retry): Promise<number> {
  const { numAffectedRows } = await sql`
    update document.issued set ${waitingBy(retry)} where owner = ${owner} and state = 'failed'`.execute(
    tx,
  );
  return Number(numAffectedRows);
}

function waitingBy({ accountId, at }: Retry) {
  return sql`state = 'waiting', next_try_at = null, attempts = 0, retried_by = ${accountId}, retried_at = ${at}`;
}

/** How many papers of each of these owners could not be printed; owners without such are left out. */
export async function countFailed(tx: Tx, owners: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ owner: string; n: number }>`
    select owner, count(*) as n from document.issued
    where state = 'failed' and owner = any(${[...owners]}::uuid[]) group by owner`.execute(tx);
  return new Map(rows.map(({ owner, n }) => [owner, n]));
}

interface IssuedRow {
  id: string;
  owner: string;
  kind: IssuedKind;
  title: string;
  issuer: string;
  number: string | null;
  code: string;
  state: Issued['state'];
  fault: string | null;
  requested_at: Date;
  printed_at: Date | null;
  key: string | null;
  sha256: string | null;
  pages: number | null;
  size: number | null;
}

function toIssued(row: IssuedRow): Issued {
  return {
    id: row.id,
    owner: row.owner,
    kind: row.kind,
    title: row.title,
    issuer: row.issuer,
    number: row.number ?? undefined,
    code: row.code,
    state: row.state,
    fault: row.fault ?? undefined,
    requestedAt: row.requested_at,
    pdf:
      row.key === null
        ? undefined
        : {
            key: row.key,
            sha256: row.sha256!,
            pages: row.pages!,
            size: row.size!,
            at: row.printed_at!,
          },
  };
}
