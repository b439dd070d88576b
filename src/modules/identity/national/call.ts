import { ProviderAway } from './breaker.ts';

/** Longest answer that is read. */
const longest = 64 * 1024;

/**
 * Asks a provider: with an end to waiting, no redirects (they would lead the code elsewhere) and a bounded answer.
 * Undefined when it answers that it will not.
 * @throws ProviderAway when it does not answer, or only that it cannot.
 */
export async function call(
  address: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<string | undefined> {
  let response: Response;
  let body: string;
  try {
    response = await fetch(address, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    body = await bounded(response);
  } catch (error) {
    // Without its cause: that could hold the address with its code.
    throw new ProviderAway(error instanceof Error ? error.name : 'no answer');
  }
  if (response.status >= 500 || response.status === 429)
    throw new ProviderAway(String(response.status));
  return response.ok ? body : undefined;
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
