/** The log in files of one size: a timeline and a number (PostgreSQL 15, 30.6 WAL Internals). */
export interface Segments {
  readonly bytes: number;
}

const shape = /^[0-9A-F]{24}$/;

/** Whether a name is that of a segment, and not of a history or a half one. */
export function isSegment(name: string): boolean {
  return shape.test(name);
}

/** The number of a segment, counted from the beginning of the log. */
export function numberOf({ bytes }: Segments, name: string): number {
  const perLog = 0x1_0000_0000 / bytes;
  return Number.parseInt(name.slice(8, 16), 16) * perLog + Number.parseInt(name.slice(16), 16);
}

/** The segment in which a place of the log (`16/B374D848`) lies. */
export function numberAt({ bytes }: Segments, lsn: string): number {
  const [high = '0', low = '0'] = lsn.split('/');
  return (
    Number.parseInt(high, 16) * (0x1_0000_0000 / bytes) +
    Math.floor(Number.parseInt(low, 16) / bytes)
  );
}

/** The place at which a segment ends. */
export function endOf({ bytes }: Segments, name: string): string {
  const end = (numberOf({ bytes }, name) + 1) * bytes;
  const high = Math.floor(end / 0x1_0000_0000);
  return `${high.toString(16).toUpperCase()}/${(end % 0x1_0000_0000).toString(16).toUpperCase()}`;
}

/** What follows a number without a gap, in order, on one timeline. */
export function unbroken<T extends { readonly name: string }>(
  segments: Segments,
  all: Iterable<T>,
  from: number,
  timeline: number,
): T[] {
  const own = [...all].filter(({ name }) => Number.parseInt(name.slice(0, 8), 16) === timeline);
  const byNumber = new Map(own.map((one) => [numberOf(segments, one.name), one]));
  const found: T[] = [];
  for (let number = from; byNumber.has(number); number += 1) found.push(byNumber.get(number)!);
  return found;
}
