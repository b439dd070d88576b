import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import priorities from '../data/priorities.json' with { type: 'json' };
import rules from '../data/rules.json' with { type: 'json' };

/** Loads rules and priorities that come along; what is there already stays as it is. */
export async function seedRules(tx: Tx, at: Date): Promise<void> {
  for (const rule of rules)
    await sql`insert into appointment.rule
        (id, ahead_days, notice_minutes, grace_minutes, remind_minutes, most_open, keep_days, valid_from, source, recorded_at)
      values (${newId()}, ${rule.aheadDays}, ${rule.noticeMinutes}, ${rule.graceMinutes}, ${rule.remindMinutes},
              ${rule.mostOpen}, ${rule.keepDays}, ${rule.validFrom}, ${rule.source}, ${at})
      on conflict do nothing`.execute(tx);
  for (const { name, ...priority } of priorities)
    await sql`insert into appointment.priority
        (id, code, name, name_en, ahead_minutes, from_age, valid_from, source, recorded_at)
      values (${newId()}, ${priority.code}, ${name.vi}, ${name.en}, ${priority.aheadMinutes}, ${priority.fromAge},
              ${priority.validFrom}, ${priority.source}, ${at})
      on conflict do nothing`.execute(tx);
}

/** A hall with its desks, as an installation declares it. */
export interface DeclaredHall {
  readonly unitId: string;
  readonly services: readonly {
    readonly id: string;
    readonly letter: string;
    readonly purpose: string;
    readonly name: { readonly vi: string; readonly en: string };
  }[];
  readonly desks: readonly {
    readonly id: string;
    readonly number: number;
    readonly serves: readonly { readonly serviceId: string; readonly minutes: number }[];
  }[];
}

/** Declares services, desks and what they serve from a day on; what is there already stays as it is. */
export async function seedHall(
  tx: Tx,
  { unitId, services, desks }: DeclaredHall,
  { from, source, at }: { readonly from: string; readonly source: string; readonly at: Date },
): Promise<void> {
  for (const { id, name, purpose, letter } of services)
    await sql`insert into appointment.service (id, unit_id, name, name_en, purpose, letter, valid_from, recorded_at)
      values (${id}, ${unitId}, ${name.vi}, ${name.en}, ${purpose}, ${letter}, ${from}, ${at})
      on conflict do nothing`.execute(tx);
  for (const { id, number, serves } of desks) {
    await sql`insert into appointment.desk (id, unit_id, number, valid_from, recorded_at)
      values (${id}, ${unitId}, ${number}, ${from}, ${at}) on conflict do nothing`.execute(tx);
    for (const { serviceId, minutes } of serves)
      await sql`insert into appointment.offer
          (id, desk_id, service_id, minutes, weekdays, is_bookable, valid_from, source, recorded_at)
        values (${newId()}, ${id}, ${serviceId}, ${minutes}, '{1,2,3,4,5,6}', true, ${from}, ${source}, ${at})
        on conflict do nothing`.execute(tx);
  }
}
