import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import { get, raw, type Route, type Visit } from '#/platform/http/index.ts';
import { refuse } from '#/platform/refusal.ts';
import { say, text } from '#/values/text.ts';
import { everybody } from '../access.ts';
import { refuseRaw } from '../http/raw-answers.ts';
import { verifyCode, verifyHash } from '../issued/verify.ts';
import { maxFileBytes } from '../papers/paper.ts';
import { limited } from '../uploads/limited.ts';
import { readMultipart } from '../uploads/read-multipart.ts';
import { VerifyPage, type Question } from './verify-page.tsx';

/** Verifying issued papers: by the code that is printed on them, or by the file itself. */
export function verifyRoutes(): Route[] {
  return [
    get('/kiem-chung', everybody, show),
    raw('POST', '/kiem-chung/tep', everybody, verifyUpload),
  ];

  async function show(tx: Tx, visit: Visit) {
    const question = questionOf(visit);
    const found =
      question &&
      (await (question.by === 'code'
        ? verifyCode(tx, question.code)
        : verifyHash(tx, question.sha256)));
    return {
      title: say(visit.lang, text('Kiểm chứng giấy tờ', 'Verify a paper')),
      view: <VerifyPage visit={visit} question={question} found={found} />,
      layout: 'citizen' as const,
    };
  }

  /** The file is only hashed, never kept; the answer is a page with an address of its own. */
  async function verifyUpload(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const hashes = await readMultipart(request.raw, async (_name, content) => {
      const hash = createHash('sha256');
      for await (const chunk of limited(content, maxFileBytes)) hash.update(chunk);
      return hash.digest('hex');
    }).catch(() => undefined);
    if (!hashes)
      return refuseRaw(
        reply.header('connection', 'close'),
        visit,
        refuse('document.upload-broken'),
      );
    const [sha256] = hashes;
    return reply.redirect(sha256 === undefined ? '/kiem-chung' : `/kiem-chung?bam=${sha256}`, 303);
  }
}

function questionOf(visit: Visit): Question | undefined {
  const { ma = '', bam = '' } = visit.query;
  if (/^[0-9a-f]{64}$/.test(bam)) return { by: 'file', sha256: bam };
  return ma.trim() === '' ? undefined : { by: 'code', code: ma.slice(0, 60) };
}
