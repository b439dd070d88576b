/** Where a dossier stands, for the one who moves it: the kind of its open step, or what it waits for. */
export type Situation =
  | 'receive'
  | 'assign'
  | 'handle'
  | 'review'
  | 'approve'
  | 'register'
  | 'deliver'
  | 'pay'
  | 'leg'
  | 'consult'
  | 'asked'
  | 'confirming';

/** What can happen next. `go` is what usually does: accepted, forwarded, signed, paid, answered, found right, handed out. */
export type Move =
  | 'go'
  | 'claim'
  | 'refuse'
  | 'ask'
  | 'refuse-result'
  | 'return'
  | 'extend'
  | 'apologise'
  | 'write'
  | 'withdraw'
  | 'stop';

/** Something unusual that happens once, when a situation is reached. */
interface Turn {
  readonly when: Situation;
  readonly move: Exclude<Move, 'go' | 'claim'>;
}

/** The courses that dossiers take, by their unusual turns, and how many of a thousand take each. */
export const stories = {
  straight: { perMille: 790, turns: [] },
  askedAtOnce: { perMille: 50, turns: [{ when: 'receive', move: 'ask' }] },
  askedLater: { perMille: 40, turns: [{ when: 'handle', move: 'ask' }] },
  turnedAway: { perMille: 25, turns: [{ when: 'receive', move: 'refuse' }] },
  late: { perMille: 25, turns: [{ when: 'handle', move: 'apologise' }] },
  withWords: { perMille: 20, turns: [{ when: 'handle', move: 'write' }] },
  withdrawn: { perMille: 15, turns: [{ when: 'handle', move: 'withdraw' }] },
  refused: { perMille: 12, turns: [{ when: 'handle', move: 'refuse-result' }] },
  returned: { perMille: 10, turns: [{ when: 'approve', move: 'return' }] },
  lapsed: {
    perMille: 8,
    turns: [
      { when: 'receive', move: 'ask' },
      { when: 'asked', move: 'stop' },
    ],
  },
  extended: { perMille: 5, turns: [{ when: 'handle', move: 'extend' }] },
} as const satisfies Record<string, { perMille: number; turns: readonly Turn[] }>;

export type StoryName = keyof typeof stories;

/** Tells what happens in each situation that a dossier of this course reaches. */
export function storyteller(name: StoryName): (situation: Situation) => Move {
  const left: Turn[] = [...stories[name].turns];
  return (situation) => {
    const [turn] = left;
    if (turn?.when !== situation) return 'go';
    left.shift();
    return turn.move;
  };
}

/** The steps that an official takes for themselves before doing them. */
export function isClaimed(situation: Situation): boolean {
  return situation === 'receive' || situation === 'handle';
}
