import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { maxFilesPerPaper } from '../papers/paper.ts';

/**
 * Reads the files of a form that was sent as multipart/form-data (RFC 7578) while they come. Fields without a chosen file
 * and all other fields are passed over. Throws when the request is broken or cut off.
 */
export async function readMultipart<T>(
  request: IncomingMessage,
  take: (name: string, content: Readable) => Promise<T>,
): Promise<T[]> {
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data'))
    throw new Error('The request is no form with files');
  const parser = new Busboy({
    headers: { ...request.headers, 'content-type': contentType },
    limits: {
      files: maxFilesPerPaper,
      parts: 60,
      fieldSize: 10_000,
      headerPairs: 50,
      headerSize: 8_000,
    },
  });
  const taken: Promise<T>[] = [];
  parser.on('file', (_field, content, name: string | undefined) => {
    if (!name) {
      content.resume();
      return;
    }
    const result = take(name, content).finally(() => content.resume());
    // Whoever waits for all hears of it; until then a failure must not end the process.
    result.catch(() => undefined);
    taken.push(result);
  });
  await pipeline(request, parser);
  return await Promise.all(taken);
}
