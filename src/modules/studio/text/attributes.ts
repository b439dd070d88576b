import { escaped, splice, type Span } from './spans.ts';

/**
 * The text with other attributes of one element: a value replaces the old one in its place, undefined takes the
 * attribute away, a new one comes behind the others. Everything else stays letter by letter.
 */
export function withAttributes(
  xml: string,
  span: Span,
  values: Readonly<Record<string, string | undefined>>,
): string {
  const changes: { from: number; to: number; text: string }[] = [];
  const fresh: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const old = span.attributes.get(name);
    if (old === undefined) {
      if (value !== undefined) fresh.push(` ${name}="${escaped(value)}"`);
    } else if (value === undefined) {
      changes.push({ from: old.start, to: old.to + 1, text: '' });
    } else if (value !== old.value) {
      changes.push({ from: old.from, to: old.to, text: escaped(value) });
    }
  }
  if (fresh.length > 0) {
    const ends = [...span.attributes.values()].map(({ to }) => to + 1);
    const at = Math.max(span.from + 1 + span.name.length, ...ends);
    changes.push({ from: at, to: at, text: fresh.join('') });
  }
  return splice(xml, changes);
}
