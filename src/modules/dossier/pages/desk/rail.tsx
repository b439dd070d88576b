import type { Tx } from '#/platform/db/index.ts';
import type { Actor, Visit } from '#/platform/http/index.ts';
import type { Queue } from '#/ui/index.ts';
import { say, type Text } from '#/values/text.ts';
import { countQueues, mostCounted, type QueueCount } from '../../desk/count-store.ts';
import { listSavedQueues, type SavedQueue } from '../../desk/queue-store.ts';
import { fitsPosts, queueKeys, queueOf, type QueueKey } from '../../desk/queues.ts';
import { scopeOf } from '../../desk/scope.ts';
import { deskWords as words } from './desk-words.ts';
import { savedHref } from './from.ts';

/** The left rail: what waits for this official, with counts. */
export interface Rail {
  readonly counts: ReadonlyMap<QueueKey, QueueCount>;
  readonly saved: readonly SavedQueue[];
  /** Shown when the address names none: the first queue with something in it. */
  readonly first: QueueKey;
}

/** Reads it. */
export async function readRail(tx: Tx, actor: Actor): Promise<Rail> {
  const [counts, saved] = await Promise.all([
    countQueues(tx, scopeOf(actor)),
    listSavedQueues(tx, actor.accountId),
  ]);
  const first = queueKeys.find(
    (key) => isShown(key, actor, counts) && (counts.get(key)?.count ?? 0) > 0,
  );
  return { counts, saved, first: first ?? 'cua-toi' };
}

interface Group {
  readonly title: string;
  readonly queues: readonly Queue[];
}

const attention: readonly QueueKey[] = ['sap-den-han', 'qua-han', 'tin-moi', 'in-loi'];
const whole: readonly QueueKey[] = ['tat-ca'];

/** The rail as the desk draws it. */
export function railGroups(
  visit: Visit,
  rail: Rail,
  current: { queue: QueueKey | undefined; saved?: string | undefined },
): Group[] {
  const { lang } = visit;
  const shown = queueKeys.filter((key) => isShown(key, visit.actor!, rail.counts));
  const group = (title: Text, keys: readonly QueueKey[]) => ({
    title: say(lang, title),
    queues: keys.map((key) =>
      standing(visit, rail, key, current.saved === undefined && key === current.queue),
    ),
  });
  const own = rail.saved.filter(({ name }) => name !== '');
  return [
    group(
      words.work,
      shown.filter((key) => !attention.includes(key) && !whole.includes(key)),
    ),
    group(
      words.attention,
      shown.filter((key) => attention.includes(key)),
    ),
    group(
      words.unit,
      shown.filter((key) => whole.includes(key)),
    ),
    ...(own.length === 0
      ? []
      : [
          {
            title: say(lang, words.saved),
            queues: own.map((queue) => savedQueue(queue, current.saved)),
          },
        ]),
  ];
}

/** A queue is shown to whose posts it fits, and to anybody for whom there is something in it. */
function isShown(key: QueueKey, actor: Actor, counts: Rail['counts']): boolean {
  return fitsPosts(key, actor) || (counts.get(key)?.count ?? 0) > 0;
}

function standing(visit: Visit, { counts }: Rail, key: QueueKey, isCurrent: boolean): Queue {
  const count = counts.get(key);
  return {
    title: say(visit.lang, queueOf(key).name),
    href: `/can-bo?hang=${key}`,
    count: count && countWords(count),
    late: key === 'qua-han' ? count?.count : count?.late,
    current: isCurrent,
  };
}

function savedQueue(queue: SavedQueue, currentId: string | undefined): Queue {
  return {
    title: queue.name,
    href: savedHref(queue.id),
    current: queue.id === currentId,
  };
}

function countWords({ count, isMore }: QueueCount): string {
  if (count >= mostCounted) return `${mostCounted - 1}+`;
  return isMore && count > 0 ? `${count}+` : String(count);
}
