import { getUnit, listUnits, isRole, roles, type Unit } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isId } from '#/values/id.ts';
import { groupSchema, type Resource } from './resource.ts';
import type { HeldRow } from './store.ts';

/** A role in a unit, as a group of SCIM. */
export interface Group {
  readonly id: string;
  readonly unit: Unit;
  readonly role: keyof typeof roles;
  readonly display: string;
}

const idOf = (unitId: string, role: string) => `${unitId}.${role}`;

function groupOf(unit: Unit, role: keyof typeof roles): Group {
  return { id: idOf(unit.id, role), unit, role, display: `${unit.name.vi} – ${roles[role].vi}` };
}

/** Every role in every unit: what may be held, whether or not anybody does. */
export async function allGroups(tx: Tx): Promise<Group[]> {
  const units = await listUnits(tx);
  return units.flatMap((unit) =>
    (Object.keys(roles) as Group['role'][]).map((role) => groupOf(unit, role)),
  );
}

/** The group of an id. */
export async function findGroup(tx: Tx, id: string): Promise<Group | undefined> {
  const [unitId = '', role = '', ...more] = id.split('.');
  if (!isId(unitId) || !isRole(role) || more.length > 0) return undefined;
  const unit = (await listUnits(tx)).find((one) => one.id === unitId);
  return unit && groupOf(unit, role);
}

/** How the posts that are held are shown at their holder. */
export async function shownPosts(tx: Tx, held: readonly HeldRow[]) {
  return Promise.all(
    held.map(async ({ unitId, role }) => ({
      id: idOf(unitId, role),
      display: isRole(role) ? groupOf(await getUnit(tx, unitId), role).display : role,
    })),
  );
}

/** A group with its members. */
export function groupResource(group: Group, held: readonly HeldRow[], base: string): Resource {
  const members = held.filter((row) => idOf(row.unitId, row.role) === group.id);
  return {
    schemas: [groupSchema.id],
    id: group.id,
    displayName: group.display,
    ...(members.length > 0 && {
      members: members.map(({ accountId, userName }) => ({
        value: accountId,
        display: userName,
        type: 'User',
        $ref: `${base}/Users/${accountId}`,
      })),
    }),
    meta: { resourceType: 'Group', location: `${base}/Groups/${group.id}` },
  };
}
