import type { ZaloSettings } from '#/platform/config/index.ts';
import { call, outcomeOfCall } from './call.ts';
import type { Channel, Outcome } from './channel.ts';

/** Keeps the token that renews the others: each works once, so whoever renewed must tell all workers. */
export interface TokenKeeper {
  /** Renews under a lock: `renew` gets the last kept renewal token (undefined: none yet) and gives the next one. */
  renew<T extends { readonly refreshToken: string }>(
    work: (kept: string | undefined) => Promise<T | undefined>,
  ): Promise<T | undefined>;
}

interface AccessToken {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly endsAt: number;
}

/** Codes of Zalo for tokens that are no longer good, and for limits. */
const badToken: ReadonlySet<number> = new Set([-124, -216]);
const limited: ReadonlySet<number> = new Set([-32, -144, -147, -211]);
/** The number has no Zalo, or its owner takes nothing of us. */
const unreachable: ReadonlySet<number> = new Set([-114, -118, -119, -131]);

/** Zalo Notification Service: templates that Zalo has approved, to the number of a phone. */
export function zaloChannel(settings: ZaloSettings, keeper: TokenKeeper): Channel {
  let token: AccessToken | undefined;

  async function tokenOf(): Promise<string | undefined> {
    if (token && token.endsAt > Date.now() + 60_000) return token.accessToken;
    token = await keeper.renew((kept) => renewed(settings, kept ?? settings.refreshToken));
    return token?.accessToken;
  }

  return {
    name: 'zns',
    async send({ id, to, composed }): Promise<Outcome> {
      if (!composed.zalo) return { kind: 'refused', code: 'no template' };
      const accessToken = await tokenOf();
      if (accessToken === undefined) return { kind: 'later', code: 'token', isAway: true };
      const called = await call(
        settings.messageUrl,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', access_token: accessToken },
          body: JSON.stringify({
            phone: to.replace(/^\+/, ''),
            template_id: composed.zalo.id,
            template_data: composed.zalo.params,
            tracking_id: id,
          }),
        },
        settings.timeoutMs,
      );
      const outcome = outcomeOfCall(called, false);
      if (outcome.kind !== 'sent' || 'fault' in called) return outcome;
      return outcomeOfAnswer(called.json, () => (token = undefined));
    },
    close: async () => undefined,
  };
}

/** Zalo answers 200 and says in the body how it went. */
function outcomeOfAnswer(json: unknown, forgetToken: () => void): Outcome {
  const { error, data } = (json ?? {}) as { error?: unknown; data?: { msg_id?: unknown } };
  if (error === 0) {
    const ref = data?.msg_id;
    return { kind: 'sent', ref: typeof ref === 'string' ? ref.slice(0, 100) : null };
  }
  if (typeof error !== 'number') return { kind: 'unknown', code: 'answer' };
  const code = `Zalo ${error}`;
  if (badToken.has(error)) {
    forgetToken();
    return { kind: 'later', code };
  }
  if (limited.has(error)) return { kind: 'later', code, afterMs: 60_000 };
  return { kind: 'refused', code, isAddressDead: unreachable.has(error) };
}

async function renewed(
  { appId, secret, tokenUrl, timeoutMs }: ZaloSettings,
  refreshToken: string,
): Promise<AccessToken | undefined> {
  const called = await call(
    tokenUrl,
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: secret },
      body: new URLSearchParams({
        app_id: appId,
        refresh_token: refreshToken,
        grant_type: 'refresh_token',
      }).toString(),
    },
    timeoutMs,
  );
  if ('fault' in called) return undefined;
  const answer = (called.json ?? {}) as Readonly<Record<string, unknown>>;
  const { access_token: accessToken, refresh_token: next, expires_in: seconds } = answer;
  if (typeof accessToken !== 'string' || typeof next !== 'string') return undefined;
  return { accessToken, refreshToken: next, endsAt: Date.now() + Number(seconds ?? 3600) * 1000 };
}
