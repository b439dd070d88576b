import { describe, expect, test } from 'vitest';
import { play } from '../sketch/play.ts';

describe('a boundary event', () => {
  const lines = (beside: string, event: string) => `
    start S
    user Handle
    on Event host=Handle ${event} ${beside}
    user Remind
    end E
    S -> Handle -> E
    Event -> Remind -> E`;

  test('that interrupts ends the step and goes its own way', async () => {
    const game = await play(lines('', 'after=P15D'));
    expect(game.waiting()).toEqual(['Event', 'Handle']);
    expect(game.fire('Event').waiting()).toEqual(['Remind']);
    expect(game.complete('Remind').state).toMatchObject({ status: 'done', tokens: [] });
  });

  test('goes away with its step', async () => {
    const game = await play(lines('', 'after=P15D'));
    expect(game.complete('Handle').state).toMatchObject({ status: 'done', tokens: [] });
  });

  test('that does not interrupt lets the step go on; a timer fires once', async () => {
    const game = await play(lines('beside', 'after=P15D'));
    expect(game.fire('Event').waiting()).toEqual(['Handle', 'Remind']);
    expect(game.complete('Handle').waiting()).toEqual(['Remind']);
    expect(game.complete('Remind').state.status).toBe('done');
  });

  test('that does not interrupt hears a message every time', async () => {
    const game = await play(lines('beside', 'message=question'));
    game.fire('Event').fire('Event');
    expect(game.waiting()).toEqual(['Event', 'Handle', 'Remind', 'Remind']);
  });

  test('with a cycle fires as often as the cycle says', async () => {
    const game = await play(lines('beside', 'cycle=R2/P1D'));
    game.fire('Event');
    expect(game.waiting()).toEqual(['Event', 'Handle', 'Remind']);
    game.fire('Event');
    expect(game.waiting()).toEqual(['Handle', 'Remind', 'Remind']);
  });

  test('with working hours is due when the office says', async () => {
    const due = new Date('2026-12-01T01:00:00Z');
    const game = await play(lines('', 'worked=40'), {}, (node) =>
      node.id === 'Event' ? due : null,
    );
    expect(game.state.tokens.find(({ node }) => node.id === 'Event')?.dueAt).toEqual(due);
  });
});

describe('a sub-process', () => {
  const lines = `
    start S
    sub Legs {
      start S2
      and Split
      user A
      user B
      end E2
      end Stop event=terminate
      S2 -> Split -> A -> E2
      Split -> B -> Stop
    }
    on Late host=Legs after=P30D
    user After
    user Escalate
    end E
    S -> Legs -> After -> E
    Late -> Escalate -> E`;

  test('goes on when nothing is left in it', async () => {
    const game = await play(lines);
    expect(game.waiting()).toEqual(['A', 'B', 'Late']);
    expect(game.complete('A').waiting()).toEqual(['B', 'Late']);
    expect(game.complete('B').waiting()).toEqual(['After']);
  });

  test('ends at once at a terminate end, and only itself', async () => {
    const game = await play(lines);
    expect(game.complete('B').waiting()).toEqual(['After']);
  });

  test('takes everything inside away when a boundary event interrupts it', async () => {
    const game = await play(lines);
    expect(game.fire('Late').waiting()).toEqual(['Escalate']);
    expect(game.state.tokens).toHaveLength(1);
  });

  test('hands an error to its boundary; one that nobody catches fails the instance', async () => {
    const failing = (code: string) => `
      start S
      sub Sign {
        start S2
        job Call
        end Broken error=${code}
        S2 -> Call -> Broken
      }
      on Caught host=Sign error=offline
      user Repair
      end E
      S -> Sign -> E
      Caught -> Repair -> E`;
    const caught = await play(failing('offline'));
    expect(caught.complete('Call').waiting()).toEqual(['Repair']);
    const uncaught = await play(failing('refused'));
    expect(uncaught.complete('Call').state).toMatchObject({ status: 'failed', tokens: [] });
    const thrown = await play(failing('refused'));
    expect(thrown.fail('Call', 'offline').waiting()).toEqual(['Repair']);
  });
});

describe('a step that is done several times', () => {
  const lines = (loop: string) => `
    start S
    user Ask ${loop}
    on Late host=Ask after=P10D
    user Sum
    user Chase
    end E
    S -> Ask -> Sum -> E
    Late -> Chase -> E`;
  const agencies = { channel: ['Xây dựng', 'Công an', 'Môi trường'] };

  test('side by side: goes on after the last, and collects the outcomes', async () => {
    const game = await play(lines('each=channel as=agency collect=opinions'), agencies);
    expect(game.state.tokens.flatMap(({ item }) => item ?? [])).toEqual(agencies.channel);
    game.complete('Ask', 'yes').complete('Ask', 'no');
    expect(game.waiting()).toEqual(['Ask', 'Late']);
    expect(game.complete('Ask', 'yes').waiting()).toEqual(['Sum']);
    expect(game.state.vars['opinions']).toEqual(['yes', 'no', 'yes']);
  });

  test('one after the other', async () => {
    const game = await play(lines('each=channel as=agency order=yes'), agencies);
    for (const agency of agencies.channel) {
      expect(game.state.tokens.find(({ kind }) => kind === 'user')?.item).toBe(agency);
      game.complete('Ask', 'yes');
    }
    expect(game.waiting()).toEqual(['Sum']);
  });

  test('stops early when its condition says that it is enough', async () => {
    const game = await play(
      lines('each=channel as=agency collect=opinions until="count(opinions) = 2"'),
      agencies,
    );
    game.complete('Ask', 'yes').complete('Ask', 'no');
    expect(game.waiting()).toEqual(['Sum']);
  });

  test('is passed when there is nothing to do it for', async () => {
    const game = await play(lines('each=channel as=agency'), { channel: [] });
    expect(game.waiting()).toEqual(['Sum']);
  });

  test('its boundary belongs to all of it, once, and interrupts all of it', async () => {
    const game = await play(lines('times=3'));
    expect(game.waiting()).toEqual(['Ask', 'Ask', 'Ask', 'Late']);
    expect(game.fire('Late').waiting()).toEqual(['Chase']);
    expect(game.complete('Chase').state).toMatchObject({ status: 'done', tokens: [] });
  });
});

describe('a message that is sent', () => {
  test('leaves the process under an id of its own', async () => {
    const game = await play(`
      start S
      throw Tell message=told
      end E
      S -> Tell -> E`);
    expect(game.last.outgoing).toEqual([{ kind: 'message', token: 1, name: 'told' }]);
  });
});

describe('an authorised jump', () => {
  test('takes the named work away and goes on elsewhere, opening the sub-process around it', async () => {
    const game = await play(`
      start S
      user A
      sub P {
        start S2
        user B
        user C
        end E2
        S2 -> B -> C -> E2
      }
      end E
      S -> A -> P -> E`);
    const [token] = game.state.tokens;
    game.do({ type: 'jump', leaving: [token!.id], to: game.compiled.byId.get('C')! });
    expect(game.waiting()).toEqual(['C']);
    expect(game.complete('C').state.status).toBe('done');
  });

  test('cancelling takes everything away', async () => {
    const game = await play('start S\nuser A\nend E\nS -> A -> E');
    expect(game.do({ type: 'cancel' }).state).toMatchObject({ status: 'cancelled', tokens: [] });
  });
});
