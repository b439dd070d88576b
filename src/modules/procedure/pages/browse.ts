import type { Text } from '#/values/text.ts';
import type { CatalogueFacts } from '../catalogue.ts';
import { lifeEvents, type LifeEvent } from '../life-events.ts';
import { agencyLevels } from './labels.ts';

/** One way into the catalogue with the number of services behind it. */
export interface Way {
  readonly value: string;
  readonly name: Text;
  readonly count: number;
}

/** Life events that have services, in the order of life. */
export function eventsOf(
  all: readonly CatalogueFacts[],
): { readonly event: LifeEvent; readonly count: number }[] {
  return lifeEvents
    .map((event) => ({
      event,
      count: all.filter((facts) => facts.lifeEvents.includes(event.code)).length,
    }))
    .filter(({ count }) => count > 0);
}

/** Fields of administration, the largest first. */
export function fieldsOf(all: readonly CatalogueFacts[]): Way[] {
  return ways(all, (facts) => [facts.field.code, facts.field.name]);
}

/** Kinds of authorities, the busiest first. */
export function agenciesOf(all: readonly CatalogueFacts[]): Way[] {
  return ways(all, (facts) => [facts.agencyLevel, agencyLevels[facts.agencyLevel]]);
}

/** Services of the same life event first, then of the same field; at most six. */
export function relatedTo(facts: CatalogueFacts, all: readonly CatalogueFacts[]): CatalogueFacts[] {
  const others = all.filter((other) => other.slug !== facts.slug);
  const sharesEvent = (other: CatalogueFacts) =>
    other.lifeEvents.some((code) => facts.lifeEvents.includes(code));
  const sharesField = (other: CatalogueFacts) => other.field.code === facts.field.code;
  return [
    ...others.filter(sharesEvent),
    ...others.filter((other) => sharesField(other) && !sharesEvent(other)),
  ].slice(0, 6);
}

function ways(
  all: readonly CatalogueFacts[],
  of: (facts: CatalogueFacts) => readonly [string, Text],
): Way[] {
  const counted = new Map<string, { name: Text; count: number }>();
  for (const facts of all) {
    const [value, name] = of(facts);
    const way = counted.get(value) ?? { name, count: 0 };
    way.count += 1;
    counted.set(value, way);
  }
  return Array.from(counted, ([value, way]) => ({ value, ...way })).toSorted(
    (a, b) => b.count - a.count || a.name.vi.localeCompare(b.name.vi, 'vi'),
  );
}
