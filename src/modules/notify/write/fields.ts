/** A place in a template: `((name))`, or `((name??words))` which shows the words when the field says yes. */
const place = /\(\(([^()?]{1,80})(?:\?\?([^()]{0,2000}))?\)\)/gu;

/** What is put into the places of a template. */
export type Values = Readonly<Record<string, string>>;

/** The names of the fields of a template, each once. */
export function fieldsOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(place)].map(([, name]) => name!.trim()))];
}

/** Puts values in, each through `written`, which escapes for where it is put. Names do not mind case and blanks. */
export function putIn(
  template: string,
  values: Values,
  written: (value: string, name: string) => string = plain,
): string {
  const known = new Map(Object.entries(values).map(([name, value]) => [keyOf(name), value]));
  return template.replace(place, (whole, name: string, words: string | undefined) => {
    const value = known.get(keyOf(name));
    if (value === undefined) return whole;
    if (words === undefined) return written(value, name.trim());
    return isYes(value) ? words : '';
  });
}

/** Fields of the template that nobody gave a value. */
export function missingOf(template: string, values: Values): readonly string[] {
  const known = new Set(Object.keys(values).map(keyOf));
  return fieldsOf(template).filter((name) => !known.has(keyOf(name)));
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

function isYes(value: string): boolean {
  return ['yes', 'y', 'true', 't', '1', 'include', 'show'].includes(value.trim().toLowerCase());
}

/** No control characters: they could end a line of a header or of a protocol. */
function plain(value: string): string {
  return value.replace(/[^\P{Cc}\n\t]/gu, '');
}
