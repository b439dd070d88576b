import { raw, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';

/** It says anew each day that it is still true; RFC 9116, 2.5.5, wants less than a year. */
const validDays = 180;

/** Tells who finds a hole where to report it (RFC 9116). */
export function securityTextRoute({ config, clock }: Pick<Services, 'config' | 'clock'>): Route {
  return raw('GET', '/.well-known/security.txt', ['anyone'], async (_request, reply) => {
    const today = Math.floor(clock.now().getTime() / 86_400_000);
    const expires = new Date((today + validDays) * 86_400_000).toISOString().replace('.000', '');
    const lines = [
      `Contact: ${config.securityContact ?? `${config.publicUrl}/tro-giup`}`,
      `Expires: ${expires}`,
      'Preferred-Languages: vi, en',
      `Canonical: ${config.publicUrl}/.well-known/security.txt`,
      '',
    ];
    return reply.type('text/plain; charset=utf-8').send(lines.join('\n'));
  });
}
