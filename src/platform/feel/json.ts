import { text } from '#/values/text.ts';

import { FeelFault } from './fault.ts';
import { formatValue } from './format.ts';
import { tidyName } from './name.ts';
import { FeelNumber, number } from './number.ts';
import { readDate, readDateTime } from './temporal/read.ts';
import type { FeelDate, FeelDateTime } from './temporal/moment.ts';
import { FeelObject, isList, newContext } from './value.ts';
import type { FeelContext, FeelValue } from './value.ts';

const DEPTH_BOUND = 100;

/**
 * A JSON value as FEEL sees it: numbers become decimals, texts and names NFC; dates are not guessed.
 * FEEL values inside pass as they are; undefined and what is no number become null.
 */
export function toFeel(json: Readonly<Record<string, unknown>>): FeelContext;
export function toFeel(json: unknown): FeelValue;
export function toFeel(json: unknown): FeelValue {
  return convert(json, 0);
}

function convert(json: unknown, depth: number): FeelValue {
  if (depth > DEPTH_BOUND) throw tooDeep();
  if (typeof json === 'string') return json.normalize('NFC');
  if (typeof json === 'boolean') return json;
  if (typeof json === 'number') return Number.isFinite(json) ? new FeelNumber(json) : null;
  if (typeof json === 'bigint') return number(json.toString());
  if (typeof json !== 'object') return null;
  if (json === null || json instanceof FeelObject || json instanceof FeelNumber) return json;
  if (Array.isArray(json)) return json.map((item) => convert(item, depth + 1));
  const context = newContext();
  for (const [name, value] of Object.entries(json))
    context[tidyName(name)] = convert(value, depth + 1);
  return context;
}

/**
 * A FEEL value as JSON. Numbers that a double holds exactly as they are written (up to 15 digits always) stay
 * numbers, others become texts; dates, times and durations their ISO form; functions null.
 */
export function fromFeel(value: FeelValue): unknown {
  return plain(value, 0);
}

function plain(value: FeelValue, depth: number): unknown {
  if (depth > DEPTH_BOUND) throw tooDeep();
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof FeelNumber) {
    // A double is written by the shortest decimal that means it: only the same decimal may become one.
    const near = value.toNumber() + 0;
    return value.eq(near) ? near : value.toString();
  }
  if (value instanceof FeelObject) return value.kind === 'function' ? null : formatValue(value);
  if (isList(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, plain(item, depth + 1)]),
  );
}

function tooDeep(): FeelFault {
  return new FeelFault(text('Dữ liệu lồng nhau quá sâu.', 'The data is nested too deeply.'));
}

/** The FEEL date of a day YYYY-MM-DD. */
export function feelDate(day: string): FeelDate {
  return must(readDate(day), day);
}

/** The FEEL date and time of an ISO 8601 text; seconds may be left out. */
export function feelDateTime(iso: string): FeelDateTime {
  return must(readDateTime(iso.replace(/(T\d\d:\d\d)(?!:)/, '$1:00')), iso);
}

function must<Value>(value: Value | null, written: string): Value {
  if (value !== null) return value;
  throw new FeelFault(
    text(`“${written}” không phải ngày giờ đúng.`, `“${written}” is no valid date or time.`),
  );
}
