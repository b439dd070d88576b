/** How long somebody will wait, in whole minutes, as far as measured times tell. */
export interface Forecast {
  /** One in four waits shorter. */
  readonly from: number;
  /** One in four waits longer. */
  readonly to: number;
  /** How many were measured. */
  readonly measured: number;
}

/** With fewer measured nobody is told a number: it would be a guess. */
export const leastMeasured = 10;

/**
 * The wait of who has so many people before them at so many working desks, from the minutes that people lately spent
 * at a desk. Undefined when too few were measured or no desk works.
 */
export function forecastWait(
  ahead: number,
  desks: number,
  minutes: readonly number[],
): Forecast | undefined {
  if (minutes.length < leastMeasured || desks < 1) return undefined;
  const sorted = minutes.toSorted((a, b) => a - b);
  // Whoever is at a desk now has spent part of their time: on average half of it is left, hence the half person.
  const rounds = ahead === 0 ? 0 : (ahead + 0.5) / desks;
  return {
    from: Math.floor(rounds * quantile(sorted, 0.25)),
    to: Math.ceil(rounds * quantile(sorted, 0.75)),
    measured: minutes.length,
  };
}

/** The value below which this share of sorted numbers lies; 0 of none. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}
