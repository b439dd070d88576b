import type { Services } from '#/platform/module.ts';
import type { Client } from '../client.ts';
import { findClient } from '../store/clients.ts';

/** How long a node may not have heard that a client was changed or ended. */
const memorySeconds = 2;
const most = 500;

/** Finds clients, those asked for a moment ago from memory: each token asks for its client several times. */
export function recentClients({ database }: Pick<Services, 'database'>) {
  const known = new Map<
    string,
    { readonly until: number; readonly client: Promise<Client | undefined> }
  >();
  return function find(id: string): Promise<Client | undefined> {
    const now = performance.now();
    const recent = known.get(id);
    if (recent && recent.until > now) return recent.client;
    const client = database.transaction((tx) => findClient(tx, id));
    // What failed is asked again.
    client.catch(() => known.delete(id));
    if (known.size >= most) known.clear();
    known.set(id, { until: now + memorySeconds * 1000, client });
    return client;
  };
}
