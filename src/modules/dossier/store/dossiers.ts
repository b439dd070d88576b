import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { ActingFor, Actor } from '#/platform/http/index.ts';
import type { Dossier } from '../dossier.ts';
import { sealedContent, sealedLabel, tokensOfDossier } from './sealed.ts';

const columns = {
  id: 'id',
  code: 'code',
  legacyCode: 'legacy_code',
  procedureId: 'procedure_id',
  versionId: 'version_id',
  unitId: 'unit_id',
  unitIds: 'unit_ids',
  placeCode: 'place_code',
  channel: 'channel',
  accountId: 'account_id',
  submitterPersonId: 'submitter_person_id',
  ownerPersonId: 'owner_person_id',
  mandateId: 'mandate_id',
  papers: 'papers',
  delivery: 'delivery',
  trackingSecret: 'tracking_secret',
  state: 'state',
  resumeState: 'resume_state',
  variant: 'variant',
  proposal: 'proposal',
  deadline: 'deadline',
  submittedAt: 'submitted_at',
  acceptDueAt: 'accept_due_at',
  acceptedAt: 'accepted_at',
  firstDueAt: 'first_due_at',
  dueAt: 'due_at',
  pausedAt: 'paused_at',
  overdueAt: 'overdue_at',
  reappointedAt: 'reappointed_at',
  endedAt: 'ended_at',
  deliveredAt: 'delivered_at',
  supplements: 'supplements',
  instanceId: 'instance_id',
  definitionId: 'definition_id',
  resultNumber: 'result_number',
  resultDocumentId: 'result_document_id',
} as const satisfies Record<Exclude<keyof Dossier, Sealed>, string>;

/** What is sealed, in two columns. */
type Sealed = 'ownerName' | 'abstract' | 'answers' | 'deliveryAddress' | 'proposalWords';

const jsonColumns: ReadonlySet<string> = new Set(['papers', 'deadline']);

const plain = sql.raw(
  Object.entries(columns)
    .map(([name, column]) => `d.${column} as "${name}"`)
    .join(', '),
);
const selection = sql`${plain}, ${sealedLabel.read('d')}, ${sealedContent.read('d')}`;

/** Writes a new dossier. */
export async function insertDossier(tx: Tx, dossier: Dossier): Promise<void> {
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const values = names.map((name) => sql`${valueOf(name, dossier[name])}`);
  const list = sql.raw(names.map((name) => columns[name]).join(', '));
  const { label, content, tokens } = await sealed(tx, dossier);
  await sql`/* unanswered */ insert into dossier.dossier (${list}, label, content, tokens, updated_at)
    values (${sql.join(values)}, ${label}, ${content}, ${tokens}, ${dossier.submittedAt})`.execute(
    tx,
  );
}

async function sealed(tx: Tx, dossier: Dossier) {
  const { id, ownerPersonId, ownerName, abstract } = dossier;
  const { answers, deliveryAddress, proposalWords } = dossier;
  const [label, content, tokens] = await Promise.all([
    sealedLabel.seal(tx, ownerPersonId, id, { ownerName, abstract }),
    sealedContent.seal(tx, ownerPersonId, id, { answers, deliveryAddress, proposalWords }),
    tokensOfDossier(tx, dossier),
  ]);
  return { label, content, tokens };
}

/** What an act may change about a dossier. */
export type DossierChange = Partial<Omit<Dossier, 'id' | 'code' | 'legacyCode' | 'submittedAt'>>;

/** Changes a dossier and gives it as it is then; the caller holds its lock and has it as it is. */
export async function updateDossier(
  tx: Tx,
  dossier: Dossier,
  change: DossierChange,
  at: Date,
): Promise<Dossier> {
  const changed = Object.keys(change) as (keyof DossierChange)[];
  const sets = changed
    .filter((name) => name in columns)
    .map((name) => {
      const column = name as keyof typeof columns;
      return sql`${sql.raw(columns[column])} = ${valueOf(column, change[name])}`;
    });
  if (changed.some((name) => sealedNames.has(name))) {
    const { label, content, tokens } = await sealed(tx, { ...dossier, ...change });
    sets.push(sql`label = ${label}, content = ${content}, tokens = ${tokens}`);
  }
  const { rows } = await sql<Dossier>`
    update dossier.dossier d set ${sql.join([...sets, sql`updated_at = ${at}`])} where id = ${dossier.id}
    returning ${selection}`.execute(tx);
  return rows[0]!;
}

/** What is sealed, and under whose key. */
const sealedNames: ReadonlySet<keyof Dossier> = new Set([
  'ownerName',
  'abstract',
  'answers',
  'deliveryAddress',
  'proposalWords',
  'ownerPersonId',
]);

function valueOf(name: keyof Dossier, value: unknown): unknown {
  return jsonColumns.has(name) ? JSON.stringify(value) : value;
}

/** The dossier of a code, in either form of codes. */
export async function findByCode(tx: Tx, code: string): Promise<Dossier | undefined> {
  const { rows } = await sql<Dossier>`
    select ${selection} from dossier.dossier d where d.code = ${code}
    union all
    select ${selection} from dossier.dossier d where d.legacy_code = ${code} limit 1`.execute(tx);
  return rows[0];
}

/** The dossier of a code whoever asks: for tracking, where the second code has to be shown as well, and to decide about it. */
export async function findAnywhere(tx: Tx, code: string): Promise<Dossier | undefined> {
  const { rows } = await sql<Dossier>`/* beyond: whoever holds the receipt, or a decision */
    select ${selection} from dossier.dossier d where d.code = ${code} or d.legacy_code = ${code}`.execute(
    tx,
  );
  return rows[0];
}

