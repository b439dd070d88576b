import { attribute, readSpans, SpanFault, textOf, type Span } from '../text/spans.ts';
import type { Event, Gate, StepList, StepRow, Way } from './step-list.ts';

/** Attributes of a step that a list shows; a step with others is more than a list can hold. */
const known = new Set(
  [
    'id',
    'name',
    'nameEn',
    'kind',
    'role',
    'unit',
    'hours',
    'hoursExtended',
    'state',
    'outcomes',
    'legalBasis',
    'form',
  ].map((name) => (name === 'id' || name === 'name' ? name : `cqs:${name}`)),
);

/** A model is not of the usual shape; it is edited step by step then, and in its text. */
class OtherShape extends Error {}

/** The steps of a process of the usual shape; undefined when it has another. */
export function readSteps(xml: string): StepList | undefined {
  try {
    return new Reader(xml).list();
  } catch (error) {
    if (error instanceof OtherShape || error instanceof SpanFault) return undefined;
    throw error;
  }
}

/** The user tasks of a process of any shape, by their places in the text. */
export function tasksIn(xml: string): readonly Span[] {
  const found: Span[] = [];
  const open = [readSpans(xml)];
  for (let span = open.shift(); span !== undefined; span = open.shift()) {
    if (span.local === 'userTask') found.push(span);
    open.push(...span.children);
  }
  return found.toSorted((a, b) => a.from - b.from);
}

interface Flow {
  readonly id: string;
  readonly words: string | undefined;
  readonly to: string;
  readonly condition: string | undefined;
}

class Reader {
  readonly #xml: string;
  readonly #nodes = new Map<string, Span>();
  readonly #flows = new Map<string, Flow[]>();
  readonly #steps: StepRow[] = [];

  constructor(xml: string) {
    this.#xml = xml;
    const root = readSpans(xml);
    const processes = root.children.filter(({ local }) => local === 'process');
    const isNamed = root.attributes.has('xmlns:cqs') && root.attributes.has('xmlns:xsi');
    if (processes.length !== 1 || !isNamed) throw new OtherShape();
    for (const child of processes[0]!.children) this.#sort(child);
  }

  #sort(child: Span): void {
    const id = attribute(child, 'id');
    if (id === undefined) throw new OtherShape();
    if (child.local !== 'sequenceFlow') {
      if (!['startEvent', 'userTask', 'exclusiveGateway', 'endEvent'].includes(child.local))
        throw new OtherShape();
      if (child.children.length > 0) throw new OtherShape();
      this.#nodes.set(id, child);
      return;
    }
    if (child.children.some(({ local }) => local !== 'conditionExpression')) throw new OtherShape();
    const from = attribute(child, 'sourceRef') ?? '';
    const [condition] = child.children;
    const flow = {
      id,
      words: attribute(child, 'name'),
      to: attribute(child, 'targetRef') ?? '',
      condition: condition && textOf(this.#xml, condition).trim(),
    };
    this.#flows.set(from, [...(this.#flows.get(from) ?? []), flow]);
  }

  list(): StepList {
    const starts = this.#of('startEvent');
    if (starts.length !== 1) throw new OtherShape();
    let at = this.#only(attribute(starts[0]!, 'id')!).to;
    for (let turns = 0; turns < 200; turns += 1) {
      const node = this.#nodes.get(at);
      if (node === undefined) throw new OtherShape();
      switch (node.local) {
        case 'userTask':
          at = this.#step(node, undefined);
          break;
        case 'exclusiveGateway': {
          const { next, last } = this.#gateway(node);
          if (last !== undefined) return this.#done(starts[0]!, last, next);
          at = next;
          break;
        }
        case 'endEvent':
          return this.#done(starts[0]!, undefined, at);
        default:
          throw new OtherShape();
      }
    }
    throw new OtherShape();
  }

