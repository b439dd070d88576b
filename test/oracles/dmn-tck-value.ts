import { all, one } from '#/platform/dmn/element.ts';
import type { Element } from '#/platform/dmn/xml.ts';
import { equal } from '#/platform/feel/equal.ts';
import { FeelNumber } from '#/platform/feel/index.ts';
import type { FeelValue } from '#/platform/feel/index.ts';
import { tidyName } from '#/platform/feel/name.ts';
import { readDate, readDateTime, readDuration, readTime } from '#/platform/feel/temporal/read.ts';
import { isContext, isList, member, newContext } from '#/platform/feel/value.ts';

const NIL = 'xsi:nil';

/** The value that an inputNode, expected, item or component of a test case holds. */
export function readValue(holder: Element): FeelValue {
  const list = one(holder, 'list');
  if (list !== undefined)
    return list.attributes[NIL] === 'true' ? null : all(list, 'item').map(readValue);
  const components = all(holder, 'component');
  if (components.length > 0) {
    const made = newContext();
    for (const component of components)
      made[tidyName(component.attributes['name'] ?? '')] = readValue(component);
    return made;
  }
  const value = one(holder, 'value');
  return value === undefined || value.attributes[NIL] === 'true' ? null : readTyped(value);
}

function readTyped(value: Element): FeelValue {
  const written = value.text;
  const type = (value.attributes['xsi:type'] ?? 'xsd:string').replace(/^.*:/, '');
  switch (type) {
    case 'boolean':
      return written.trim() === 'true' || written.trim() === '1';
    case 'decimal':
    case 'double':
    case 'integer':
      return new FeelNumber(written.trim());
    case 'date':
      return readDate(written.trim());
    case 'time':
      return readTime(written.trim());
    case 'dateTime':
      return readDateTime(written.trim());
    case 'duration':
      return readDuration(written.trim());
    default:
      return written.normalize('NFC');
  }
}

const ROUNDED_PLACES = 8;
const TOLERANCE = '1e-8';

/** Whether a result is the expected one. Numbers must be exact, unless the expectation is itself a rounded double. */
export function matchesExpected(value: FeelValue, wanted: FeelValue): boolean {
  if (wanted instanceof FeelNumber && value instanceof FeelNumber) {
    if (wanted.eq(value)) return true;
    return wanted.decimalPlaces() >= ROUNDED_PLACES && wanted.minus(value).abs().lte(TOLERANCE);
  }
  if (isList(wanted)) {
    return (
      isList(value) &&
      value.length === wanted.length &&
      wanted.every((item, index) => matchesExpected(value[index] ?? null, item))
    );
  }
  if (isContext(wanted)) {
    if (!isContext(value)) return false;
    const names = Object.keys(wanted);
    return (
      names.length === Object.keys(value).length &&
      names.every(
        (name) =>
          Object.hasOwn(value, name) && matchesExpected(member(value, name), member(wanted, name)),
      )
    );
  }
  return equal(value, wanted) === true;
}
