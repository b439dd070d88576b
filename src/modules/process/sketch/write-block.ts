import type { Block } from './blocks.ts';

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
