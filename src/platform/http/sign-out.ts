import type { FastifyInstance } from 'fastify';

/**
 * An answer that takes the session cookie away also empties what the browser kept of the pages (Clear-Site-Data), so that
 * the next person at a shared computer finds nothing by the back button. Choices of look and language stay.
 */
export function clearAtSignOut(server: FastifyInstance, session: string): void {
  const taken = `${session}=;`;
  server.addHook('onSend', async (_request, reply) => {
    const cookies = [reply.getHeader('set-cookie') ?? []].flat().map(String);
    if (!cookies.some((cookie) => cookie.startsWith(taken))) return;
    void reply.headers({ 'clear-site-data': '"cache", "storage"', 'cache-control': 'no-store' });
  });
}
