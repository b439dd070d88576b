import type { Text } from '#/values/text.ts';
import { type Fault, fault } from './fault.ts';
import type { Expression, Vars } from './graph.ts';

/** Compiles an expression over the given names; throws an Error that says what is wrong with it. */
export type Language = (text: string, names: readonly string[]) => (vars: Vars) => unknown;

const longest = 2_000;

/** Compiles the expressions of one model and keeps what is wrong with them. */
export interface ExpressionReader {
  /** Null for an absent or faulty expression; the fault is kept under the element. */
  read(written: unknown, element: string): Expression | null;
}

/** Reads expressions in one language over the variables of one process. */
export function expressionReader(
  language: Language,
  names: readonly string[],
  faults: Fault[],
): ExpressionReader {
  return {
    read(written, element) {
      const body = typeof written === 'string' ? written.trim().replace(/^=/, '').trim() : '';
      if (body === '') return null;
      if (body.length > longest) {
        faults.push(
          fault(
            element,
            `Biểu thức dài quá ${longest} ký tự`,
            `The expression is longer than ${longest} characters`,
          ),
        );
        return null;
      }
      try {
        return { text: body, evaluate: language(body, names) };
      } catch (cause) {
        const reason = reasonOf(cause);
        faults.push(
          fault(
            element,
            `Biểu thức “${body}” sai: ${reason.vi}`,
            `The expression "${body}" is wrong: ${reason.en}`,
          ),
        );
        return null;
      }
    },
  };
}

function reasonOf(cause: unknown): Text {
  const words = (cause as { words?: Text }).words;
  const message = cause instanceof Error ? cause.message : String(cause);
  return words ?? { vi: message, en: message };
}
