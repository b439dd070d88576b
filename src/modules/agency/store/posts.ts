import { sql } from 'kysely';
import { sealedPerson } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { compareNames } from '#/values/person-name.ts';
import type { HeldPost, Official, Post } from '../post.ts';
import type { Role } from '../role.ts';

interface HeldRow {
  person_id: string;
  unit_id: string;
  role: string;
  title: string;
  stands_in_for: string | null;
}

/**
 * Who holds which post on a day: the person itself, and for a person who is away its deputy. Whoever is away
 * keeps its posts but is marked.
 */
const heldOn = (on: Day) => sql`
  select person_id, unit_id, role, title, null::uuid as stands_in_for, exists (
    select 1 from agency.absence
    where absence.person_id = post.person_id and ${on} between from_on and to_on) as is_away
  from agency.post
  where daterange(valid_from, valid_to) @> ${on}::date
  union all
  select deputy_id, unit_id, role, title, post.person_id, false
  from agency.post join agency.absence on absence.person_id = post.person_id
  where daterange(valid_from, valid_to) @> ${on}::date
    and ${on} between from_on and to_on and deputy_id is not null`;

/** The posts of a person on a day, own ones first. */
export async function selectHeldPosts(tx: Tx, personId: string, on: Day): Promise<HeldPost[]> {
  const { rows } = await sql<HeldRow>`
    with held as (${heldOn(on)})
    select * from held where person_id = ${personId}
    order by stands_in_for nulls first, unit_id, role`.execute(tx);
  return rows.map((row) => ({
    unitId: row.unit_id,
    role: row.role as Role,
    title: row.title,
    ...standsIn(row),
  }));
}

/** Who can act in a role of a unit on a day, without those who are away. */
export async function selectOfficials(
  tx: Tx,
  unitId: string,
  role: Role,
  on: Day,
): Promise<Official[]> {
  const { rows } = await sql<HeldRow>`
    with held as (${heldOn(on)})
    select * from held where unit_id = ${unitId} and role = ${role} and not is_away
    order by stands_in_for nulls first, person_id`.execute(tx);
  return rows.map((row) => ({ personId: row.person_id, title: row.title, ...standsIn(row) }));
}

function standsIn(row: HeldRow): { standsInFor?: string } {
  return row.stands_in_for === null ? {} : { standsInFor: row.stands_in_for };
}

/** A post with the name of who holds it. */
export interface NamedPost {
  readonly unitId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly title: string;
}

/** Everybody's posts on a day, by unit and name. */
export async function selectNamedPosts(tx: Tx, on: Day): Promise<NamedPost[]> {
  const { rows } = await sql<{
    unit_id: string;
    person_id: string;
    full_name: string;
    role: string;
    title: string;
  }>`
    select unit_id, person_id, role, title, ${sealedPerson.pick('person', { full_name: 'fullName' })}
    from agency.post join identity.person on person.id = person_id
    where daterange(valid_from, valid_to) @> ${on}::date
    order by unit_id, role`.execute(tx);
  const byName = rows.toSorted(
    (one, other) =>
      (one.unit_id < other.unit_id ? -1 : one.unit_id > other.unit_id ? 1 : 0) ||
      compareNames(one.full_name, other.full_name),
  );
  return byName.map((row) => ({
    unitId: row.unit_id,
    personId: row.person_id,
    name: row.full_name,
    role: row.role as Role,
    title: row.title,
  }));
}

/** The people who hold a post on a day in the same agency or any of its departments, without oneself. */
export async function selectColleagues(
  tx: Tx,
  personId: string,
  on: Day,
): Promise<{ personId: string; name: string; title: string }[]> {
  const { rows } = await sql<{ person_id: string; full_name: string; title: string }>`
    with recursive tree as (
      select id, id as root from agency.unit where parent_id is null
      union all
      select unit.id, root from agency.unit join tree on unit.parent_id = tree.id),
    held as (
      select person_id, root, title
      from agency.post join tree on tree.id = unit_id
      where daterange(valid_from, valid_to) @> ${on}::date)
    select q.person_id, q.title, ${sealedPerson.pick('person', { full_name: 'fullName' })} from (
      select person_id, min(title) as title from held
      where person_id <> ${personId} and root in (select root from held where person_id = ${personId})
      group by person_id) q
    join identity.person on person.id = q.person_id`.execute(tx);
  return rows.map((row) => ({ personId: row.person_id, name: row.full_name, title: row.title }));
}

/** A post of this person, unit and role that overlaps the time from a day on. */
export async function selectOverlappingPost(
  tx: Tx,
  post: Pick<Post, 'personId' | 'unitId' | 'role' | 'from'>,
): Promise<Post | undefined> {
  const row = await tx
    .selectFrom('agency.post')
    .selectAll()
    .where('person_id', '=', post.personId)
    .where('unit_id', '=', post.unitId)
    .where('role', '=', post.role)
    .where(sql<boolean>`daterange(valid_from, valid_to) && daterange(${post.from}::date, null)`)
    .executeTakeFirst();
  return row && postOf(row);
}

export async function insertPost(tx: Tx, post: Post, at: Date): Promise<void> {
  await tx
    .insertInto('agency.post')
    .values({
      id: post.id,
      person_id: post.personId,
      unit_id: post.unitId,
      role: post.role,
      title: post.title,
      valid_from: post.from,
      valid_to: post.to,
      recorded_at: at,
    })
    .execute();
}

/** Takes back a post whose first day is this or a later one; tells whether there was one. */
export async function deletePostFrom(tx: Tx, id: string, from: Day): Promise<boolean> {
  const result = await tx
    .deleteFrom('agency.post')
    .where('id', '=', id)
    .where('valid_from', '>=', from)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Ends a post; tells whether there was one that lasted beyond that day. */
export async function updatePostEnd(tx: Tx, id: string, to: Day): Promise<boolean> {
  const result = await tx
    .updateTable('agency.post')
    .set({ valid_to: to })
    .where('id', '=', id)
    .where('valid_from', '<', to)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', to)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function postOf(row: {
  id: string;
  person_id: string;
  unit_id: string;
  role: string;
  title: string;
  valid_from: string;
  valid_to: string | null;
}): Post {
  return {
    id: row.id,
    personId: row.person_id,
    unitId: row.unit_id,
    role: row.role as Role,
    title: row.title,
    from: row.valid_from as Day,
    to: row.valid_to as Day | null,
  };
}
