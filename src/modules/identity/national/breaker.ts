/** How often in a row a provider may be away, and how long it is then left in peace. */
const mostFailures = 5;
const restMs = 30_000;

/** How many calls of one process are under way at once: more would only wait for the same provider. */
const mostAtOnce = 40;

/** Thrown for a provider that does not answer: away, slow, or broken. Faults of what it answers are something else. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
}

/** Stands between all requests of a process and one provider. */
export interface Breaker {
  /** Does the work, unless the provider was away a moment ago. @throws ProviderAway then, and when it is away now. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Whether it would let nobody through now. */
  isOpen(): boolean;
}

/**
 * A circuit breaker: after some failures in a row nobody asks for a while; then one does, and the others follow if that
 * went well. VNeID was down under the load of a holiday, and waiting requests must not take the rest of the site along.
 */
export function breaker(now: () => number = () => performance.now()): Breaker {
  let failures = 0;
  let openUntil = 0;
  let isProbing = false;
  let atWork = 0;

  const isResting = () => failures >= mostFailures && (now() < openUntil || isProbing);

  return {
    isOpen: () => isResting() || atWork >= mostAtOnce,
    async run(work) {
      if (isResting() || atWork >= mostAtOnce) throw new ProviderAway('resting');
      const isProbe = failures >= mostFailures;
      if (isProbe) isProbing = true;
      atWork += 1;
      try {
        const outcome = await work();
        failures = 0;
        return outcome;
      } catch (error) {
        if (error instanceof ProviderAway) {
          failures += 1;
          if (failures >= mostFailures) openUntil = now() + restMs;
        } else failures = 0;
        throw error;
      } finally {
        atWork -= 1;
        if (isProbe) isProbing = false;
      }
    },
  };
}
