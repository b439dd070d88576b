import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Notice } from './notice.ts';
import { listNotices, updateSeen } from './store/notices.ts';

const perPage = 20;

/** One page of an inbox, counted from 1. Messages that were new until now have no `seenAt`. */
export interface InboxPage {
  readonly notices: readonly Notice[];
  readonly page: number;
  readonly pages: number;
}

/** Opens a page of one's own inbox; what stands on it counts as seen from then on. */
export async function openInbox(tx: Tx, { personId, at }: Actor, page: number): Promise<InboxPage> {
  const { notices, total } = await listNotices(tx, personId, {
    limit: perPage,
    offset: (page - 1) * perPage,
  });
  const fresh = notices.filter(({ seenAt }) => seenAt === null).map(({ id }) => id);
  if (fresh.length > 0) await updateSeen(tx, fresh, at);
  return { notices, page, pages: Math.max(1, Math.ceil(total / perPage)) };
}
