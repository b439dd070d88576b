import pg from 'pg';

/** What a cluster says of itself. */
export interface Cluster {
  readonly system: string;
  readonly timeline: number;
  readonly server: number;
  readonly segmentBytes: number;
}

/** Runs `work` on a connection of its own, outside of any transaction. */
export async function connected<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'chinh-quyen-so backup',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Of all processes one at a time writes to the lists of a place: this waits for its turn. */
export function alone<T>(url: string, work: () => Promise<T>): Promise<T> {
  return connected(url, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('cqs backup'))`);
    return work();
  });
}

export async function readCluster(client: pg.Client): Promise<Cluster> {
  const { rows } = await client.query<Cluster>(`
    select (select system_identifier::text from pg_control_system()) as system,
           (select timeline_id from pg_control_checkpoint()) as timeline,
           current_setting('server_version_num')::int / 10000 as server,
           (select setting::int from pg_settings where name = 'wal_segment_size') as "segmentBytes"`);
  return rows[0]!;
}
