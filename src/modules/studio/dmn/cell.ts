import { compileExpression, compileUnaryTests, FeelFault } from '#/platform/feel/index.ts';
import { findDay, formatDay, parseDay } from '#/values/day.ts';
import { text, type Text } from '#/values/text.ts';
import { feelWords } from '../sentence/condition-form.ts';
import { readLiteral } from '../sentence/read-sentence.ts';

/** What a cell of a decision table may name, and the answers that its column offers. */
export interface CellScope {
  readonly names: readonly string[];
  /** Values of a choice: typed as they are, without quotation marks. */
  readonly options: readonly string[];
  /** A test is held against the column; a result is worked out. */
  readonly is: 'test' | 'result';
}

export type ReadCell = { readonly feel: string } | { readonly wrong: Text };

const negation = 'không phải ';

/**
 * Reads a cell as officials type it: words without quotation marks are texts, days are written 31/12/2026, several
 * answers of a choice are parted by commas, "không phải …" negates, and everything else is FEEL.
 */
export function readCell(typed: string, scope: CellScope): ReadCell {
  const written = typed.normalize('NFC').trim();
  if (written === '' || written === '-') {
    if (scope.is === 'test') return { feel: '-' };
    return { wrong: text('Nhập giá trị của ô này', 'Enter the value of this cell') };
  }
  if (scope.options.includes(written)) return { feel: JSON.stringify(written) };
  if (scope.is === 'test' && written.toLowerCase().startsWith(negation)) {
    const inner = readCell(written.slice(negation.length), scope);
    return 'feel' in inner ? { feel: `not(${inner.feel})` } : inner;
  }
  const parts = written.split(/\s*[,;]\s*/);
  if (
    scope.is === 'test' &&
    parts.length > 1 &&
    parts.every((part) => scope.options.includes(part))
  ) {
    return { feel: parts.map((part) => JSON.stringify(part)).join(', ') };
  }
  const feel = written.replace(
    /(?<![\d/"])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/"])/g,
    (whole, day: string, month: string, year: string) => {
      const found = findDay(Number(year), Number(month), Number(day));
      return found === undefined ? whole : `date("${found}")`;
    },
  );
  const fault = faultOf(feel, scope);
  if (fault === undefined) return { feel };
  return isPlain(written) ? { feel: JSON.stringify(written) } : { wrong: feelWords(fault) };
}

/** Words that nobody would take for an expression. */
function isPlain(written: string): boolean {
  return /^[\p{L}\p{N}][^"<>=[\]{}+*?]*$/u.test(written);
}

function faultOf(feel: string, { is, names }: CellScope): FeelFault | undefined {
  try {
    if (is === 'test') compileUnaryTests(feel, names);
    else compileExpression(feel, names);
    return undefined;
  } catch (error) {
    if (error instanceof FeelFault) return error;
    throw error;
  }
}

/** A cell as officials type it; FEEL itself where that would not be read back as the same. */
export function tellCell(feel: string, scope: CellScope): string {
  const told = tell(feel.trim());
  const read = readCell(told, scope);
  return 'feel' in read && read.feel === feel ? told : feel;
}

function tell(feel: string): string {
  const literal = readLiteral(feel);
  if (literal?.type === 'text') return literal.text;
  const negated = /^not\((.*)\)$/s.exec(feel)?.[1];
  if (negated !== undefined) return `${negation}${tell(negated)}`;
  const parts = feel.split(', ').map(readLiteral);
  if (parts.length > 1 && parts.every((part) => part?.type === 'text')) {
    return parts.map((part) => part!.text).join(', ');
  }
  return feel.replace(/date\("(\d{4}-\d{2}-\d{2})"\)/g, (whole, written: string) => {
    const day = parseDay(written);
    return day === undefined ? whole : formatDay(day);
  });
}
