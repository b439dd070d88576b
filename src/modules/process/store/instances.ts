import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { CompiledProcess, Vars } from '../bpmn/graph.ts';
import type { Change, Token } from '../engine/state.ts';
import { deedCodes, kindCodes, kindOf, statusCodes } from './codes.ts';

/** The row of an instance, held until the transaction ends. */
export interface LockedInstance {
  readonly id: string;
  readonly definitionId: string;
  readonly subject: string;
  readonly next: number;
  readonly vars: Vars;
  readonly isOpen: boolean;
  readonly suspendedAt: Date | null;
  readonly units: Readonly<Record<string, string>>;
}

/** An instance with its waiting tokens as the database keeps them. */
export type StoredInstance = LockedInstance & { readonly stored: readonly TokenRow[] };

interface InstanceRow {
  id: string;
  definition_id: string;
  subject: string;
  next_token: number;
  vars: Vars;
  status: number;
  suspended_at: Date | null;
  units: Record<string, string>;
  tokens: TokenRow[];
}

/**
 * Takes the lock of an instance and reads it with its tokens: two statements that travel together, of which the second
 * sees what is there once the lock is held. In one, a sub-select would still see the tokens as they were before the lock
 * was waited for, and work would be done twice.
 */
export async function lockInstance(tx: Tx, id: string): Promise<StoredInstance | undefined> {
  await sql`/* unanswered */ select from process.instance where id = ${id} for update`.execute(tx);
  return findInstance(tx, id);
}

/** As `lockInstance`, but undefined at once when somebody else holds it. */
export async function tryLockInstance(tx: Tx, id: string): Promise<StoredInstance | undefined> {
  const { rows } = await sql`/* prepared */
    select from process.instance where id = ${id} for update skip locked`.execute(tx);
  return rows.length === 0 ? undefined : findInstance(tx, id);
}

/** An instance with its tokens, without its lock: to look at. @throws Error when there is none. */
export async function getInstance(tx: Tx, id: string): Promise<StoredInstance> {
  const found = await findInstance(tx, id);
  if (!found) throw new Error(`There is no process instance ${id}`);
  return found;
}

async function findInstance(tx: Tx, id: string): Promise<StoredInstance | undefined> {
  const { rows } = await sql<InstanceRow>`/* prepared */
    select i.id, i.definition_id, i.subject, i.next_token, i.vars, i.status, i.suspended_at, p.units,
      coalesce((select json_agg(json_build_object('id', t.id, 'node', t.node, 'kind', t.kind, 'scope', t.scope,
        'parent', t.parent, 'index', t.index, 'item', t.item, 'key', t.key, 'due_at', t.due_at, 'assignee', t.assignee)
        order by t.id) from process.token t where t.instance_id = i.id), '[]') as tokens
    from process.instance i join process.placement p on p.id = i.placement_id
    where i.id = ${id}`.execute(tx);
  return rows[0] && instanceOf(rows[0]);
}

function instanceOf(row: InstanceRow): StoredInstance {
  return {
    id: row.id,
    definitionId: row.definition_id,
    subject: row.subject,
    next: row.next_token,
    vars: row.vars,
    isOpen: row.status === statusCodes.open,
    suspendedAt: row.suspended_at,
    units: row.units,
    stored: row.tokens,
  };
}

interface TokenRow {
  id: number;
  node: number;
  kind: number;
  scope: number;
  parent: number;
  index: number | null;
  item: unknown;
  key: string | null;
  due_at: string | null;
  assignee: string | null;
}

/** A waiting token with who has claimed it. */
export type HeldToken = Token & { readonly assignee: string | null };

/** The waiting tokens of an instance that is held, oldest first. */
export function tokensOf(
  { stored }: StoredInstance,
  compiled: CompiledProcess,
): readonly HeldToken[] {
  return stored.map((row) => ({
    id: row.id,
    node: nodeOf(compiled, row.node),
    kind: kindOf(row.kind),
    scope: row.scope,
    parent: row.parent,
    index: row.index,
    item: row.item,
    key: row.key,
    dueAt: row.due_at === null ? null : new Date(row.due_at),
    assignee: row.assignee,
  }));
}

function nodeOf(compiled: CompiledProcess, no: number) {
  const node = compiled.byNo.get(no);
  if (!node) throw new Error(`Process ${compiled.id} has no element number ${no}`);
  return node;
}

/** What one step writes besides its change. */
export interface StepRecord {
  readonly instanceId: string;
  readonly subject: string;
  readonly units: Readonly<Record<string, string>>;
  readonly isSuspended: boolean;
  readonly at: Date;
  readonly token: number | null;
  readonly actor: string | null;
  readonly outcome: string | null;
  readonly reason: string | null;
}

