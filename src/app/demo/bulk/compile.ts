import { sealCell } from '#/platform/vault/index.ts';
import { dayOf } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { codeOf, dayLater, entryText, idOf, secretOf, type Life } from './life.ts';
import { ownColumns } from './own-columns.ts';
import type { Recording } from './recording.ts';
import { bytea, sealedIn, tableNames, type Row, type Rows, type TableName } from './tables.ts';
import { escaped, render, Slots, type Slot, type Template } from './template.ts';
import type { Clocks } from './timeline.ts';

/** The rows of one table, as templates. */
export type TableTemplate = readonly [table: TableName, rows: readonly Template[]];

/** Gives the templates of a recording's rows after so many moves. */
export type Compiler = (rows: Rows, at: number) => readonly TableTemplate[];

/**
 * Finds out what in the rows of a recording belongs to this one dossier, and makes slots of it: its instants, due
 * dates, ids, codes, numbers, names and answers. Everything else is the same for all that take this course.
 */
export function compilerOf(
  recording: Recording,
  clocks: readonly Clocks[],
  constants: ReadonlySet<string>,
  [national, legacy]: readonly [national: string, legacy: string | null],
): Compiler {
  const { times, applicant } = recording;
  const slots = new Slots();
  const code = made('code', (life) =>
    codeOf(national, dayOf(life.times[0]!), numberOf('dossier', national)(life)),
  );
  const legacyCode = made('legacy code', (life) =>
    legacy === null ? '' : codeOf(legacy, dayOf(life.times[0]!), numberOf('dossier', legacy)(life)),
  );
  const columns = ownColumns({ slots, code, legacyCode, numberOf, placeOf });
  recogniseNames();
  recogniseTimes();
  recogniseNumbers();
  return (rows, at) =>
    tableNames.map(
      (table) => [table, rows[table].map((row) => templateOf(table, row, at))] as const,
    );

  function templateOf(table: TableName, row: Row, at: number): Template {
    const own = known({ ...row, ...columns[table]?.(row, at) });
    for (const id of JSON.stringify(own).match(uuids) ?? []) {
      if (!constants.has(id))
        slots.everywhere(
          id,
          made(id, ({ times: [at], random }) => idOf(at!, random)),
        );
    }
    return explained(table, { ...own, ...sealedOf(table, own) });
  }

  function explained(table: TableName, what: unknown): Template {
    const template = slots.compile(what);
    const left = template.find((part) => typeof part === 'string' && instants.test(part));
    if (left !== undefined)
      throw new Error(`an instant in ${table} cannot be explained: ${String(left)}`);
    return template;
  }

  /** What is sealed is put into words for itself and then sealed under the key of whose life it is. */
  function sealedOf(table: TableName, own: Row): Row {
    const columns = sealedIn(table).filter(({ column }) => own[column] !== undefined);
    return Object.fromEntries(
      columns.map(({ column, key }) => {
        const content = explained(table, own[column]);
        const name = explained(table, key.map((each) => String(own[each])).join('/'));
        const place = `${table}.${column}`;
        const cell: Slot = (life) => {
          const row = JSON.parse(render(name, life)) as string;
          return JSON.stringify(bytea(sealCell(life.key, place, row, render(content, life))));
        };
        return [column, slots.value(cell)];
      }),
    );
  }

  function recogniseNames(): void {
    const first = recording.rows[0]!['dossier.dossier'][0]!;
    const { abstract } = first['label'] as { readonly abstract: string };
    slots.everywhere(first['code'] as string, code);
    slots.everywhere((first['legacy_code'] as string | null) ?? '', legacyCode);
    slots.everywhere(
      first['tracking_secret'] as string,
      made('secret', ({ random }) => secretOf(8, random)),
    );
    slots.everywhere(abstract, (life) => escaped(life.abstract));
    slots.everywhere(applicant.name, (life) => escaped(life.applicantName));
    slots.everywhere(applicant.accountId, (life) => life.accountId);
    slots.everywhere(applicant.personId, (life) => life.personId);
  }

  /** Instants as PostgreSQL and as JSON write them, and due dates as people read them. */
  function recogniseTimes(): void {
    for (const [place, time] of times.entries()) {
      const instant: Slot = (life) => life.instants[place]!;
      slots.everywhere(time.toISOString(), instant);
      slots.everywhere(time.toISOString().replace('Z', '+00:00'), instant);
      // Until when the applicant checks a draft that was sent then.
      slots.everywhere(formatInstant(dayLater(time)), (life) =>
        formatInstant(dayLater(life.times[place]!)),
      );
    }
    for (const [place, each] of clocks.entries()) {
      for (const name of ['dueAt', 'reappointedAt'] as const) {
        const due = each[name];
        if (due)
          slots.everywhere(formatInstant(due), (life) => formatInstant(life.clocks[place]![name]!));
      }
    }
  }

  function recogniseNumbers(): void {
    for (const entry of recording.rows.at(-1)!['registry.entry']) {
      const number = numberOf(entry['book'] as string, entry['unit_id'] as string);
      const symbol = entry['symbol'] as string;
      slots.everywhere(entryText(entry['number'] as number, symbol), (life) =>
        escaped(entryText(number(life), symbol)),
      );
    }
  }

  function numberOf(book: string, scope: string): (life: Life) => number {
    const place = recording.takes.findIndex((take) => take.book === book && take.scope === scope);
    if (place < 0) throw new Error(`no move took a number of ${book} ${scope}`);
    return (life) => life.numbers[place]!;
  }

  function placeOf(at: string): number {
    return times.findIndex((time) => time.getTime() === Date.parse(at));
  }
}

/** Columns that are not named are null: less to read for the database. */
function known(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

/** A slot whose text is made once in a life. */
function made(key: string, make: Slot): Slot {
  return (life) => {
    let text = life.made.get(key);
    if (text === undefined) life.made.set(key, (text = make(life)));
    return text;
  };
}

const uuids = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const instants = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
