import type { FaultFacts } from './print-order.ts';

/**
 * A paper could not be set: the template is wrong, its data do not fit, or it took too long.
 * `line` counts from 1; `asset` names the included file when the fault is not in the template itself.
 */
export class PapersmithFault extends Error {
  readonly facts: FaultFacts;

  constructor(facts: FaultFacts, options?: ErrorOptions) {
    const place = [facts.asset, facts.line === undefined ? undefined : `line ${facts.line}`];
    const prefix = place.filter((part) => part !== undefined).join(', ');
    super(prefix === '' ? facts.message : `${prefix}: ${facts.message}`, options);
    this.name = 'PapersmithFault';
    this.facts = facts;
  }

  get line(): number | undefined {
    return this.facts.line;
  }

  get asset(): string | undefined {
    return this.facts.asset;
  }
}
