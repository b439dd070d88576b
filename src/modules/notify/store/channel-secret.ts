import { sql } from 'kysely';
import { seal, unseal, type Keys } from '#/platform/crypto/index.ts';
import type { Database } from '#/platform/db/index.ts';
import type { TokenKeeper } from '../channels/zalo.ts';

/** Keeps the renewal token of a provider, sealed under a key of the installation; renewing is done by one at a time. */
export function tokenKeeper(
  { database, keys, clock }: { database: Database; keys: Keys; clock: { now(): Date } },
  name: string,
): TokenKeeper {
  const key = () => keys.derive('notify.channel-secret');
  return {
    renew: (work) =>
      database.transaction(async (tx) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${`notify token ${name}`}, 0))`.execute(
          tx,
        );
        const { rows } = await sql<{ sealed: Buffer }>`
          select sealed from notify.channel_secret where name = ${name}`.execute(tx);
        const renewed = await work(rows[0] && unseal(key(), rows[0].sealed, name));
        if (renewed)
          await sql`insert into notify.channel_secret (name, sealed, renewed_at)
            values (${name}, ${seal(key(), renewed.refreshToken, name)}, ${clock.now()})
            on conflict (name) do update set sealed = excluded.sealed, renewed_at = excluded.renewed_at`.execute(
            tx,
          );
        return renewed;
      }),
  };
}
