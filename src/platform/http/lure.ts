import type { Keys } from '../crypto/index.ts';
import type { Body } from './route.ts';

/** The box that people do not see and programs fill in, and the field that says when the page was drawn. */
export const lureNames = { box: 'website', drawn: '_drawn' } as const;

/** Nobody reads and fills in a form in this time; whoever has a browser that does is asked once more. */
const leastMs = 2_000;

/** After a day the page is drawn anew: a stamp that somebody once got is not good for ever. */
const mostMs = 86_400_000;

/** Tells programs that fill in forms from people, without asking people to prove anything. */
export interface Lure {
  /** What the hidden field of a page says that is drawn now. */
  stamp(at: Date): string;
  /** Whether a form came as people send it. If not, it is shown again as it was typed: nobody is ever shut out. */
  isCalm(body: Body, at: Date): boolean;
}

/**
 * A box out of sight that must stay empty, and a signed instant that must be some seconds old. No puzzle, no script, nothing
 * that the blind, the slow or old browsers fail at (WCAG 2.2, 3.3.8); what programs then send in spite of it is limited by
 * number (flood.ts) and by guessing.
 */
export function lureOf(keys: Keys): Lure {
  return {
    stamp(at) {
      const drawn = at.getTime().toString(36);
      return `${drawn}.${keys.sign('lure', drawn)}`;
    },
    isCalm(body, at) {
      if (body[lureNames.box] !== '' && body[lureNames.box] !== undefined) return false;
      const stamp = body[lureNames.drawn];
      if (typeof stamp !== 'string') return false;
      const [drawn = '', signature = ''] = stamp.slice(0, 200).split('.', 2);
      if (!keys.verify('lure', drawn, signature)) return false;
      const age = at.getTime() - Number.parseInt(drawn, 36);
      return age >= leastMs && age <= mostMs;
    },
  };
}
