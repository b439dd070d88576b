import { describe, expect, test } from 'vitest';
import { play } from '../sketch/play.ts';

describe('an exclusive gateway', () => {
  const lines = `
    start S
    user Receive outcomes="accept refuse"
    xor G
    user Handle
    end Refused
    end Done
    S -> Receive -> G
    G -> Handle if outcome = "accept"
    G -> Refused if outcome = "refuse"
    Handle -> Done`;

  test('takes the flow whose condition is true', async () => {
    const game = await play(lines);
    expect(game.complete('Receive', 'accept').waiting()).toEqual(['Handle']);
  });

  test('ends the process at the end event that it leads to', async () => {
    const game = await play(lines);
    game.complete('Receive', 'refuse');
    expect(game.state.status).toBe('done');
    expect(game.last.endedAs).toBe('Refused');
  });

  test('refuses the step and names itself when no condition is true and there is no default', async () => {
    const game = await play(lines);
    expect(() => game.complete('Receive', 'forward')).toThrow(/^G: No outgoing flow/);
  });
});

describe('a parallel gateway', () => {
  test('waits for all branches before it goes on', async () => {
    const game = await play(`
      start S
      and Split
      user A
      user B
      and Join
      user C
      end E
      S -> Split -> A -> Join
      Split -> B -> Join
      Join -> C -> E`);
    expect(game.waiting()).toEqual(['A', 'B']);
    expect(game.complete('A').waiting()).toEqual(['B']);
    expect(game.complete('B').waiting()).toEqual(['C']);
    expect(game.complete('C').state).toMatchObject({ status: 'done', tokens: [] });
  });

  test('keeps a second arrival over the same flow for the next round', async () => {
    const game = await play(`
      start S
      and Fork
      user A
      xor Merge
      user Again outcomes="more enough"
      xor Loop
      and Join
      user C
      end E
      S -> Fork -> Merge -> A -> Join
      Fork -> Again -> Loop
      Loop -> Merge if outcome = "more"
      Loop -> Join otherwise
      Join -> C -> E`);
    game.complete('Again', 'more');
    game.complete('A').complete('A');
    expect(game.waiting()).toEqual([]);
    expect(game.state.tokens.map(({ kind, index }) => [kind, index])).toEqual([
      ['join', 0],
      ['join', 0],
    ]);
  });

  test('fires once per round when a whole loop passes it again', async () => {
    const game = await play(`
      start S
      xor In
      and Split
      user A
      user B
      and Join
      user Check outcomes="again good"
      xor Out
      end E
      S -> In -> Split -> A -> Join
      Split -> B -> Join -> Check -> Out
      Out -> In if outcome = "again"
      Out -> E otherwise`);
    for (let round = 0; round < 3; round += 1) {
      expect(game.waiting()).toEqual(['A', 'B']);
      game.complete('B').complete('A');
      expect(game.waiting()).toEqual(['Check']);
      game.complete('Check', round < 2 ? 'again' : 'good');
    }
    expect(game.state).toMatchObject({ status: 'done', tokens: [] });
  });
});

describe('an inclusive gateway', () => {
  const lines = `
    start S
    or Split
    user A outcomes="go stop"
    user B
    xor Way
    end Elsewhere
    or Join
    user C
    end E
    S -> Split
    Split -> A if variant != "b"
    Split -> B if variant != "a"
    A -> Way
    Way -> Elsewhere if outcome = "stop"
    Way -> Join otherwise
    B -> Join
    Join -> C -> E`;

  test('takes every flow whose condition is true and joins exactly those', async () => {
    const both = await play(lines, { variant: 'both' });
    expect(both.waiting()).toEqual(['A', 'B']);
    expect(both.complete('B').waiting()).toEqual(['A']);
    expect(both.complete('A', 'go').waiting()).toEqual(['C']);
    const one = await play(lines, { variant: 'b' });
    expect(one.complete('B').waiting()).toEqual(['C']);
  });

  test('is freed when the last branch that it waits for ends elsewhere', async () => {
    const game = await play(lines, { variant: 'both' });
    game.complete('B');
    expect(game.complete('A', 'stop').waiting()).toEqual(['C']);
  });

  test('does not wait for a token that can as well come where one has come already', async () => {
    const game = await play(`
      start S
      and Fork
      user A
      user B outcomes="left right"
      xor Way
      xor Merge
      or Join
      user C
      end E
      S -> Fork -> A -> Merge -> Join
      Fork -> B -> Way
      Way -> Merge if outcome = "left"
      Way -> Join otherwise
      Join -> C -> E`);
    expect(game.complete('A').waiting()).toEqual(['B', 'C']);
  });
});

describe('an event gateway', () => {
  const lines = `
    start S
    first G
    catch Reply message=reply into=answer
    catch Late after=P15D
    user Read
    user Remind
    end E
    S -> G -> Reply -> Read -> E
    G -> Late -> Remind -> E`;

  test('goes the way of the first event and forgets the others', async () => {
    const game = await play(lines);
    expect(game.waiting()).toEqual(['Late', 'Reply']);
    game.fire('Reply', { text: 'đã bổ sung' });
    expect(game.waiting()).toEqual(['Read']);
    expect(game.state.vars).toEqual({ answer: { text: 'đã bổ sung' } });
    expect((await play(lines)).fire('Late').waiting()).toEqual(['Remind']);
  });
});

describe('links and automatic loops', () => {
  test('a thrown link goes on at the catch of the same name', async () => {
    const game = await play(`
      start S
      throw Out link=far
      catch In link=far
      user A
      end E
      S -> Out
      In -> A -> E`);
    expect(game.waiting()).toEqual(['A']);
  });

  test('a loop in which nobody has to do anything is refused, not run for ever', async () => {
    const lines = `
      start S
      xor In
      pass P
      xor Out
      end E
      S -> In -> P -> Out
      Out -> In otherwise
      Out -> E if outcome = "never"`;
    await expect(play(lines)).rejects.toThrow(/does not come to rest/);
  });
});
