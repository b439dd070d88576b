import { sql } from 'kysely';
import { sealedPerson } from '#/modules/identity/index.ts';
import type { Day } from '#/values/day.ts';
import { sealedLabel, type BadgeEvent } from '../store/index.ts';
import type { Cursor } from './cursor.ts';
import type { DeskRow } from './row.ts';

/** The columns of a dossier `d` that lists show. */
export const dossierColumns = sql`
  d.id, d.code, d.legacy_code as "legacyCode", d.label, d.state, d.channel, d.submitted_at as "submittedAt",
  d.accept_due_at as "acceptDueAt", d.due_at as "dueAt", d.paused_at as "pausedAt", d.ended_at as "endedAt", d.deadline`;

/** The columns of an open step `t`. */
export const stepColumns = sql`
  t.instance_id as "instanceId", t.id as token, t.node, t.role, t.unit_id as "unitId", t.assignee as "holderId",
  t.due_at as "stepDueAt"`;

/** What a row `r` of these columns still lacks: news, holder, and the model that names its step. */
export const rest = (on: Day) => sql`
  ${sealedLabel.read('r')},
  array(select b.event from dossier.badge b where b.dossier_id = r.id order by b.at) as news,
  ${sealedPerson.pickFrom(
    'p',
    { holderName: 'fullName' },
    sql`from identity.account a join identity.person p on p.id = a.person_id where a.id = r."holderId"`,
  )},
  exists (select from agency.absence v join identity.account a on a.person_id = v.person_id
    where a.id = r."holderId" and ${on} between v.from_on and v.to_on) as "isHolderAway",
  (select i.definition_id from process.instance i where i.id = r."instanceId") as "definitionId"`;

/** A row as the database gives it. */
export interface RawRow extends Omit<DeskRow, 'step' | 'news'> {
  readonly news: BadgeEvent[];
  readonly legacyCode: string | null;
  readonly label: Buffer;
  readonly instanceId: string | null;
  readonly token: number | null;
  readonly node: number;
  readonly role: string;
  readonly unitId: string;
  readonly holderId: string | null;
  readonly stepDueAt: Date | null;
  readonly holderName: string | null;
  readonly isHolderAway: boolean;
  readonly definitionId: string;
  readonly orderAt: Date | null;
}

/** The row as lists know it. */
export function toRow(raw: RawRow): DeskRow {
  const {
    instanceId,
    token,
    node,
    role,
    unitId,
    holderId,
    stepDueAt,
    holderName,
    isHolderAway,
    definitionId,
    orderAt: _,
    label: _label,
    legacyCode: _legacyCode,
    ...dossier
  } = raw;
  if (instanceId === null || token === null) return { ...dossier, step: null };
  return {
    ...dossier,
    step: {
      taskId: `${instanceId}.${token}`,
      definitionId,
      node,
      role,
      unitId,
      holderId,
      holderName,
      isHolderAway,
      dueAt: stepDueAt,
    },
  };
}

/** Where a page ends whose last row this is. */
export function cursorOf(raw: RawRow): Cursor {
  return { at: raw.orderAt, id: raw.id, token: raw.token ?? 0 };
}
