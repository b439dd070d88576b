import { call, readJson, type Called } from '../call.ts';
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

/** Who has to fetch files for it answers later; both end before the message is claimed anew. */
const [timeLimitMs, fetchingLimitMs] = [15_000, 90_000];
const answerLimit = 65_536;

/** Sends a message. An answer that is not signed by the other side neither ends it nor has it arrive. */
export async function deliver(
  node: OwnNode,
  to: Called,
  { text, isFetched }: { readonly text: string; readonly isFetched: boolean },
  at: Date,
): Promise<Delivery> {
  const heard = await call(
    node,
    to,
    { path: messagesPath, type: eventType, body: Buffer.from(text) },
    { bytes: answerLimit, ms: isFetched ? fetchingLimitMs : timeLimitMs, at },
  );
  if ('fault' in heard) return failed(heard.fault, false);
  return judge(heard.status, heard.body);
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
