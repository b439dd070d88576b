import type { FastifyReply, FastifyRequest } from 'fastify';
import { hash } from 'node:crypto';
import type { Verdicts } from '#/modules/signing/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { get, raw, type Route, type Visit } from '#/platform/http/index.ts';
import { refuse } from '#/platform/refusal.ts';
import type { Scanner } from '#/platform/scanner/index.ts';
import { say, text } from '#/values/text.ts';
import { everybody } from '../access.ts';
import { refuseRaw } from '../http/raw-answers.ts';
import { verifyCode, verifyHash } from '../issued/verify.ts';
import { maxFileBytes } from '../papers/paper.ts';
import { limited } from '../uploads/limited.ts';
import { readMultipart } from '../uploads/read-multipart.ts';
import { VerifyPage, type Question } from './verify-page.tsx';

/** Verifying issued papers: by the code that is printed on them, or by the file itself. */
export function verifyRoutes(verdicts: Verdicts, scanner?: Scanner): Route[] {
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
    const secret = visit.query['chu-ky'] ?? '';
    const verdict = secret === '' ? undefined : await verdicts.find(tx, secret, visit.now);
    return {
      title: say(visit.lang, text('Kiểm chứng giấy tờ', 'Verify a paper')),
      view: <VerifyPage {...{ visit, question, found, verdict }} />,
      layout: 'citizen' as const,
    };
  }

  /** The file is judged and forgotten; the answer is a page with an address of its own. */
  async function verifyUpload(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<unknown> {
    const uploads = await readMultipart(request.raw, async (_name, content) => {
      const parts: Uint8Array[] = [];
      for await (const chunk of limited(content, maxFileBytes)) parts.push(chunk);
      return Buffer.concat(parts);
    }).catch(() => undefined);
    if (!uploads)
      return refuseRaw(
        reply.header('connection', 'close'),
        visit,
        refuse('document.upload-broken'),
      );
    const [pdf] = uploads;
    if (!pdf) return reply.redirect('/kiem-chung', 303);
    // Nothing is opened that a scanner calls harmful, though it is not kept.
    if (scanner && (await scanner.scan(pdf)) === 'infected')
      return refuseRaw(reply, visit, refuse('document.upload-broken'));
    const secret = await verdicts.keep(await verdicts.judge(pdf));
    const sha256 = hash('sha256', pdf, 'hex');
    return reply.redirect(`/kiem-chung?bam=${sha256}&chu-ky=${secret}`, 303);
  }
}

function questionOf(visit: Visit): Question | undefined {
  const { ma = '', bam = '' } = visit.query;
  if (/^[0-9a-f]{64}$/.test(bam)) return { by: 'file', sha256: bam };
  return ma.trim() === '' ? undefined : { by: 'code', code: ma.slice(0, 60) };
}
