import type { Outcome } from './channel.ts';

/** What an HTTP provider answered, or why nothing came. */
export type Called =
  | { readonly status: number; readonly json: unknown; readonly retryAfterMs: number | undefined }
  | { readonly fault: 'away' | 'silence'; readonly code: string };

/** Bodies of answers are small; a provider that sends more is not read on. */
const mostBytes = 100_000;

/** Sends one request. A connection that was refused sent nothing; one that broke may have. No redirect is followed. */
export async function call(url: string, init: RequestInit, timeoutMs: number): Promise<Called> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = (await response.text()).slice(0, mostBytes);
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      status: response.status,
      json: parsed(text),
      retryAfterMs: Number.isFinite(seconds)
        ? Math.min(3_600, Math.max(0, seconds)) * 1000
        : undefined,
    };
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code;
    const code = cause ?? (error as Error).name;
    return { fault: notSent.has(code) ? 'away' : 'silence', code };
  }
}

/** Faults before the first byte of the request. */
const notSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What a status of a provider means that knows a message again by its id, so that asking once more does no harm. */
export function outcomeOfCall(called: Called, isRepeatable: boolean): Outcome {
  if ('fault' in called) {
    const { code } = called;
    if (called.fault === 'away') return { kind: 'later', code, isAway: true };
    return isRepeatable ? { kind: 'later', code } : { kind: 'unknown', code };
  }
  const { status, retryAfterMs } = called;
  const code = `HTTP ${status}`;
  if (status < 300) return { kind: 'sent', ref: null };
  if (status === 429) return { kind: 'later', code, afterMs: retryAfterMs };
  if (status === 401 || status === 403) return { kind: 'later', code, isAway: true };
  if (status >= 500)
    return isRepeatable
      ? { kind: 'later', code, isAway: true, afterMs: retryAfterMs }
      : { kind: 'unknown', code };
  return { kind: 'refused', code };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