/**
 * Writes a new instance with its first step. Nobody waits for the answer: a fault shows at the next statement, or at
 * the end of the transaction.
 */
export async function insertInstance(
  tx: Tx,
  placing: { definitionId: string; placementId: string },
  change: Change,
  step: StepRecord,
): Promise<void> {
  const stepped = sql`placed as (
      insert into process.placement (id, units)
      values (${placing.placementId}, ${JSON.stringify(step.units)}::jsonb)
      on conflict do nothing
    ), stepped as (
      insert into process.instance (id, definition_id, placement_id, subject, revision, next_token,
        vars, status, ended_as, started_at, ended_at)
      values (${step.instanceId}, ${placing.definitionId}, ${placing.placementId}, ${step.subject}, 1, ${change.next},
        ${JSON.stringify(change.vars)}::jsonb, ${statusCodes[change.status]}, ${change.endedAs}, ${step.at},
        ${change.status === 'open' ? null : step.at})
      returning revision
    )`;
  await sql`/* unanswered */ ${stepOf(stepped, change, step)}`.execute(tx);
}

/** Writes one step of an instance. The instance must be held. */
export async function applyChange(tx: Tx, change: Change, step: StepRecord): Promise<void> {
  await sql`/* prepared */ ${stepOf(steppedOn(change, step), change, step)}`.execute(tx);
}

/** The same where no savepoint is around it: a fault shows at the next statement, or at the end of the transaction. */
export async function sendChange(tx: Tx, change: Change, step: StepRecord): Promise<void> {
  await sql`/* unanswered */ ${stepOf(steppedOn(change, step), change, step)}`.execute(tx);
}

function steppedOn(change: Change, step: StepRecord): RawBuilder<unknown> {
  return sql`stepped as (
      update process.instance
      set revision = revision + 1, next_token = ${change.next}, vars = ${JSON.stringify(change.vars)}::jsonb,
        status = ${statusCodes[change.status]}, ended_as = ${change.endedAs},
        ended_at = ${change.status === 'open' ? null : step.at}
      where id = ${step.instanceId}
      returning revision
    )`;
}

/**
 * The instance, its tokens, the history and what leaves the process, in one statement. It fails when a token that the
 * step consumes is gone, so that nothing is done twice.
 */
function stepOf(
  stepped: RawBuilder<unknown>,
  change: Change,
  step: StepRecord,
): RawBuilder<unknown> {
  const { instanceId, at } = step;
  return sql`
    with ${stepped}, removed as (
      delete from process.token
      where instance_id = ${instanceId} and id = any(${change.removed}::int[])
      returning 1
    ), added as (
      insert into process.token (instance_id, subject, created_at, suspended,
        id, node, kind, scope, parent, index, item, key, due_at, role, unit_id)
      select ${instanceId}, ${step.subject}, ${at}, ${step.isSuspended},
        id, node, kind, scope, parent, index, item, key, due_at, role, unit_id
      from jsonb_to_recordset(${JSON.stringify(change.added.map((token) => tokenRow(token, step)))}::jsonb)
        as fresh (id int, node smallint, kind smallint, scope int, parent int, index int, item jsonb, key text,
          due_at timestamptz, role text, unit_id uuid)
    ), told as (
      insert into process.step (instance_id, seq, at, token, actor, deeds, path, outcome, reason)
      select ${instanceId}, revision, ${at}, ${step.token}, ${step.actor},
        ${change.path.map(({ deed }) => deedCodes[deed])}::smallint[],
        ${change.path.map(({ node }) => node?.no ?? -1)}::smallint[], ${step.outcome}, ${step.reason}
      from stepped
    ), sent as (
      insert into process.outbox (instance_id, token, subject, kind, name, created_at)
      select ${instanceId}, token, ${step.subject}, kind, name, ${at}
      from unnest(${change.outgoing.map(({ token }) => token)}::int[],
        ${change.outgoing.map(({ kind }) => kind)}::text[],
        ${change.outgoing.map(({ name }) => name)}::text[]) as outgoing (token, kind, name)
    )
    select process.insist(count(*) = ${change.removed.length}, ${instanceId}) from removed`;
}

function tokenRow(token: Token, { units }: StepRecord) {
  const role = token.kind === 'user' ? token.node.step?.role : undefined;
  return {
    id: token.id,
    node: token.node.no,
    kind: kindCodes[token.kind],
    scope: token.scope,
    parent: token.parent,
    index: token.index ?? undefined,
    item: token.item ?? undefined,
    key: token.key ?? undefined,
    due_at: token.dueAt ?? undefined,
    role,
    unit_id: role == null ? undefined : units[role],
  };
}
