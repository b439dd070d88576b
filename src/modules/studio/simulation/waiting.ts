import type { Line, Spread } from './result.ts';

/** How many wait, followed over time. */
export class Waiting {
  #now = 0;
  #most = 0;
  #area = 0;
  #since = 0;

  change(by: 1 | -1, at: number): void {
    this.#area += this.#now * (at - this.#since);
    this.#since = at;
    this.#now += by;
    if (this.#now > this.#most) this.#most = this.#now;
  }

  until(end: number): Line {
    const area = this.#area + this.#now * (end - this.#since);
    return { mean: end > 0 ? area / end : 0, most: this.#most };
  }
}

/** Mean and percentiles (nearest rank) of minutes, in hours. */
export function spreadOf(minutes: readonly number[]): Spread {
  const sorted = Float64Array.from(minutes).sort();
  const counted = sorted.length;
  const at = (share: number) => (sorted[Math.max(0, Math.ceil(share * counted) - 1)] ?? 0) / 60;
  const sum = sorted.reduce((all, one) => all + one, 0);
  return { counted, mean: counted === 0 ? 0 : sum / counted / 60, median: at(0.5), p90: at(0.9) };
}
