import { signMessage, verifyMessage, type Message } from '#/platform/signatures/index.ts';
import type { OwnNode } from './node.ts';

/** Another installation, as a call needs it. */
export interface Called {
  readonly address: string;
  readonly publicKeys: ReadonlyMap<string, string>;
}

/** An answer that the other side has signed for this very request, or why there is none. */
export type Heard = { readonly status: number; readonly body: Buffer } | { readonly fault: string };

/**
 * Calls another installation by a signed request. Only an answer that it signed for this very request counts: whoever
 * stands between cannot speak for it. Never throws.
 */
export async function call(
  node: OwnNode,
  to: Called,
  request: { readonly path: string; readonly type: string; readonly body: Buffer<ArrayBuffer> },
  limits: { readonly bytes: number; readonly ms: number; readonly at: Date },
): Promise<Heard> {
  const targetUri = to.address + request.path;
  const plain = { method: 'POST', targetUri, body: request.body };
  const headers = signMessage(node.signer, plain, request.type, limits.at);
  const signed: Message = { ...plain, fields: { ...headers } };
  try {
    const response = await fetch(targetUri, {
      method: 'POST',
      headers: { ...headers, accept: '*/*' },
      body: request.body,
      redirect: 'error',
      signal: AbortSignal.timeout(limits.ms),
    });
    const body = await readAnswer(response, limits.bytes);
    const { status } = response;
    const verdict = await verifyMessage(
      { fields: Object.fromEntries(response.headers), body, status, request: signed },
      limits.at,
      async (keyId) => to.publicKeys.get(keyId),
    );
    return typeof verdict === 'string' ? { fault: `HTTP ${status}, ${verdict}` } : { status, body };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** The object that an answer holds; empty when it is none. */
export function readJson(answer: Buffer): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(answer.toString('utf8'));
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The cause says more than "fetch failed". */
function faultOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}

async function readAnswer(response: Response, limit: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > limit) throw new Error('the answer is too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
