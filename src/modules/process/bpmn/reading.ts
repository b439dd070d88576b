import type { ModdleElement } from 'bpmn-moddle';
import type { Text } from '#/values/text.ts';
import type { ExpressionReader } from './expression.ts';
import type { Fault } from './fault.ts';

/** What the readers of one model work with: where faults go and how expressions are compiled. */
export interface Reading {
  readonly faults: Fault[];
  readonly expressions: ExpressionReader;
  /** What stands before the ids of elements of the part that is read. */
  readonly prefix: string;
}

/** The elements of a list property. */
export function list(value: unknown): readonly ModdleElement[] {
  return Array.isArray(value) ? (value as ModdleElement[]) : [];
}

/** A text property without surrounding space; null when absent or empty. */
export function written(element: ModdleElement, property: string): string | null {
  const value = element.get(property);
  const trimmed = typeof value === 'string' ? value.trim().normalize('NFC') : '';
  return trimmed === '' ? null : trimmed;
}

/** What people call an element, in both languages; its id when it has no name. */
export function nameOf(element: ModdleElement): Text {
  const vi = written(element, 'name') ?? element.id ?? '';
  return { vi, en: written(element, 'cqs:nameEn') ?? vi };
}

/** The words of a space-separated list. */
export function words(element: ModdleElement, property: string): readonly string[] {
  return written(element, property)?.split(/\s+/) ?? [];
}
