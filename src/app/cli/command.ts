import type { ParseArgsOptionsConfig } from 'node:util';

/** Takes one line for the operator. */
export type Tell = (line: string) => void;

/** What was typed after a command, checked against its options. */
export interface Typed {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

/** One command of the operator's command line. */
export interface Command {
  /** As it is typed: `procedure import`. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What is typed after the name: `THƯ_MỤC…`. */
  readonly usage: string;
  readonly options?: ParseArgsOptionsConfig | undefined;
  /** One line for each option and each word, for the help. */
  readonly details?: readonly (readonly [what: string, words: string])[] | undefined;
  /** Fewest and most words. */
  readonly words?: readonly [fewest: number, most: number] | undefined;
  /** True when everything went well. @throws UsageFault when what was typed makes no sense */
  run(typed: Typed, tell: Tell): Promise<boolean>;
}

/** What was typed cannot be understood; `message` says how to type it. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}

/** The value of an option that is given once. */
export function textOption({ options }: Typed, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be given several times. */
export function listOption({ options }: Typed, name: string): string[] {
  const value = options[name];
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}

/** A whole number of an option, within bounds. @throws UsageFault when it is none */
export function numberOption(
  typed: Typed,
  name: string,
  bounds: { from: number; to: number; standard?: number },
): number {
  const text = textOption(typed, name);
  if (text === undefined && bounds.standard !== undefined) return bounds.standard;
  if (text === undefined) throw new UsageFault(`Thiếu --${name}, ví dụ --${name} ${bounds.from}.`);
  const number = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= bounds.from && number <= bounds.to) return number;
  const [from, to] = [bounds.from, bounds.to].map((bound) => bound.toLocaleString('vi'));
  throw new UsageFault(`--${name} phải là số nguyên từ ${from} đến ${to}, không phải "${text}".`);
}
