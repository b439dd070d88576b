import type { FastifyReply } from 'fastify';
import type { SealedFiles } from '#/platform/sealed-files/index.ts';

export interface FileAnswer {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  /** Shown in the browser, or saved. */
  readonly isShown: boolean;
}

/** Streams a stored file. What it holds is personal, so nobody between may keep it, and its type is not to be guessed. */
export async function sendFile(
  reply: FastifyReply,
  files: SealedFiles,
  answer: FileAnswer,
): Promise<FastifyReply> {
  const content = await files.get(answer.key);
  const name = encodeURIComponent(answer.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return reply
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .header(
      'content-disposition',
      `${answer.isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    )
    .type(answer.type)
    .send(content);
}
