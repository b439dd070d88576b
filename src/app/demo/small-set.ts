import type { ApplicationName } from './applications/index.ts';
import type { Situation, StoryName } from './story.ts';

/** One dossier of the set that the demo begins with. */
export interface Scenario {
  readonly applies: ApplicationName;
  readonly daysAgo: number;
  readonly story?: StoryName;
  /** Where it stands now; closed when absent. */
  readonly until?: Situation;
  /** A demo account; somebody invented when absent. */
  readonly who?: 'cong-dan-1' | 'cong-dan-2' | 'doanh-nghiep-1';
  /** Handed in on paper at the counter. */
  readonly atCounter?: boolean;
}

/** What the three demo citizens find under their own dossiers. */
const own: readonly Scenario[] = [
  { who: 'cong-dan-1', applies: 'birth', daysAgo: 3, story: 'askedAtOnce', until: 'asked' },
  { who: 'cong-dan-1', applies: 'copies', daysAgo: 20 },
  { who: 'cong-dan-1', applies: 'temporaryResidence', daysAgo: 6, until: 'pay' },
  { who: 'cong-dan-1', applies: 'marriage', daysAgo: 34, story: 'withdrawn' },
  { who: 'cong-dan-2', applies: 'house', daysAgo: 5, until: 'handle' },
  { who: 'cong-dan-2', applies: 'correction', daysAgo: 9, until: 'approve' },
  { who: 'cong-dan-2', applies: 'maritalStatus', daysAgo: 41 },
  { who: 'doanh-nghiep-1', applies: 'business', daysAgo: 27, story: 'askedLater' },
  { who: 'doanh-nghiep-1', applies: 'landTax', daysAgo: 2, until: 'handle' },
  { who: 'doanh-nghiep-1', applies: 'copies', daysAgo: 1, until: 'receive' },
];

/** What waits on the officials' desks; those that are older than their deadline are found overdue. */
const waiting: readonly Scenario[] = [
  { applies: 'birth', daysAgo: 0, until: 'receive' },
  { applies: 'copies', daysAgo: 0, until: 'receive', atCounter: true },
  { applies: 'linkedBirth', daysAgo: 1, until: 'receive' },
  { applies: 'maritalStatus', daysAgo: 1, until: 'receive' },
  { applies: 'house', daysAgo: 2, story: 'askedAtOnce', until: 'receive' },
  { applies: 'temporaryResidence', daysAgo: 0, until: 'receive' },
  { applies: 'temporaryResidence', daysAgo: 1, until: 'receive' },
  { applies: 'permanentResidence', daysAgo: 1, until: 'receive' },
  { applies: 'house', daysAgo: 2, until: 'assign' },
  { applies: 'house', daysAgo: 1, until: 'assign', atCounter: true },
  { applies: 'birth', daysAgo: 1, until: 'handle' },
  { applies: 'lateBirth', daysAgo: 4, until: 'handle' },
  { applies: 'maritalStatus', daysAgo: 2, until: 'handle' },
  { applies: 'correction', daysAgo: 12, story: 'late', until: 'handle' },
  { applies: 'marriage', daysAgo: 2, story: 'withWords', until: 'handle' },
  { applies: 'business', daysAgo: 1, until: 'handle' },
  { applies: 'business', daysAgo: 9, story: 'late', until: 'handle' },
  { applies: 'copies', daysAgo: 1, until: 'handle', atCounter: true },
  { applies: 'landTax', daysAgo: 3, until: 'handle' },
  { applies: 'permanentResidence', daysAgo: 4, until: 'handle' },
  { applies: 'linkedBirth', daysAgo: 2, until: 'handle' },
  { applies: 'house', daysAgo: 8, until: 'review' },
  { applies: 'birth', daysAgo: 1, until: 'approve' },
  { applies: 'maritalStatus', daysAgo: 3, until: 'approve' },
  { applies: 'death', daysAgo: 1, until: 'approve', atCounter: true },
  { applies: 'marriage', daysAgo: 3, story: 'returned', until: 'approve' },
  { applies: 'business', daysAgo: 3, until: 'approve' },
  { applies: 'temporaryResidence', daysAgo: 4, until: 'approve' },
  { applies: 'landTax', daysAgo: 6, until: 'approve' },
  { applies: 'birth', daysAgo: 2, until: 'register' },
  { applies: 'maritalStatus', daysAgo: 4, until: 'register' },
  { applies: 'permanentResidence', daysAgo: 9, until: 'register' },
  { applies: 'linkedBirth', daysAgo: 5, until: 'leg' },
  { applies: 'protectedHouse', daysAgo: 6, until: 'consult' },
  { applies: 'protectedHouse', daysAgo: 3, until: 'handle' },
  { applies: 'death', daysAgo: 3, until: 'deliver', atCounter: true },
  { applies: 'copies', daysAgo: 2, until: 'deliver', atCounter: true },
  { applies: 'business', daysAgo: 6, until: 'deliver' },
  { applies: 'house', daysAgo: 10, story: 'askedLater', until: 'asked' },
  { applies: 'maritalStatus', daysAgo: 7, story: 'extended', until: 'handle' },
];

/** What is over: from these comes how long people really waited. */
const closed: readonly Scenario[] = [
  { applies: 'birth', daysAgo: 11 },
  { applies: 'birth', daysAgo: 23 },
  { applies: 'lateBirth', daysAgo: 30, atCounter: true },
  { applies: 'copies', daysAgo: 8, atCounter: true },
  { applies: 'copies', daysAgo: 15, atCounter: true },
  { applies: 'temporaryResidence', daysAgo: 18 },
  { applies: 'permanentResidence', daysAgo: 31 },
  { applies: 'maritalStatus', daysAgo: 16 },
  { applies: 'marriage', daysAgo: 25 },
  { applies: 'linkedBirth', daysAgo: 28 },
  { applies: 'business', daysAgo: 19 },
  { applies: 'landTax', daysAgo: 22 },
  { applies: 'death', daysAgo: 14, atCounter: true },
  { applies: 'correction', daysAgo: 26 },
  { applies: 'house', daysAgo: 36 },
  { applies: 'maritalStatus', daysAgo: 13, story: 'turnedAway' },
  { applies: 'temporaryResidence', daysAgo: 20, story: 'refused' },
  { applies: 'house', daysAgo: 45, story: 'lapsed' },
];

export const smallSet: readonly Scenario[] = [...own, ...waiting, ...closed];
