import { otherWorkOf } from './other-work.ts';
import { limits, type Setting } from './setting.ts';

/** Minutes of an ordinary working day. */
const day = 480;

/** About how much happens in one play: arrivals, work that opens and is done, returns, and other work. */
export function expectedEvents(setting: Setting): number {
  const { days, perDay, steps } = setting;
  const others = [...otherWorkOf(setting).values()].reduce((sum, { gap }) => sum + day / gap, 0);
  return days * (perDay * (steps.length + 1) * 3 + others * 2);
}

/** When so much has happened, cases go round for ever, or it is more than anybody can wait for. */
export function mostEvents(setting: Setting): number {
  return Math.min(limits.events, 10_000 + 8 * expectedEvents(setting));
}
