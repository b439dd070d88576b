import { describe, expect, test } from 'vitest';
import { proveSound } from '../soundness/prove.ts';
import { compileSketch, play } from '../sketch/play.ts';

const withdrawal = (beside: string) => `
  start S
  user Handle
  user Approve
  end E
  S -> Handle -> Approve -> E
  event Withdrawn {
    start Asked message=withdraw ${beside}
    user Close
    end Closed
    Asked -> Close -> Closed
  }`;

describe('an event sub-process', () => {
  test('that interrupts takes the place of everything else in its scope', async () => {
    const game = await play(withdrawal(''));
    expect(game.waiting()).toEqual(['Asked', 'Handle']);
    game.complete('Handle').fire('Asked');
    expect(game.waiting()).toEqual(['Close']);
    expect(game.complete('Close').state).toMatchObject({ status: 'done', tokens: [] });
  });

  test('that does not interrupt runs beside, as often as its message comes', async () => {
    const game = await play(withdrawal('beside'));
    game.fire('Asked').fire('Asked');
    expect(game.waiting()).toEqual(['Asked', 'Close', 'Close', 'Handle']);
    game.complete('Handle').complete('Approve').complete('Close');
    expect(game.state.status).toBe('open');
    expect(game.complete('Close').state).toMatchObject({ status: 'done', tokens: [] });
  });

  test('that only listens does not keep its scope open', async () => {
    const game = await play(withdrawal('beside'));
    game.complete('Handle').complete('Approve');
    expect(game.state).toMatchObject({ status: 'done', tokens: [] });
  });

  test('catches the error of its scope before a boundary does; its own error it lets out', async () => {
    const lines = (end: string) => `
      start S
      sub P {
        start S2
        job Call
        end Broken error=offline
        S2 -> Call -> Broken
        event Repairs {
          start Caught error=offline
          user Repair
          ${end}
          Caught -> Repair -> Over
        }
      }
      on Outside host=P error=offline
      user Alarm
      end E
      S -> P -> E
      Outside -> Alarm -> E`;
    const game = await play(lines('end Over'));
    expect(game.complete('Call').waiting()).toEqual(['Repair']);
    expect(game.complete('Repair').state.status).toBe('done');
    const again = await play(lines('end Over error=offline'));
    expect(again.complete('Call').complete('Repair').waiting()).toEqual(['Alarm']);
  });

  test('listens only while its own scope is open', async () => {
    const game = await play(`
      start S
      sub P {
        start S2
        user A
        end E2
        S2 -> A -> E2
        event X {
          start Late after=P1D
          user Hurry
          end E3
          Late -> Hurry -> E3
        }
      }
      user B
      end E
      S -> P -> B -> E`);
    expect(game.waiting()).toEqual(['A', 'Late']);
    expect(game.complete('A').waiting()).toEqual(['B']);
  });

  test('is proven with the rest', async () => {
    expect(proveSound(await compileSketch(withdrawal('')))).toMatchObject({ sound: true });
    expect(proveSound(await compileSketch(withdrawal('beside')))).toMatchObject({ sound: true });
  });
});

const escalating = (catcher: string, end: string) => `
  start S
  sub P {
    start S2
    user A
    ${end}
    user B
    end E2
    S2 -> A -> Told -> B -> E2
  }
  ${catcher}
  user Leader
  end E
  S -> P -> E
  Heard -> Leader -> E`;

describe('an escalation', () => {
  test('that is heard without interrupting lets both go on', async () => {
    const game = await play(
      escalating('on Heard host=P escalation=slow beside', 'throw Told escalation=slow'),
    );
    expect(game.complete('A').waiting()).toEqual(['B', 'Leader']);
  });

  test('that interrupts ends the sub-process, and whoever threw it', async () => {
    const game = await play(
      escalating('on Heard host=P escalation=slow', 'throw Told escalation=slow'),
    );
    expect(game.complete('A').waiting()).toEqual(['Leader']);
    expect(game.state.tokens).toHaveLength(1);
  });

  test('that nobody hears harms nothing', async () => {
    const game = await play(
      escalating('on Heard host=P escalation=other', 'throw Told escalation=slow'),
    );
    expect(game.complete('A').waiting()).toEqual(['B']);
  });
});

describe('what is on its way', () => {
  const racing = (end: string) => `
    start S
    sub P {
      start S2
      and Split
      end Over ${end}
      pass Far
      user A
      end E2
      S2 -> Split -> Over
      Split -> Far -> A -> E2
    }
    on Caught host=P error=x
    user After
    end E
    S -> P -> After -> E
    Caught -> After`;

  test('is taken away with the scope that an error or a terminate end closes', async () => {
    for (const end of ['error=x', 'event=terminate']) {
      const game = await play(racing(end));
      expect(game.waiting()).toEqual(['After']);
      expect(game.state.tokens).toHaveLength(1);
    }
  });
});

describe('a signal', () => {
  test('is waited for and thrown', async () => {
    const game = await play(`
      start S
      catch Storm signal=storm
      throw Over signal=over
      end E
      S -> Storm -> Over -> E`);
    expect(game.waiting()).toEqual(['Storm']);
    game.fire('Storm');
    expect(game.last.outgoing).toEqual([{ kind: 'signal', token: 2, name: 'over' }]);
  });
});
