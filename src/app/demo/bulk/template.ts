import type { Life } from './life.ts';

/** A place in a text that differs from life to life; gives what stands there, escaped as JSON text where needed. */
export type Slot = (life: Life) => string;

/** A text with slots between its parts. */
export type Template = readonly (string | Slot)[];

/** Markers from the private use area: nothing that people write contains them. */
const open = '\ue000';
const close = '\ue001';
const raw = 'R';

/** Collects the slots of one course while its rows are turned into templates. */
export class Slots {
  readonly #slots: Slot[] = [];
  readonly #needles = new Map<string, string>();

  /** A marker inside of a JSON string. */
  text(slot: Slot): string {
    this.#slots.push(slot);
    return `${open}${this.#slots.length - 1}${close}`;
  }

  /** A marker that takes the place of a whole JSON value. */
  value(slot: Slot): string {
    this.#slots.push(slot);
    return `${open}${raw}${this.#slots.length - 1}${close}`;
  }

  /** From now on this text, wherever it stands, is what the slot gives. The first slot of a text stays. */
  everywhere(needle: string, slot: Slot): void {
    if (needle !== '' && !this.#needles.has(needle)) this.#needles.set(needle, this.text(slot));
  }

  /** Turns a row, in which markers stand already, into a template. */
  compile(row: unknown): Template {
    let text = JSON.stringify(row);
    for (const [needle, marker] of [...this.#needles].toSorted(([a], [b]) => b.length - a.length)) {
      text = text.replaceAll(JSON.stringify(needle).slice(1, -1), marker);
    }
    const parts = text.split(new RegExp(`("?${open}${raw}?\\d+${close}"?)`));
    return joined(parts.map((part) => this.#slotOf(part) ?? part));
  }

  #slotOf(part: string): Slot | string | undefined {
    const [, before, kind, index, after] =
      new RegExp(`^("?)${open}(${raw}?)(\\d+)${close}("?)$`).exec(part) ?? [];
    if (index === undefined) return undefined;
    const slot = this.#slots[Number(index)]!;
    if (kind === raw) return slot;
    return before === '' && after === '' ? slot : (life) => `${before}${slot(life)}${after}`;
  }
}

function joined(parts: readonly (string | Slot)[]): Template {
  return parts.filter((part) => part !== '');
}

/** The text of a life. */
export function render(template: Template, life: Life): string {
  let text = '';
  for (const part of template) text += typeof part === 'string' ? part : part(life);
  return text;
}

/** A text as it stands inside of a JSON string. */
export function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
