import type { Block } from './blocks.ts';

/** The facts that conditions of a block look at. */
export interface Facts {
  readonly variant: string;
  readonly feeDue: boolean;
  readonly channel: string;
  readonly outcome: string;
}

/**
 * A block under way. This executor knows nothing of tokens: it walks the tree of blocks, so that it can check the
 * interpreter, which knows nothing of blocks.
 */
export type Walk =
  | { readonly at: Block; readonly waits: readonly string[] }
  | { readonly at: Block; readonly inner: readonly Walk[]; readonly part: number };

/** Begins a block; null when it has nothing to wait for. */
export function begin(block: Block, facts: Facts): Walk | null {
  switch (block.type) {
    case 'task':
      return { at: block, waits: [block.id] };
    case 'many':
      return waiting(
        block,
        Array.from(
          { length: block.inOrder ? Math.min(1, block.times) : block.times },
          () => block.id,
        ),
      );
    case 'race':
      return { at: block, waits: [`${block.id}late`, `${block.id}reply`] };
    case 'guarded':
      return { at: block, waits: [block.id, `${block.id}late`] };
    case 'sequence':
      return nextPart(block, 0, facts);
    case 'choice':
      return within(block, [facts.variant === 'yes' ? block.yes : block.no], facts);
    case 'parallel':
      return within(block, block.parts, facts);
    case 'some': {
      const chosen = [
        ...(facts.feeDue ? [block.fee] : []),
        ...(facts.channel === 'online' ? [block.online] : []),
      ];
      return within(block, chosen.length > 0 ? chosen : [block.none], facts);
    }
    case 'sub':
    case 'watched':
      return within(block, [block.body], facts);
    case 'loop':
      return within(block, [block.body], facts) ?? { at: block, waits: [block.id] };
  }
}

/** What is waited for, sorted. */
export function waitsOf(walk: Walk | null): string[] {
  if (walk === null) return [];
  const { at } = walk;
  const own = at.type === 'watched' && !isStopped(walk) ? [`${at.id}stop`] : [];
  const inner = 'waits' in walk ? walk.waits : walk.inner.flatMap(waitsOf);
  return [...own, ...inner].toSorted();
}

/** The walk after one wait has ended. */
export function advance(walk: Walk, id: string, facts: Facts): Walk | null {
  return 'waits' in walk ? afterWait(walk, id, facts) : afterInner(walk, id, facts);
}

function afterWait(
  walk: Extract<Walk, { waits: readonly string[] }>,
  id: string,
  facts: Facts,
): Walk | null {
  const { at, waits } = walk;
  switch (at.type) {
    case 'many':
      return at.inOrder
        ? begin({ ...at, times: at.times - 1 }, facts)
        : waiting(at, waits.slice(1));
    case 'race':
      return within(at, [id.endsWith('late') ? at.late : at.reply], facts);
    case 'guarded':
      return id.endsWith('late') ? within(at, [at.instead], facts) : null;
    case 'loop':
      return facts.outcome === 'again' ? begin(at, facts) : null;
    case 'task':
    case 'sequence':
    case 'choice':
    case 'parallel':
    case 'some':
    case 'sub':
    case 'watched':
      return null;
  }
}

/** Whether the part after the stop is under way: it is part 1. */
function isStopped(walk: Walk): boolean {
  return 'part' in walk && walk.part === 1;
}

function afterInner(
  walk: Extract<Walk, { inner: readonly Walk[] }>,
  id: string,
  facts: Facts,
): Walk | null {
  const { at, inner, part } = walk;
  if (at.type === 'watched' && id === `${at.id}stop`) {
    const stopped = within(at, [at.stopped], facts);
    return stopped && { ...stopped, part: 1 };
  }
  const place = inner.findIndex((one) => waitsOf(one).includes(id));
  const moved = advance(inner[place]!, id, facts);
  const rest = inner.flatMap((one, index) => (index === place ? (moved ? [moved] : []) : [one]));
  if (rest.length > 0) return { at, inner: rest, part };
  if (at.type === 'sequence') return nextPart(at, part + 1, facts);
  return at.type === 'loop' ? { at, waits: [at.id] } : null;
}

function nextPart(
  block: Extract<Block, { type: 'sequence' }>,
  part: number,
  facts: Facts,
): Walk | null {
  const next = block.parts[part];
  if (!next) return null;
  const walk = begin(next, facts);
  return walk ? { at: block, inner: [walk], part } : nextPart(block, part + 1, facts);
}

function within(block: Block, parts: readonly Block[], facts: Facts): Walk | null {
  const inner = parts.flatMap((part) => begin(part, facts) ?? []);
  return inner.length > 0 ? { at: block, inner, part: 0 } : null;
}

function waiting(block: Block, waits: readonly string[]): Walk | null {
  return waits.length > 0 ? { at: block, waits } : null;
}
