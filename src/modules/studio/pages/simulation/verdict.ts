import { fill, say, type Lang } from '#/values/text.ts';
import type { Simulation } from '../../simulation/simulation.ts';
import { lasting, simulationWords as words } from './simulation-words.ts';

/** What came of a simulation, in one sentence. */
export function verdictOf({ state, done, total, result }: Simulation, lang: Lang): string {
  if (state === 'WAITING') return say(lang, words.waiting);
  if (state === 'RUNNING') return `${say(lang, words.running)}: ${done}/${total}`;
  if (state === 'FAILED' || result === null) return say(lang, words.failed);
  const { counted, median, p90 } = result.base.whole;
  if (counted === 0) return say(lang, words.nothing);
  const facts = { median: lasting(lang, median), p90: lasting(lang, p90) };
  return say(lang, fill(words.verdict, facts));
}
