import { grantPost, roles, takePost } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import type { Caller } from './caller.ts';
import { badRequest, ScimFault } from './fault.ts';
import type { Group } from './groups.ts';
import type { Json, Resource } from './resource.ts';
import { insertChange, listUsers, type HeldRow } from './store.ts';

/** Posts that no other system gives: whoever gets hold of its token would else rule the platform. */
const byHand: readonly Group['role'][] = ['QUAN_TRI'];

/** Lets a post be held by exactly these; who is new in it holds it from today on. @throws ScimFault */
export async function setMembers(
  tx: Tx,
  by: Caller,
  group: Group,
  held: readonly HeldRow[],
  members: Json | undefined,
  at: Date,
): Promise<void> {
  const wanted = new Set(readMembers(members));
  const now = held.filter((row) => row.unitId === group.unit.id && row.role === group.role);
  for (const { postId, accountId } of now)
    if (!wanted.has(accountId)) {
      await takePost(tx, postId, dayOf(at));
      await note(tx, by, group, 'left', accountId, at);
    }
  const known = new Set(now.map(({ accountId }) => accountId));
  for (const id of wanted) if (!known.has(id)) await join(tx, by, group, id, at);
}

async function join(tx: Tx, by: Caller, group: Group, id: string, at: Date): Promise<void> {
  if (byHand.includes(group.role))
    throw new ScimFault(403, 'Administrators are made by administrators, not by SCIM.');
  const [row] = isId(id) ? await listUsers(tx, { id }) : [];
  if (!row?.isOpen) throw badRequest('invalidValue', `There is no active user ${id}.`);
  const post = await grantPost(tx, {
    personId: row.personId,
    unitKey: group.unit.key,
    role: group.role,
    title: row.title ?? roles[group.role].vi,
    from: dayOf(at),
    at,
  });
  if (isRefusal(post)) throw badRequest('invalidValue', post.refused);
  await note(tx, by, group, 'joined', id, at);
}

function readMembers(members: Json | undefined): string[] {
  if (members === undefined) return [];
  if (!Array.isArray(members)) throw badRequest('invalidValue', 'members is a list.');
  return (members as readonly Json[]).map((one) => {
    const value = typeof one === 'string' ? one : (one as Resource | null)?.['value'];
    if (typeof value !== 'string') throw badRequest('invalidValue', 'A member is named by value.');
    return value;
  });
}

function note(
  tx: Tx,
  { name: byName, accountId: byAccount }: Caller,
  { id }: Group,
  change: 'joined' | 'left',
  member: string,
  at: Date,
): Promise<void> {
  return insertChange(tx, {
    resource: 'Group',
    id,
    change,
    fields: [member],
    byName,
    byAccount,
    at,
  });
}
