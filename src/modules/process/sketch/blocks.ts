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
          arbitrary: fc
            .tuple(inner, inner)
            .map(([body, stopped]): Block => ({ type: 'watched', id: '', body, stopped })),
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

/** The model of a block, as a sketch. */
export function sketchOf(block: Block): string {
  const { lines, first, last } = write(block);
  return ['start Start', 'end End', ...lines, `Start -> ${first}`, `${last} -> End`].join('\n');
}

interface Written {
  readonly lines: readonly string[];
  readonly first: string;
  readonly last: string;
}

function write(block: Block): Written {
  switch (block.type) {
    case 'task':
      return { lines: [`user ${block.id} outcomes="done again"`], first: block.id, last: block.id };
    case 'many': {
      const order = block.inOrder ? ' order=yes' : '';
      return {
        lines: [`user ${block.id} outcomes="done again" times=${block.times}${order}`],
        first: block.id,
        last: block.id,
      };
    }
    case 'sequence':
      return block.parts.map(write).reduce((before, after) => ({
        lines: [...before.lines, ...after.lines, `${before.last} -> ${after.first}`],
        first: before.first,
        last: after.last,
      }));
    case 'choice':
      return between('xor', block.id, [
        [write(block.yes), ` if variant = "yes"${own(block.id)}`],
        [write(block.no), ' otherwise'],
      ]);
    case 'parallel':
      return between(
        'and',
        block.id,
        block.parts.map((part) => [write(part), '']),
      );
    case 'some':
      return between('or', block.id, [
        [write(block.fee), ` if feeDue${own(block.id)}`],
        [write(block.online), ` if channel = "online"${own(block.id)}`],
        [write(block.none), ' otherwise'],
      ]);
    case 'loop':
    case 'sub':
    case 'race':
    case 'guarded':
    case 'watched':
      return writeSpecial(block);
  }
}

/** Makes a condition differ in its text from all others: the proof takes equal texts for one decision. */
function own(id: string): string {
  return ` and "${id}" != ""`;
}

function writeSpecial(
  block: Extract<Block, { type: 'loop' | 'sub' | 'race' | 'guarded' | 'watched' }>,
): Written {
  const { id } = block;
  switch (block.type) {
    case 'loop': {
      const body = write(block.body);
      const own = [
        `xor ${id}in`,
        `user ${id} outcomes="done again"`,
        `xor ${id}out`,
        `pass ${id}next`,
      ];
      const flows = [
        `${id}in -> ${body.first}`,
        `${body.last} -> ${id} -> ${id}out`,
        `${id}out -> ${id}in if outcome = "again"`,
        `${id}out -> ${id}next otherwise`,
      ];
      return { lines: [...own, ...body.lines, ...flows], first: `${id}in`, last: `${id}next` };
    }
    case 'sub': {
      const body = write(block.body);
      const lines = [
        `sub ${id} {`,
        `start ${id}s`,
        `end ${id}e`,
        ...body.lines,
        `${id}s -> ${body.first}`,
        `${body.last} -> ${id}e`,
        '}',
      ];
      return { lines, first: id, last: id };
    }
    case 'watched': {
      const body = write(block.body);
      const stopped = write(block.stopped);
      const lines = [
        `sub ${id} {`,
        `start ${id}s`,
        `end ${id}e`,
        ...body.lines,
        `${id}s -> ${body.first}`,
        `${body.last} -> ${id}e`,
        `event ${id}x {`,
        `start ${id}stop message=stop`,
        `end ${id}end`,
        ...stopped.lines,
        `${id}stop -> ${stopped.first}`,
        `${stopped.last} -> ${id}end`,
        '}',
        '}',
      ];
      return { lines, first: id, last: id };
    }
    case 'race': {
      const reply = write(block.reply);
      const late = write(block.late);
      const own = [
        `first ${id}`,
        `catch ${id}reply message=reply`,
        `catch ${id}late after=P1D`,
        `xor ${id}end`,
      ];
      const flows = [
        `${id} -> ${id}reply -> ${reply.first}`,
        `${id} -> ${id}late -> ${late.first}`,
        `${reply.last} -> ${id}end`,
        `${late.last} -> ${id}end`,
      ];
      return {
        lines: [...own, ...reply.lines, ...late.lines, ...flows],
        first: id,
        last: `${id}end`,
      };
    }
    case 'guarded': {
      const instead = write(block.instead);
      const own = [
        `user ${id} outcomes="done again"`,
        `on ${id}late host=${id} after=P1D`,
        `xor ${id}end`,
      ];
      const flows = [
        `${id} -> ${id}end`,
        `${id}late -> ${instead.first}`,
        `${instead.last} -> ${id}end`,
      ];
      return { lines: [...own, ...instead.lines, ...flows], first: id, last: `${id}end` };
    }
  }
}

function between(
  gateway: string,
  id: string,
  branches: readonly (readonly [Written, string])[],
): Written {
  return {
    lines: [
      `${gateway} ${id}`,
      `${gateway} ${id}join`,
      ...branches.flatMap(([branch, condition]) => [
        ...branch.lines,
        `${id} -> ${branch.first}${condition}`,
        `${branch.last} -> ${id}join`,
      ]),
    ],
    first: id,
    last: `${id}join`,
  };
}
