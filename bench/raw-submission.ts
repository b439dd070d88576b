import pg from 'pg';
import { newId } from '#/values/id.ts';

/** The statements that write what one submission leaves behind, and nothing else. */
export interface RawSubmission {
  /** Writes it once, durably, in one transaction. */
  write(client: pg.Client): Promise<void>;
}

/** Tables in the order in which a submission writes them, with the column that leads to the dossier. */
const tables = [
  ['process.instance', 'subject'],
  ['process.token', 'subject'],
  ['process.step', 'instance_id'],
  // Here the numbers are drawn, and all others wait until the transaction ends.
  ['dossier.dossier', 'id'],
  ['dossier.act', 'dossier_id'],
  ['ledger.pending', 'subject'],
  ['notify.notice', 'key'],
] as const;

interface Writing {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Reads what a real submission wrote and makes prepared statements that write the same with new ids and codes. */
export async function rawSubmissionOf(
  client: pg.Client,
  dossierId: string,
): Promise<RawSubmission> {
  const { rows } = await client.query<{
    instance_id: string;
    code: string;
    legacy_code: string | null;
  }>('select instance_id, code, legacy_code from dossier.dossier where id = $1', [dossierId]);
  const { instance_id: instance, code, legacy_code: legacy } = rows[0]!;
  const writings: Writing[] = [];
  for (const [table, column] of tables) {
    const key = column === 'instance_id' ? instance : dossierId;
    const where = column === 'key' ? `starts_with(key, $1::text)` : `${column} = $1::uuid`;
    const found = await client.query<Record<string, unknown>>(
      `select * from ${table} where ${where}`,
      [key],
    );
    for (const row of found.rows) writings.push(writingOf(table, row, found.fields));
  }
  const units = [code, legacy].flatMap((one) =>
    one === null ? [] : [one.replace(/-\d+-\d+$/, '')],
  );
  let written = 0;
  return {
    async write(writer) {
      written += 1;
      const place = written;
      const ids = new Map([dossierId, instance].map((id) => [id, newId()]));
      await writer.query('begin');
      await writer.query({
        name: 'draft',
        text: 'select id from dossier.draft where id = $1 for update',
        values: [newId()],
      });
      for (const writing of writings) {
        if (writing.name === 'dossier.dossier') await drawNumbers(writer, units);
        const values = writing.values.map((value) => renewed(value, ids, place));
        await writer.query({ ...writing, values });
      }
      await writer.query({
        name: 'end',
        text: 'update dossier.draft set ended_at = now() where id = $1',
        values: [newId()],
      });
      await writer.query('commit');
    },
  };

  /** New ids for the old ones and new codes; everything else is as it was. */
  function renewed(value: unknown, ids: ReadonlyMap<string, string>, place: number): unknown {
    if (typeof value !== 'string') return value;
    if (value === code) return `R01.1-20260101-${String(place).padStart(7, '0')}`;
    if (value === legacy) return `R01.2-20260101-${String(place).padStart(7, '0')}`;
    if (value.startsWith(`${dossierId} `)) return value.replace(dossierId, ids.get(dossierId)!);
    return ids.get(value) ?? value;
  }
}

async function drawNumbers(writer: pg.Client, units: readonly string[]): Promise<void> {
  await writer.query({
    name: 'numbers',
    text: `insert into registry.counter as counter (book, scope, period, last)
      select 'raw', unit, '2026-01-01', 1 from unnest($1::text[]) as drawn (unit)
      on conflict (book, scope, period) do update set last = counter.last + 1 returning last`,
    values: [units],
  });
}

/** An insert with all columns; identity columns make their own values, and a row's own id is made anew. */
function writingOf(
  table: string,
  row: Readonly<Record<string, unknown>>,
  fields: readonly pg.FieldDef[],
): Writing {
  const isOwnId = (name: string) => name === 'id' && table === 'notify.notice';
  const used = fields.filter(
    ({ name }) => !(table === 'ledger.pending' && name === 'seq') && !isOwnId(name),
  );
  const ownId = fields.some(({ name }) => isOwnId(name))
    ? { columns: 'id, ', values: 'gen_random_uuid(), ' }
    : { columns: '', values: '' };
  const columns = used.map(({ name }) => name).join(', ');
  const places = used.map((_, index) => `$${index + 1}`).join(', ');
  const values = used.map(({ name }) => jsonText(row[name]));
  return {
    name: table,
    text: `insert into ${table} (${ownId.columns}${columns}) values (${ownId.values}${places})`,
    values,
  };
}

/** Objects are columns of JSON: as text they are sent as the program sends them. */
function jsonText(value: unknown): unknown {
  const isJson =
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Date) &&
    !Buffer.isBuffer(value);
  return isJson && !isIdList(value) ? JSON.stringify(value) : value;
}

function isIdList(value: object): boolean {
  return (
    Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number')
  );
}
