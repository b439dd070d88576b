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

interface InstanceRow {
  id: string;
  definition_id: string;
  subject: string;
  next_token: number;
  vars: Vars;
  status: number;
  suspended_at: Date | null;
  units: Record<string, string>;
}

/**
 * Takes the lock of an instance. Its tokens must be read in a later statement: a sub-select in this one would
 * still see them as they were before the lock was waited for, and work would be done twice.
 */
export async function lockInstance(tx: Tx, id: string): Promise<LockedInstance | undefined> {
  const { rows } = await sql<InstanceRow>`/* prepared */
    select i.id, i.definition_id, i.subject, i.next_token, i.vars, i.status, i.suspended_at, p.units
    from process.instance i join process.placement p on p.id = i.placement_id
    where i.id = ${id} for update of i`.execute(tx);
  return rows[0] && instanceOf(rows[0]);
}

/** As `lockInstance`, but undefined at once when somebody else holds it. */
export async function tryLockInstance(tx: Tx, id: string): Promise<LockedInstance | undefined> {
  const { rows } = await sql<InstanceRow>`/* prepared */
    select i.id, i.definition_id, i.subject, i.next_token, i.vars, i.status, i.suspended_at, p.units
    from process.instance i join process.placement p on p.id = i.placement_id
    where i.id = ${id} for update of i skip locked`.execute(tx);
  return rows[0] && instanceOf(rows[0]);
}

function instanceOf(row: InstanceRow): LockedInstance {
  return {
    id: row.id,
    definitionId: row.definition_id,
    subject: row.subject,
    next: row.next_token,
    vars: row.vars,
    isOpen: row.status === statusCodes.open,
    suspendedAt: row.suspended_at,
    units: row.units,
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
  due_at: Date | null;
  assignee: string | null;
}

/** A waiting token with who has claimed it. */
export type HeldToken = Token & { readonly assignee: string | null };

/** The waiting tokens of an instance, oldest first. The instance must be held. */
export async function listTokens(
  tx: Tx,
  instanceId: string,
  compiled: CompiledProcess,
): Promise<readonly HeldToken[]> {
  const { rows } = await sql<TokenRow>`/* prepared */
    select id, node, kind, scope, parent, index, item, key, due_at, assignee
    from process.token where instance_id = ${instanceId} order by id`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    node: nodeOf(compiled, row.node),
    kind: kindOf(row.kind),
    scope: row.scope,
    parent: row.parent,
    index: row.index,
    item: row.item,
    key: row.key,
    dueAt: row.due_at,
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

/** Writes a new instance with its first step. */
export async function insertInstance(
  tx: Tx,
  placing: { definitionId: string; placementId: string },
  change: Change,
  step: StepRecord,
): Promise<void> {
  await writeStep(
    tx,
    sql`placed as (
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
    )`,
    change,
    step,
  );
}

/** Writes one step of an instance. The instance must be held. */
export async function applyChange(tx: Tx, change: Change, step: StepRecord): Promise<void> {
  await writeStep(
    tx,
    sql`stepped as (
      update process.instance
      set revision = revision + 1, next_token = ${change.next}, vars = ${JSON.stringify(change.vars)}::jsonb,
        status = ${statusCodes[change.status]}, ended_as = ${change.endedAs},
        ended_at = ${change.status === 'open' ? null : step.at}
      where id = ${step.instanceId}
      returning revision
    )`,
    change,
    step,
  );
}

/**
 * The instance, its tokens, the history and what leaves the process, in one statement. Throws when a token that
 * the step consumes is gone, so that nothing is done twice.
 */
async function writeStep(
  tx: Tx,
  stepped: RawBuilder<unknown>,
  change: Change,
  step: StepRecord,
): Promise<void> {
  const { instanceId, at } = step;
  const { rows } = await sql<{ removed: number }>`/* prepared */
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
    select count(*) as removed from removed`.execute(tx);
  if (rows[0]?.removed !== change.removed.length) {
    throw new Error(`Instance ${instanceId} lost tokens that a step was about to consume`);
  }
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
