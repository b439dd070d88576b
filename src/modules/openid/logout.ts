import { listOpenAmong } from '#/modules/identity/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import type { Op } from './provider/serve.ts';
import { deleteSessionsUnder, listSignInsInUse, listSessionsUnder } from './store/sessions.ts';
import { findToken, deleteByGrant } from './store/tokens.ts';

/** A session of the provider, as it keeps it. */
export interface LeavingSession {
  readonly accountId?: string | undefined;
  readonly authorizations?:
    | Readonly<
        Record<
          string,
          { readonly sid?: string; readonly grantId?: string; readonly persistsLogout?: boolean }
        >
      >
    | undefined;
  readonly state?:
    | {
        readonly secret?: string | undefined;
        readonly clientId?: string | undefined;
        readonly postLogoutRedirectUri?: string | undefined;
        readonly state?: string | undefined;
      }
    | undefined;
}

/** Names of the jobs. */
export const sessionsToEnd = 'openid.end-sessions';
const tellLogout = 'openid.tell-logout';

interface Told {
  readonly clientId: string;
  readonly accountId: string;
  readonly sid: string;
}

/**
 * Whichever way a sign-in ended (signed out here or there, idle, closed by an administrator), the sessions that clients
 * got from it end too: their tokens die, and each client is told. Looked at every minute, and at once after a sign-out.
 */
export function endSessions({ database, clock, jobs }: Services): Job {
  return {
    name: sessionsToEnd,
    schedule: '* * * * *',
    run: () =>
      database.transaction(async (tx) => {
        const now = clock.now();
        const ids = await listSignInsInUse(tx);
        const open = new Set(await listOpenAmong(tx, ids, now));
        const over = ids.filter((id) => !open.has(id));
        if (over.length === 0) return;
        const sessions = (await listSessionsUnder(tx, over)) as LeavingSession[];
        for (const { accountId, authorizations = {} } of sessions)
          for (const [clientId, { sid, grantId, persistsLogout }] of Object.entries(
            authorizations,
          )) {
            if (accountId === undefined || sid === undefined) continue;
            const told: Told = { clientId, accountId, sid };
            await jobs.enqueue(tx, tellLogout, told, { key: `${clientId} ${sid}` });
            if (grantId !== undefined && persistsLogout !== true) await forgetTokens(tx, grantId);
          }
        await deleteSessionsUnder(tx, over);
      }),
  };

  /** What was made in the session dies; the consent itself stays, so that nobody is asked again tomorrow. */
  async function forgetTokens(tx: Parameters<typeof findToken>[0], grantId: string): Promise<void> {
    for (const model of ['AccessToken', 'RefreshToken', 'AuthorizationCode'])
      await deleteByGrant(tx, grantId, model);
  }
}

/** Tells one client that somebody has signed out (OpenID Connect Back-Channel Logout 1.0, 2.5), again when it is away. */
export function tellOfLogout(op: Op): Job {
  return {
    name: tellLogout,
    retries: 8,
    async run(payload) {
      const { clientId, accountId, sid } = payload as Told;
      const provider = await op.provider();
      const client = await provider.Client.find(clientId);
      if (client?.backchannelLogoutUri === undefined) return;
      await (client as unknown as Informed).backchannelLogout(accountId, sid);
    },
  };
}

/** What the library's types leave out. */
interface Informed {
  backchannelLogout(accountId: string, sid: string): Promise<void>;
}
