import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom, type Random } from '#/app/demo/random.ts';
import type { Browser } from '../../bench/browser.ts';

/** What somebody does again and again; each deed returns when its page is there. */
export interface Deed {
  readonly name: string;
  /** How often it is done among the deeds of a person. */
  readonly weight: number;
  readonly act: (browser: Browser, random: Random) => Promise<void>;
}

/** Somebody at a screen. */
export interface CrowdMember {
  readonly browser: Browser;
  readonly deeds: readonly Deed[];
}

/** How long everybody stays, and how long they think between two deeds, in milliseconds. */
export interface Visit {
  readonly warmUpMs: number;
  readonly lastsMs: number;
  readonly thinkMs: readonly [from: number, to: number];
}

/** How long each deed took, in milliseconds, by name. */
export type Times = ReadonlyMap<string, number[]>;

/** Lets a crowd come in one after the other, do their deeds with time to think between, and go; gives how long all took. */
export async function letIn(members: readonly CrowdMember[], visit: Visit): Promise<Times> {
  const times = new Map<string, number[]>();
  const begins = performance.now() + visit.warmUpMs;
  const ends = begins + visit.lastsMs;
  await Promise.all(members.map((member, index) => stay(member, seededRandom(index + 1))));
  return times;

  async function stay({ browser, deeds }: CrowdMember, random: Random): Promise<void> {
    const [from, to] = visit.thinkMs;
    await pause(random.share() * to);
    while (performance.now() < ends) {
      const deed = random.weigh(deeds.map((one) => [one, one.weight] as const));
      const began = performance.now();
      await deed.act(browser, random);
      if (began >= begins) note(deed.name, performance.now() - began);
      await pause(random.whole(from, to));
    }
  }

  function note(name: string, ms: number): void {
    const list = times.get(name) ?? [];
    times.set(name, list);
    list.push(ms);
  }
}

/** The time within which so large a share of them was done. */
export function percentile(times: readonly number[], share: number): number {
  const ordered = times.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.ceil(share * ordered.length) - 1)] ?? 0;
}
