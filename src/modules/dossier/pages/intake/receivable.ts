import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { say, type Text } from '#/values/text.ts';
import { receivesIn } from '../../commands/take-in.ts';
import { knownProcedures } from '../../known-procedures.ts';
import { receivingUnitOf } from '../../receiving-unit.ts';

/** A procedure whose dossiers an official may take in, and by which ways they come. */
export interface Receivable {
  readonly slug: string;
  readonly name: Text;
  readonly channels: readonly string[];
}

/** The procedures in force that one of the official's units receives on paper, by name. */
export async function receivableBy(tx: Tx, actor: Actor): Promise<Receivable[]> {
  const found: Receivable[] = [];
  const mine = new Map<string, boolean>();
  for (const known of await knownProcedures(tx, dayOf(actor.at))) {
    const kind = known.receivingUnit;
    if (!mine.has(kind)) {
      const unit = await receivingUnitOf(tx, kind);
      mine.set(kind, !isRefusal(unit) && receivesIn(actor, unit.id));
    }
    const isOnPaper = known.channels.some((channel) => channel !== 'ONLINE');
    if (isOnPaper && mine.get(kind))
      found.push({ slug: known.slug, name: known.shortName, channels: known.channels });
  }
  return found.toSorted((a, b) =>
    say(actor.lang, a.name).localeCompare(say(actor.lang, b.name), actor.lang),
  );
}
