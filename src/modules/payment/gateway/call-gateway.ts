import { GatewayAway, type Fields } from './gateway.ts';

const longest = 64 * 1024;
const timeoutMs = 10_000;

/** Posts fields as JSON: with an end to waiting, no redirects and a bounded answer. @throws GatewayAway */
export async function callGateway(address: string, fields: Fields): Promise<Fields> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(String(response.status));
    return fieldsOf(JSON.parse(await bounded(response)));
  } catch (error) {
    throw new GatewayAway(error instanceof Error ? error.message : 'no answer');
  }
}

/** The members of a JSON object that are texts or numbers, as texts. */
export function fieldsOf(json: unknown): Fields {
  if (typeof json !== 'object' || json === null) return {};
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
}

async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > longest) throw new Error('too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
