import { Busboy } from '@fastify/busboy';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';

const mostBytes = 5 * 1024 * 1024;

/** The one file of a form; undefined when it is too large or not there. */
export async function readUpload(
  request: IncomingMessage,
): Promise<{ name: string; bytes: Buffer } | undefined> {
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) return undefined;
  const parser = new Busboy({
    headers: { ...request.headers, 'content-type': contentType },
    limits: { files: 1, fileSize: mostBytes, fields: 10, fieldSize: 10_000, parts: 20 },
  });
  const chunks: Buffer[] = [];
  let name = '';
  let isCut = false;
  parser.on('file', (_field, content, fileName: string | undefined) => {
    name = (fileName ?? '')
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .slice(0, 200);
    content.on('data', (chunk: Buffer) => chunks.push(chunk));
    content.on('limit', () => (isCut = true));
  });
  await pipeline(request, parser);
  return isCut || chunks.length === 0 ? undefined : { name, bytes: Buffer.concat(chunks) };
}
