import { expect, test } from 'vitest';
import type { Verb } from '../dossier.ts';
import type { Act } from '../store/index.ts';
import { handoversOf, timelinessOf } from './handovers.ts';

const at = (hour: number, day = 14) => new Date(Date.UTC(2026, 6, day, hour - 7));

function act(verb: Verb, hour: number, actorName: string, words: string | null = null): Act {
  const official = { unitId: actorName === 'Bình' ? null : `unit of ${actorName}`, role: 'X' };
  return {
    ...official,
    seq: hour,
    verb,
    at: at(hour),
    accountId: actorName,
    actorName,
    fromState: null,
    toState: 'HANDLING',
    words,
    facts: {},
  };
}

test('each hand is listed with who gave, when it was taken and when it was done', () => {
  const handovers = handoversOf([
    act('submit', 8, 'Bình'),
    act('accept', 9, 'Lan'),
    act('claim', 10, 'Việt'),
    act('check-paper', 11, 'Việt'),
    act('forward', 13, 'Việt'),
    act('message', 14, 'Lan'),
    act('approve', 15, 'Thành'),
  ]);
  expect(handovers).toMatchObject([
    { giver: 'Bình', givenAt: at(8), takenAt: at(8), taker: 'Lan', doneAt: at(9) },
    { giver: 'Lan', givenAt: at(9), takenAt: at(10), taker: 'Việt', doneAt: at(13) },
    { giver: 'Việt', givenAt: at(13), takenAt: at(13), taker: 'Thành', doneAt: at(15) },
  ]);
});

test('the time in which a supplement is awaited is nobody’s: the next hand begins with the answer', () => {
  const handovers = handoversOf([
    act('submit', 8, 'Bình'),
    act('request-supplement', 9, 'Lan', 'Chụp lại'),
    act('answer-supplement', 15, 'Bình'),
    act('accept', 16, 'Lan'),
  ]);
  expect(handovers).toMatchObject([
    { verb: 'request-supplement', words: 'Chụp lại', doneAt: at(9) },
    { giver: 'Bình', givenAt: at(15), doneAt: at(16) },
  ]);
});

test.each([
  [at(9), at(16), 'Đúng hạn'],
  [at(16), at(16), 'Đúng hạn'],
  [at(16, 13), at(9), 'Trước hạn'],
  [at(17), at(16), 'Quá hạn'],
  [at(17), null, ''],
])('done at %s, due at %s: “%s”', (doneAt, dueAt, said) => {
  expect(timelinessOf(doneAt, dueAt)).toBe(said);
});
