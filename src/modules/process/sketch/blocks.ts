import fc from 'fast-check';

/**
 * A process that is sound by its construction: blocks in blocks, each with one way in and one way out. `task`s of
 * one model have distinct ids.
 */
export type Block =
  | { readonly type: 'task'; readonly id: string }
  | { readonly type: 'sequence'; readonly parts: readonly Block[] }
  | { readonly type: 'choice'; readonly id: string; readonly yes: Block; readonly no: Block }
  | { readonly type: 'parallel'; readonly id: string; readonly parts: readonly Block[] }
  | {
      readonly type: 'some';
      readonly id: string;
      readonly fee: Block;
      readonly online: Block;
      readonly none: Block;
    }
  | { readonly type: 'loop'; readonly id: string; readonly body: Block }
  | { readonly type: 'sub'; readonly id: string; readonly body: Block }
  | {
      readonly type: 'many';
      readonly id: string;
      readonly times: number;
      readonly inOrder: boolean;
    }
  | { readonly type: 'race'; readonly id: string; readonly reply: Block; readonly late: Block }
  | { readonly type: 'guarded'; readonly id: string; readonly instead: Block }
  | {
      readonly type: 'watched';
      readonly id: string;
      readonly body: Block;
      readonly stopped: Block;
    };

/** Random sound models, small enough to read when one fails. */
export function anyBlock(): fc.Arbitrary<Block> {
  const { block } = fc.letrec<{ block: Block }>((tie) => {
    const inner = tie('block');
    return {
      block: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        { arbitrary: fc.constant<Block>({ type: 'task', id: '' }), weight: 3 },
        { arbitrary: fc.array(inner, { minLength: 2, maxLength: 3 }).map(sequence), weight: 3 },
        {
          arbitrary: fc
            .tuple(inner, inner)
            .map(([yes, no]): Block => ({ type: 'choice', id: '', yes, no })),
          weight: 1,
        },
        { arbitrary: fc.array(inner, { minLength: 2, maxLength: 3 }).map(parallel), weight: 2 },
        {
          arbitrary: fc
            .tuple(inner, inner, inner)
            .map(([fee, online, none]): Block => ({ type: 'some', id: '', fee, online, none })),
          weight: 1,
        },
        { arbitrary: inner.map((body): Block => ({ type: 'loop', id: '', body })), weight: 1 },
        { arbitrary: inner.map((body): Block => ({ type: 'sub', id: '', body })), weight: 1 },
        { arbitrary: fc.tuple(fc.nat(3), fc.boolean()).map(many), weight: 1 },
        {
          arbitrary: fc
            .tuple(inner, inner)
            .map(([reply, late]): Block => ({ type: 'race', id: '', reply, late })),
          weight: 1,
        },
        {
          arbitrary: inner.map((instead): Block => ({ type: 'guarded', id: '', instead })),
          weight: 1,
        },
        {
          arbitrary: fc.tuple(inner, inner).map(([body, stopped]) => watched(body, stopped)),
          weight: 1,
        },
      ),
    };
  });
  return block.map((one) => numbered(one, { next: 1 }));
}

function sequence(parts: readonly Block[]): Block {
  return { type: 'sequence', parts };
}

function parallel(parts: readonly Block[]): Block {
  return { type: 'parallel', id: '', parts };
}

function many([times, inOrder]: [number, boolean]): Block {
  return { type: 'many', id: '', times, inOrder };
}

/** Its body waits at least once: what is over at once can never be stopped, and then `stopped` would be dead. */
function watched(body: Block, stopped: Block): Block {
  return { type: 'watched', id: '', body: sequence([{ type: 'task', id: '' }, body]), stopped };
}

/** The same block with ids that tell its parts apart. */
function numbered(block: Block, counter: { next: number }): Block {
  const again = (one: Block) => numbered(one, counter);
  const id = `N${counter.next}`;
  counter.next += 1;
  switch (block.type) {
    case 'task':
    case 'many':
      return { ...block, id };
    case 'sequence':
      return { ...block, parts: block.parts.map(again) };
    case 'parallel':
      return { ...block, id, parts: block.parts.map(again) };
    case 'choice':
      return { ...block, id, yes: again(block.yes), no: again(block.no) };
    case 'some':
      return {
        ...block,
        id,
        fee: again(block.fee),
        online: again(block.online),
        none: again(block.none),
      };
    case 'loop':
    case 'sub':
      return { ...block, id, body: again(block.body) };
    case 'race':
      return { ...block, id, reply: again(block.reply), late: again(block.late) };
    case 'guarded':
      return { ...block, id, instead: again(block.instead) };
    case 'watched':
      return { ...block, id, body: again(block.body), stopped: again(block.stopped) };
  }
}
