import { parse } from 'node:querystring';
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';

/** The largest body that is read whole. Papers come in by routes that stream. */
export const bodyLimit = 1_048_576;

/** Deeper JSON is nobody's form: it only serves to exhaust whoever walks through it. */
const deepest = 40;

/** More fields than any form has. */
const mostFields = 10_000;

/** The sender's fault: what was sent cannot be read. */
class Malformed extends Error {
  readonly statusCode = 400;
}

/**
 * Reads forms and JSON, the only bodies that pages and the API take. NUL, which PostgreSQL stores nowhere, is dropped
 * from forms; in JSON it is refused, and so are lone surrogates and too much depth.
 */
export async function readBodies(server: FastifyInstance): Promise<void> {
  await server.register(formbody, { bodyLimit, parser: readForm });
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body.toString();
    if (depthOf(text) > deepest) return done(new Malformed('JSON is too deep'));
    void parseJson(request, text, (error, json: unknown) => {
      if (error) return done(error);
      if (text.includes('\\u') && !isStorable(json)) return done(new Malformed('unusable text'));
      done(null, json);
    });
  });
}

/** Refuses an address with NUL in its path: no name of ours holds one, and PostgreSQL takes none. */
export function readAddress(url: string): void {
  if (url.split('?', 1)[0]!.includes('%00')) throw new Malformed('NUL in the address');
}

/** A query or a form: names and texts, without NUL. */
export function readForm(text: string): Record<string, unknown> {
  return parse(text.replaceAll('%00', ''), '&', '=', { maxKeys: mostFields });
}

/** How deep brackets nest in a JSON text; brackets inside of strings do not count. */
function depthOf(text: string): number {
  let [depth, most, isInString] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (isInString) {
      if (letter === '\\') at += 1;
      else if (letter === '"') isInString = false;
    } else if (letter === '"') isInString = true;
    else if (letter === '{' || letter === '[') most = Math.max(most, (depth += 1));
    else if (letter === '}' || letter === ']') depth -= 1;
  }
  return most;
}

/** Whether every text in it can be stored. */
function isStorable(json: unknown): boolean {
  if (typeof json === 'string') return !json.includes('\0') && json.isWellFormed();
  if (typeof json !== 'object' || json === null) return true;
  return Object.entries(json).every(([name, value]) => isStorable(name) && isStorable(value));
}
