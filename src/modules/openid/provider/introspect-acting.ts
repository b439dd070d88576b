import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Services } from '#/platform/module.ts';
import type { Ports } from '../ports.ts';
import { namesFor, overMandate, type Granted } from './acting.ts';

/**
 * Says at introspection (RFC 7662) who acts for whom, as tokens do (RFC 8693, 4.1); a token whose mandate has ended is
 * active no more.
 */
export function introspectActing(
  services: Pick<Services, 'database' | 'keys' | 'clock'>,
  ports: Ports,
) {
  const names = namesFor(services, ports);
  return async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
    await next();
    const told = ctx.body as { readonly active?: boolean } | undefined;
    if (ctx.oidc?.route !== 'introspection' || told?.active !== true) return;
    const { AccessToken, RefreshToken } = ctx.oidc.entities;
    const { accountId, clientId, grantId } = (AccessToken ??
      RefreshToken ??
      {}) as Partial<Granted>;
    if (accountId === undefined || clientId === undefined || grantId === undefined) return;
    const acting = await services.database.transaction((tx) =>
      names.acting(tx, { accountId, clientId, grantId }),
    );
    if (acting === overMandate) ctx.body = { active: false };
    else if (acting) ctx.body = { ...told, ...acting };
  };
}
