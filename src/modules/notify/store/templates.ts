import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { ChannelName, Content, Template } from '../write/template.ts';

/** A template with what stands about it beside its words. */
export interface KeptTemplate extends Template {
  readonly serviceId: string | null;
  readonly event: string | null;
  readonly name: string;
  readonly reason: string;
  readonly madeAt: Date;
  readonly changedAt: Date;
}

const columns = sql`t.id, t.service_id as "serviceId", t.event, t.channel, t.name, t.made_at as "madeAt",
  v.version, v.content, v.reason, v.made_at as "changedAt"`;

/** The first version of a template of our own, unless there is one. */
export async function insertEventTemplate(
  tx: Tx,
  {
    id,
    event,
    channel,
    name,
    content,
    at,
  }: {
    readonly id: string;
    readonly event: string;
    readonly channel: ChannelName;
    readonly name: string;
    readonly content: Content;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    with t as (
      insert into notify.template (id, event, channel, name, made_at)
      values (${id}, ${event}, ${channel}, ${name}, ${at})
      on conflict (event, channel) where event is not null do nothing returning id)
    insert into notify.template_version (template_id, version, effective_at, content, reason, made_at)
    select id, 1, ${at}::timestamptz, ${JSON.stringify(content)}::jsonb, 'Đi kèm hệ thống', ${at}::timestamptz from t`.execute(
    tx,
  );
}

/** A template of a service, without words yet. */
export async function insertServiceTemplate(
  tx: Tx,
  {
    id,
    serviceId,
    channel,
    name,
    at,
  }: {
    readonly id: string;
    readonly serviceId: string;
    readonly channel: ChannelName;
    readonly name: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`insert into notify.template (id, service_id, channel, name, made_at)
    values (${id}, ${serviceId}, ${channel}, ${name}, ${at})`.execute(tx);
}

/** The next version of a template. False when somebody else wrote it in the meantime. */
export async function insertVersion(
  tx: Tx,
  one: {
    readonly templateId: string;
    readonly version: number;
    readonly content: Content;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
    readonly effectiveAt: Date;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into notify.template_version (template_id, version, effective_at, content, reason, made_by, made_at)
    values (${one.templateId}, ${one.version}, ${one.effectiveAt}, ${JSON.stringify(one.content)}, ${one.reason}, ${one.by}, ${one.at})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Templates of our own events by event and channel, as they hold at an instant. */
export async function listEventTemplates(tx: Tx, at: Date): Promise<KeptTemplate[]> {
  return listBy(tx, sql`t.service_id is null`, at);
}

/** Templates of a service, the oldest first. */
export async function listServiceTemplates(
  tx: Tx,
  serviceId: string,
  at: Date,
): Promise<KeptTemplate[]> {
  return listBy(tx, sql`t.service_id = ${serviceId}`, at);
}

async function listBy(tx: Tx, which: RawBuilder<unknown>, at: Date): Promise<KeptTemplate[]> {
  const { rows } = await sql<KeptTemplate>`
    select distinct on (t.id) ${columns} from notify.template t
      join notify.template_version v on v.template_id = t.id
     where ${which} and v.effective_at <= ${at}
     order by t.id, v.version desc`.execute(tx);
  return rows;
}

/** A template in a version, or in the one that holds at an instant. */
export async function findTemplate(
  tx: Tx,
  id: string,
  which: { readonly version: number } | { readonly at: Date },
): Promise<KeptTemplate | undefined> {
  const chosen =
    'version' in which ? sql`v.version = ${which.version}` : sql`v.effective_at <= ${which.at}`;
  const { rows } = await sql<KeptTemplate>`/* prepared */
    select ${columns} from notify.template t join notify.template_version v on v.template_id = t.id
     where t.id = ${id} and ${chosen} order by v.version desc limit 1`.execute(tx);
  return rows[0];
}

/** All versions of a template, the latest first. */
export async function listVersions(tx: Tx, id: string): Promise<KeptTemplate[]> {
  const { rows } = await sql<KeptTemplate>`
    select ${columns} from notify.template t join notify.template_version v on v.template_id = t.id
     where t.id = ${id} order by v.version desc`.execute(tx);
  return rows;
}
