const width = 100;

/**
 * JSON as the bundles in `procedures/` are written, so that an edit changes few lines: what fits on a line of 100 signs
 * stands on it, everything else is opened up by two spaces.
 */
export function writeJson(value: unknown): string {
  return `${print(value, '', 0)}\n`;
}

/** `room` is what follows on the same line: a comma. */
function print(value: unknown, indent: string, used: number): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const flat = onOneLine(value);
  const fits = indent.length + used + flat.length <= width;
  if (indent !== '' && fits && !holdsRows(value)) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every((item) => typeof item === 'number'))
      return `[\n${filled(value, inner)}\n${indent}]`;
    const items = value.map((item) => `${inner}${print(item, inner, 1)}`);
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const members = entriesOf(value).map(([name, member]) => {
    const label = `${JSON.stringify(name)}: `;
    return `${inner}${label}${print(member, inner, label.length + 1)}`;
  });
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

/** Several objects of several members each stand one to a line, like rows of a table. */
function holdsRows(value: object): boolean {
  return (
    Array.isArray(value) &&
    value.length > 1 &&
    value.every((item) => item !== null && typeof item === 'object' && Object.keys(item).length > 1)
  );
}

/** Numbers follow each other, as many as a line takes. */
function filled(numbers: readonly number[], indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const [at, number] of numbers.entries()) {
    const written = `${number}${at === numbers.length - 1 ? '' : ','}`;
    if (line !== indent && line.length + 1 + written.length > width) {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? written : ` ${written}`;
  }
  return [...lines, line].join('\n');
}

function onOneLine(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const members = entriesOf(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${onOneLine(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}