/** Whether there is a dossier of a code at all, also one that whoever asks may not see. */
export async function isCode(tx: Tx, code: string): Promise<boolean> {
  const { rows } = await sql`/* beyond: nothing but that there is one */
    select from dossier.dossier where code = ${code} or legacy_code = ${code}`.execute(tx);
  return rows.length > 0;
}

/** The same, locked until the transaction ends: two officials acting at once act one after the other. */
export async function lockByCode(tx: Tx, code: string): Promise<Dossier | undefined> {
  const { rows } = await sql<Dossier>`
    select ${selection} from dossier.dossier d where d.code = ${code} for update`.execute(tx);
  return rows[0];
}

/** A dossier by id, locked. @throws Error when there is none. */
export async function lockById(tx: Tx, id: string): Promise<Dossier> {
  const { rows } = await sql<Dossier>`
    select ${selection} from dossier.dossier d where d.id = ${id} for update`.execute(tx);
  if (!rows[0]) throw new Error(`no dossier ${id}`);
  return rows[0];
}

/** Takes the lock of a dossier unless somebody else has it. True also for an id that is no dossier's. */
export async function tryLock(tx: Tx, id: string): Promise<boolean> {
  const free =
    await sql`select from dossier.dossier where id = ${id} for update skip locked`.execute(tx);
  if (free.rows.length > 0) return true;
  const any = await sql`select from dossier.dossier where id = ${id}`.execute(tx);
  return any.rows.length === 0;
}

/** A dossier by id, if there is one. */
export async function findById(tx: Tx, id: string): Promise<Dossier | undefined> {
  const { rows } =
    await sql<Dossier>`select ${selection} from dossier.dossier d where d.id = ${id}`.execute(tx);
  return rows[0];
}

/** The dossiers of ids, as far as there are such, also when somebody has damaged what they say. */
export async function listAsTheyAre(tx: Tx, ids: readonly string[]): Promise<Dossier[]> {
  const { rows } = await sql<Dossier>`
    select ${plain}, ${sealedLabel.readDamaged('d')}, ${sealedContent.readDamaged('d')}
      from dossier.dossier d where d.id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}

/** A dossier by id. @throws Error when there is none. */
export async function getById(tx: Tx, id: string): Promise<Dossier> {
  const dossier = await findById(tx, id);
  if (!dossier) throw new Error(`no dossier ${id}`);
  return dossier;
}

/** Dossiers that an account filed or, when it is certain whose account it is, that concern its person; newest first. */
export async function listOfPerson(
  tx: Tx,
  actor: Pick<Actor, 'accountId' | 'personId' | 'isVerified' | 'actingFor'>,
  limit: number,
): Promise<Dossier[]> {
  if (actor.actingFor !== undefined) return listOfPrincipal(tx, actor.actingFor, limit);
  const { accountId, personId, isVerified = false } = actor;
  const { rows } = await sql<Dossier>`
    select ${selection} from dossier.dossier d
     where d.id in (
       (select id from dossier.dossier where account_id = ${accountId} and mandate_id is null order by submitted_at desc limit ${limit})
       union
       (select id from dossier.dossier where ${isVerified} and owner_person_id = ${personId} order by submitted_at desc limit ${limit}))
     order by d.submitted_at desc limit ${limit}`.execute(tx);
  return rows;
}

/** Dossiers of whom somebody acts for, as far as the mandate reaches: its procedures, and from its beginning on. */
async function listOfPrincipal(
  tx: Tx,
  { personId, procedureIds, since }: ActingFor,
  limit: number,
): Promise<Dossier[]> {
  const { rows } = await sql<Dossier>`
    select ${selection} from dossier.dossier d
     where d.owner_person_id = ${personId} and d.submitted_at >= ${since}
       and (${procedureIds}::uuid[] is null or d.procedure_id = any(${procedureIds}::uuid[]))
     order by d.submitted_at desc limit ${limit}`.execute(tx);
  return rows;
}

/** Dossiers whose due date has passed while their clock runs and that are not marked overdue yet, after a given one. */
export async function listNewlyOverdue(
  tx: Tx,
  at: Date,
  after: { id: string; dueAt: Date } | null,
  limit: number,
): Promise<{ id: string; dueAt: Date }[]> {
  const { rows } = await sql<{ id: string; dueAt: Date }>`
    select id, due_at as "dueAt" from dossier.dossier
     where ended_at is null and paused_at is null and overdue_at is null and due_at < ${at}
       and (${after?.dueAt ?? null}::timestamptz is null or (due_at, id) > (${after?.dueAt ?? null}, ${after?.id ?? null}::uuid))
     order by due_at, id limit ${limit}`.execute(tx);
  return rows;
}

/** Filing and end of the latest closed dossiers of a procedure. */
export async function listWaits(
  tx: Tx,
  procedureId: string,
  limit: number,
): Promise<{ submittedAt: Date; endedAt: Date }[]> {
  const { rows } = await sql<{
    submittedAt: Date;
    endedAt: Date;
  }>`/* beyond: how long it took, whose ever it was */
    select submitted_at as "submittedAt", ended_at as "endedAt" from dossier.dossier
     where procedure_id = ${procedureId} and ended_at is not null
     order by ended_at desc limit ${limit}`.execute(tx);
  return rows;
}

/** How many dossiers each procedure had since an instant. */
export async function listUsage(tx: Tx, since: Date): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`/* beyond: how many there are */
    select procedure_id as id, count(*) as n from dossier.dossier where submitted_at > ${since} group by 1`.execute(
    tx,
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}
