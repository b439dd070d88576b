/**
 * Where a text stops being JSON, as line and column from 1; undefined when it is only cut short. The parser of the
 * engine does not always tell the place, so the longest beginning that could still become JSON is looked for.
 */
export function faultPlace(
  json: string,
): { readonly line: number; readonly column: number } | undefined {
  if (couldGoOn(json)) return undefined;
  let [good, bad] = [0, json.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (couldGoOn(json.slice(0, middle))) good = middle;
    else bad = middle;
  }
  const before = json.slice(0, good).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, position] = /at position (\d+)/.exec(message) ?? [];
    if (position !== undefined && Number(position) >= beginning.length) return true;
    return /end of JSON|Unterminated/.test(message);
  }
}
