import { postsOf } from '#/modules/agency/index.ts';
import { useSession } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Lang } from '#/values/text.ts';

/** Who a session token belongs to, with the posts that the person holds now. */
export async function identify(tx: Tx, token: string, at: Date, lang: Lang): Promise<Actor | null> {
  const session = await useSession(tx, token, at);
  if (!session) return null;
  const posts = session.kind === 'official' ? await postsOf(tx, session.personId, at) : [];
  return {
    accountId: session.accountId,
    personId: session.personId,
    kind: session.kind,
    name: session.fullName,
    posts,
    isVerified: session.isVerified,
    assurance: session.assurance,
    confirmedAt: session.confirmedAt,
    confirmedBy: session.confirmedBy,
    at,
    lang,
  };
}
