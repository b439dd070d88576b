import { signMessage, verifyMessage, type Message } from '#/platform/signatures/index.ts';
import { eventType } from '../event.ts';
import { messagesPath, type OwnNode } from '../node.ts';

/** What came of an attempt: the other side has it, or why not and whether another attempt makes sense. */
export type Delivery =
  | { readonly arrived: true; readonly code: string | undefined }
  | {
      readonly arrived: false;
      readonly fault: string;
      readonly isFinal: boolean;
      /** The refusal that the other side has signed; undefined when it gave none. */
      readonly code?: string | undefined;
    };

const timeLimitMs = 15_000;
const answerLimit = 65_536;

/**
 * Sends a message. Only an answer that is signed by the other side, for this very request, counts: whoever stands
 * between cannot make us believe that it arrived, or that it was refused.
 */
export async function deliver(
  node: OwnNode,
  to: { readonly address: string; readonly publicKeys: ReadonlyMap<string, string> },
  text: string,
  at: Date,
): Promise<Delivery> {
  const targetUri = to.address + messagesPath;
  const body = Buffer.from(text);
  const plain = { method: 'POST', targetUri, body };
  const headers = signMessage(node.signer, plain, eventType, at);
  const request: Message = { ...plain, fields: { ...headers } };
  try {
    const response = await fetch(targetUri, {
      method: 'POST',
      headers: { ...headers, accept: 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeLimitMs),
    });
    const answer = await readAnswer(response);
    const fields = Object.fromEntries(response.headers);
    const signed = await verifyMessage(
      { fields, body: answer, status: response.status, request },
      at,
      async (keyId) => to.publicKeys.get(keyId),
    );
    if (typeof signed === 'string') return failed(`HTTP ${response.status}, ${signed}`, false);
    return judge(response.status, answer);
  } catch (error) {
    return failed(faultOf(error), false);
  }
}

function judge(status: number, answer: Buffer): Delivery {
  const json = readJson(answer);
  const code = typeof json['code'] === 'string' ? json['code'] : undefined;
  if (status >= 200 && status < 300) return { arrived: true, code };
  const isTransient = status >= 500 || status === 429;
  return { ...failed(`HTTP ${status} ${code ?? ''}`.trim(), !isTransient), code };
}

function failed(fault: string, isFinal: boolean): Extract<Delivery, { arrived: false }> {
  return { arrived: false, fault: fault.slice(0, 300), isFinal };
}

/** The cause says more than "fetch failed". */
function faultOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}

async function readAnswer(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > answerLimit) throw new Error('the answer is too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function readJson(answer: Buffer): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(answer.toString('utf8'));
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
