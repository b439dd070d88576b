import type { FastifyRequest } from 'fastify';
import { hash } from 'node:crypto';
import { program, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { createVerdicts } from './verdict.ts';
import { createValidation } from './validate.ts';

/** The largest file that is judged; papers of citizens have the same limit. */
const largestFile = 20 * 1024 * 1024;

/**
 * `POST /api/v1/signatures/validate`: the body is the PDF (application/pdf), the answer the finding as JSON, with the
 * indications of ETSI EN 319 102-1. For programs: no cookie is looked at, nothing is kept.
 */
export function signingApi(services: Services): Route[] {
  const verdicts = createVerdicts(services, createValidation(services));
  return [
    program('POST', '/api/v1/signatures/validate', async (request, reply) => {
      void reply.headers({ 'cache-control': 'no-store' });
      const pdf = await bodyOf(request);
      if (pdf === undefined)
        return reply
          .code(413)
          .type('application/problem+json')
          .send({ type: 'about:blank', status: 413, title: 'Tệp quá lớn (tối đa 20 MB)' });
      const verdict = await verdicts.judge(pdf);
      return reply.send({ sha256: hash('sha256', pdf, 'hex'), ...verdict });
    }),
  ];
}

/** The body; undefined when it is too large. */
async function bodyOf(request: FastifyRequest): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.raw) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > largestFile) return undefined;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
