import { describe, expect, test } from 'vitest';
import { compileSketch, play } from '../sketch/play.ts';
import { proveSound } from '../soundness/prove.ts';

const legs = (undo: string) => `
  start S
  user Residence
  on UndoR host=Residence event=compensate
  user CancelResidence undo
  user Insurance
  on UndoI host=Insurance event=compensate
  user CancelInsurance undo
  user Check outcomes="good bad"
  xor Way
  throw Back undoes=${undo}
  user Tell
  end Refused
  end Done
  UndoR ~> CancelResidence
  UndoI ~> CancelInsurance
  S -> Residence -> Insurance -> Check -> Way
  Way -> Done if outcome = "good"
  Way -> Back otherwise
  Back -> Tell -> Refused`;

describe('a compensation', () => {
  test('undoes what was completed, the latest first, and then goes on', async () => {
    const game = await play(legs('all'));
    game.complete('Residence').complete('Insurance').complete('Check', 'bad');
    expect(game.waiting()).toEqual(['CancelInsurance']);
    expect(game.complete('CancelInsurance').waiting()).toEqual(['CancelResidence']);
    expect(game.complete('CancelResidence').waiting()).toEqual(['Tell']);
    expect(game.complete('Tell').state).toMatchObject({ status: 'done', tokens: [] });
  });

  test('of one activity leaves the others alone', async () => {
    const game = await play(legs('Residence'));
    game.complete('Residence').complete('Insurance').complete('Check', 'bad');
    expect(game.waiting()).toEqual(['CancelResidence']);
    expect(game.complete('CancelResidence').waiting()).toEqual(['Tell']);
  });

  test('is not needed when all is well: records keep nothing open', async () => {
    const game = await play(legs('all'));
    game.complete('Residence').complete('Insurance').complete('Check', 'good');
    expect(game.state).toMatchObject({ status: 'done', tokens: [] });
  });

  test('reaches into sub-processes that are closed, and from an event sub-process into the scope around it', async () => {
    const game = await play(`
      start S
      sub Legs {
        start S2
        user A
        on U host=A event=compensate
        user UndoA undo
        end E2
        U ~> UndoA
        S2 -> A -> E2
      }
      job Sign
      end E
      S -> Legs -> Sign -> E
      event Failed {
        start Caught error=offline
        end Back undoes=all
        Caught -> Back
      }`);
    game.complete('A').fail('Sign', 'offline');
    expect(game.waiting()).toEqual(['UndoA']);
    expect(game.complete('UndoA').state).toMatchObject({ status: 'done', tokens: [] });
  });

  test('is passed when nothing was completed', async () => {
    const game = await play(`
      start S
      throw Back undoes=all
      user A
      on U host=A event=compensate
      user UndoA undo
      end E
      U ~> UndoA
      S -> Back -> A -> E`);
    expect(game.waiting()).toEqual(['A']);
  });

  test('is proven with the rest, also in a loop', async () => {
    const proof = proveSound(await compileSketch(legs('all')));
    expect(proof.faults.map(({ element, words }) => `${element}: ${words.en}`)).toEqual([]);
    const looping = legs('all')
      .replace(
        'Tell -> Refused',
        'Tell -> Again\nAgain -> Residence if outcome = "more"\nAgain -> Refused otherwise',
      )
      .replace('user Tell', 'xor Again\nuser Tell outcomes="more enough"');
    expect(proveSound(await compileSketch(looping))).toMatchObject({ sound: true, bounded: false });
  });
});