  #done(start: Span, last: Gate | undefined, end: string): StepList {
    const isWhole = this.#of('userTask').length === this.#steps.length;
    if (!isWhole) throw new OtherShape();
    return {
      start: eventOf(start),
      steps: this.#steps,
      last,
      end,
      ends: this.#of('endEvent').map(eventOf),
    };
  }

  /** Takes a step up; gives where its way on leads. */
  #step(node: Span, onlyIf: StepRow['onlyIf']): string {
    const id = attribute(node, 'id')!;
    if (this.#steps.some((step) => step.id === id)) throw new OtherShape();
    if ([...node.attributes.keys()].some((name) => !known.has(name))) throw new OtherShape();
    const own = (name: string) => attribute(node, `cqs:${name}`);
    this.#steps.push({
      ...eventOf(node),
      kind: own('kind') ?? '',
      role: own('role'),
      unit: own('unit'),
      hours: own('hours'),
      hoursExtended: own('hoursExtended'),
      state: own('state'),
      outcomes: own('outcomes'),
      legalBasis: own('legalBasis'),
      form: own('form'),
      onlyIf,
      gate: undefined,
    });
    return this.#only(id).to;
  }

  /** A gateway after a step: back or to an end, over a step that may be skipped, or between the ends. */
  #gateway(node: Span): { readonly next: string; readonly last?: Gate } {
    const id = attribute(node, 'id')!;
    const flows = this.#flows.get(id) ?? [];
    const on = flows.find((flow) => flow.id === attribute(node, 'default'));
    const ways = flows.filter((flow) => flow !== on);
    if (on === undefined || ways.length === 0) throw new OtherShape();
    if (ways.some(({ condition }) => condition === undefined) || on.condition !== undefined)
      throw new OtherShape();
    const gate: Gate = {
      ...eventOf(node),
      next: on.words,
      nextId: on.id,
      ways: ways.map(({ condition, words, to }): Way => ({ condition: condition!, words, to })),
    };
    if (this.#nodes.get(on.to)?.local === 'endEvent') {
      if (ways.some(({ to }) => this.#nodes.get(to)?.local !== 'endEvent')) throw new OtherShape();
      return { next: on.to, last: gate };
    }
    const skipped = ways.length === 1 ? this.#nodes.get(ways[0]!.to) : undefined;
    if (skipped?.local === 'userTask' && !this.#isKnown(ways[0]!.to)) {
      const onlyIf = {
        feel: ways[0]!.condition!,
        gate: { ...gate, ways: [{ ...gate.ways[0]!, condition: '' }] },
      };
      const next = this.#beyond(this.#step(skipped, onlyIf), on.to);
      if (next !== on.to) throw new OtherShape();
      return { next };
    }
    const isBack = ways.every(
      ({ to }) => this.#isKnown(to) || this.#nodes.get(to)?.local === 'endEvent',
    );
    const before = this.#steps.at(-1);
    if (!isBack || before === undefined || before.gate !== undefined) throw new OtherShape();
    this.#steps[this.#steps.length - 1] = { ...before, gate };
    return { next: on.to };
  }

  /** Over the gateway of a step that may be skipped, to where skipping it leads too. */
  #beyond(at: string, to: string): string {
    const node = this.#nodes.get(at);
    if (at === to || node?.local !== 'exclusiveGateway') return at;
    const { next, last } = this.#gateway(node);
    if (last !== undefined) throw new OtherShape();
    return next;
  }

  #isKnown(id: string): boolean {
    return this.#steps.some((step) => step.id === id);
  }

  #of(local: string): Span[] {
    return [...this.#nodes.values()].filter((node) => node.local === local);
  }

  #only(id: string): Flow {
    const flows = this.#flows.get(id) ?? [];
    const [flow] = flows;
    if (flow === undefined || flows.length > 1 || flow.condition !== undefined)
      throw new OtherShape();
    return flow;
  }
}

function eventOf(span: Span): Event {
  const vi = attribute(span, 'name') ?? '';
  return { id: attribute(span, 'id')!, name: { vi, en: attribute(span, 'cqs:nameEn') ?? vi } };
}
