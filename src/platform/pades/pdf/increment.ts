import type { Pdf } from './open-pdf.ts';
import { writeValue } from './write.ts';

/** An update that leaves every byte of the file as it was (ISO 32000-2, 7.5.6). */
export interface Increment {
  /** A number for a new object. */
  reserve(): number;
  /** Writes an object: a new one, or a new state of an old one. */
  put(number: number, body: string | Uint8Array): void;
  /** The file with the update. */
  finish(): Buffer;
}

/** Begins an update. Its table is of the kind that the file has: a reader of the one need not know the other. */
export function beginIncrement(pdf: Pdf): Increment {
  let next = pdf.size;
  const objects = new Map<number, Uint8Array>();
  return {
    reserve: () => next++,
    put: (number, body) =>
      void objects.set(number, typeof body === 'string' ? Buffer.from(body, 'latin1') : body),
    finish,
  };

  function finish(): Buffer {
    const table = pdf.hasStreams ? next++ : undefined;
    const parts: Uint8Array[] = [pdf.bytes, Buffer.from('\n')];
    const places = new Map<number, number>();
    let at = pdf.bytes.length + 1;
    const add = (part: Uint8Array) => {
      parts.push(part);
      at += part.length;
    };
    for (const [number, body] of [...objects].toSorted(([one], [other]) => one - other)) {
      places.set(number, at);
      add(Buffer.from(`${number} 0 obj\n`));
      add(body);
      add(Buffer.from('\nendobj\n'));
    }
    const start = at;
    if (table !== undefined) places.set(table, at);
    add(table === undefined ? classicTable(places) : streamTable(table, places));
    add(Buffer.from(`startxref\n${start}\n%%EOF\n`));
    return Buffer.concat(parts);
  }

  function heads(): string {
    const kept = ['Root', 'Info', 'ID'].flatMap((key) => {
      const value = pdf.trailer.get(key);
      return value === undefined ? [] : [`/${key} ${writeValue(value)}`];
    });
    return `/Size ${next} ${kept.join(' ')} /Prev ${pdf.startxref}`;
  }

  function classicTable(places: ReadonlyMap<number, number>): Buffer {
    const rows = runsOf(places).map(
      (run) =>
        `${run[0]!} ${run.length}\n` +
        run.map((n) => `${String(places.get(n)).padStart(10, '0')} 00000 n \n`).join(''),
    );
    return Buffer.from(`xref\n${rows.join('')}trailer\n<<${heads()}>>\n`, 'latin1');
  }

  function streamTable(table: number, places: ReadonlyMap<number, number>): Buffer {
    const runs = runsOf(places);
    const rows = Buffer.concat(
      runs.flat().map((number) => {
        const row = Buffer.alloc(7);
        row[0] = 1;
        row.writeUInt32BE(places.get(number)!, 1);
        return row;
      }),
    );
    const index = runs.map((run) => `${run[0]!} ${run.length}`).join(' ');
    const dict = `/Type /XRef ${heads()} /W [1 4 2] /Index [${index}] /Length ${rows.length}`;
    return Buffer.concat([
      Buffer.from(`${table} 0 obj\n<<${dict}>>\nstream\n`, 'latin1'),
      rows,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
  }
}

function runsOf(places: ReadonlyMap<number, number>): number[][] {
  const runs: number[][] = [];
  for (const number of [...places.keys()].toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}
