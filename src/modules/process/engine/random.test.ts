import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBlock, type Block } from '../sketch/blocks.ts';
import { sketchOf } from '../sketch/write-block.ts';
import { type Play, play } from '../sketch/play.ts';
import { advance, begin, type Facts, waitsOf } from '../sketch/reference.ts';

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  variant: fc.constantFrom('yes', 'no'),
  feeDue: fc.boolean(),
  channel: fc.constantFrom('online', 'direct'),
  outcome: fc.constantFrom('done', 'done', 'again'),
});

const anyRun = fc.record({
  block: anyBlock(),
  first: anyFacts,
  picks: fc.array(fc.tuple(fc.nat(50), anyFacts), { minLength: 60, maxLength: 60 }),
});

/** Ends whatever waits at `id`: a person's step is completed, an event comes. */
function end(game: Play, id: string, facts: Facts): void {
  const isTask = game.compiled.byId.get(id)?.kind === 'user';
  if (isTask) game.complete(id, facts.outcome, { ...facts });
  else game.fire(id);
}

async function run({
  block,
  first,
  picks,
}: {
  block: Block;
  first: Facts;
  picks: [number, Facts][];
}) {
  const game = await play(sketchOf(block), { ...first });
  const seen = new Set<number>();
  let walk = begin(block, first);
  let known = first;
  for (const [pick, facts] of picks) {
    expect(game.waiting()).toEqual(waitsOf(walk));
    for (const { id } of game.last.added) {
      expect(seen.has(id)).toBe(false);
      seen.add(id);
    }
    if (walk === null) break;
    const id = game.waiting()[pick % game.waiting().length]!;
    // Events bring no facts: conditions go on looking at those of the latest completed step.
    known = game.compiled.byId.get(id)?.kind === 'user' ? facts : known;
    end(game, id, facts);
    walk = advance(walk, id, known);
  }
  return { game, walk };
}

/** What is waited for while all is ended, the oldest first; each token is made once and consumed once. */
function playToEnd(game: Play, facts: Facts): { made: number[]; consumed: number[] } {
  const made = game.last.added.map(({ id }) => id);
  const consumed = [...game.last.removed];
  expect(consumed).toEqual([]);
  for (let left = 2_000; game.state.status === 'open' && left > 0; left -= 1) {
    const waiting = new Set(game.state.tokens.map(({ id }) => id));
    end(game, game.waiting()[0]!, { ...facts, outcome: 'done' });
    const { added, removed } = game.last;
    for (const id of removed) expect(waiting.has(id), `${id} waited`).toBe(true);
    expect(game.state.tokens.length).toBe(waiting.size + added.length - removed.length);
    made.push(...added.map(({ id }) => id));
    consumed.push(...removed);
  }
  return { made, consumed };
}

describe('random sound processes', () => {
  test('conserve tokens: each is made once, waits, and is consumed once, until none is left', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlock(), anyFacts, async (block, facts) => {
        const { made, consumed } = playToEnd(await play(sketchOf(block), { ...facts }), facts);
        expect(new Set(made).size).toBe(made.length);
        expect(consumed.toSorted((a, b) => a - b)).toEqual(made.toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  test('wait, step by step, for exactly what a plain walk over their blocks waits for', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async (plan) => {
        await run(plan);
      }),
      { numRuns: 300 },
    );
  });

  test('end with no token left once nobody sends them round again', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async (plan) => {
        const { game } = await run(plan);
        for (let left = 2_000; game.state.status === 'open' && left > 0; left -= 1) {
          end(game, game.waiting()[0]!, { ...plan.first, outcome: 'done' });
        }
        expect(game.state).toMatchObject({ status: 'done', tokens: [] });
        expect(game.last.endedAs).toBe('End');
      }),
      { numRuns: 300 },
    );
  });
});
