import type { IncomingMessage } from 'node:http';

/** Reads a urlencoded body of a raw route; undefined when it is larger than allowed. */
export async function readForm(
  request: IncomingMessage,
  mostBytes: number,
): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
