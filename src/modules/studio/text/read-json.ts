/** Deeper than any procedure goes, and shallow enough for everything that walks the value. */
const deepest = 100;

/** The value of a JSON text. Throws when the text is none, or is nested so deep that nobody may walk it. */
export function readJson(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError('the text is nested too deep');
  return JSON.parse(text.replace(/^\ufeff/, ''));
}

/** Whether lists and groups lie in each other too often; told without walking them. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at]!;
    if (sign === '"') at = endOfString(json, at);
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

function endOfString(json: string, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}
