import type { FastifyReply } from 'fastify';
import type { Tx } from '#/platform/db/index.ts';
import { lineOf, raw, type Actor, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { isId } from '#/values/id.ts';
import { say } from '#/values/text.ts';
import { everybody, signedIn } from '../access.ts';
import { prove, receiptOf } from '../prove.ts';
import { refusals } from '../refusals.ts';
import type { Source } from '../source.ts';
import { listOpenings } from '../store/leaves.ts';

interface Receipt {
  readonly name: string;
  readonly text: string;
}

/** Receipts as files: of any entry for anybody, and with what opens its commitment for whom it concerns. */
export function receiptRoutes(
  { database }: Pick<Services, 'database'>,
  sources: readonly Source[],
): Route[] {
  return [
    raw('GET', '/so-minh-bach/muc/:index/bien-nhan', everybody, async (_request, reply, visit) => {
      const index = Number(visit.params['index']);
      return send(reply, visit.lang, await database.transaction((tx) => publicReceipt(tx, index)));
    }),
    raw(
      'GET',
      '/so-minh-bach/bien-nhan/:kind/:subject/:n',
      signedIn,
      async (_request, reply, visit) => {
        const { kind = '', subject = '', n = '' } = visit.params;
        const place = { subject, n: Number(n) };
        const receipt = await database.transaction((tx) => {
          const source = sources.find((one) => one.kind === kind);
          if (!source || !isId(subject) || !/^[1-9]\d{0,8}$/.test(n))
            return Promise.resolve(refuse('ledger.no-such-entry'));
          return ownReceipt(tx, visit.actor!, source, place);
        }, lineOf(visit.actor));
        return send(reply, visit.lang, receipt);
      },
    ),
  ];
}

async function publicReceipt(tx: Tx, index: number): Promise<Receipt | Refusal> {
  if (!Number.isSafeInteger(index) || index < 0) return refuse('ledger.no-such-entry');
  const proof = await prove(tx, index);
  return isRefusal(proof) ? proof : { name: `muc-${index}`, text: receiptOf(proof) };
}

async function ownReceipt(
  tx: Tx,
  actor: Actor,
  source: Source,
  { subject, n }: { subject: string; n: number },
): Promise<Receipt | Refusal> {
  const row = await source.findOwnRow(tx, actor, { subject, n });
  if (!row) return refuse('ledger.no-such-entry');
  const opening = (await listOpenings(tx, source.kind, subject)).find((one) => one.n === n);
  if (!opening) return refuse('ledger.not-sealed');
  const proof = await prove(tx, opening.idx);
  if (isRefusal(proof)) return proof;
  const { salt, after } = opening;
  const text = receiptOf(proof, { salt, after, document: row.document });
  return { name: `bien-nhan-${opening.idx}`, text };
}

function send(reply: FastifyReply, lang: 'vi' | 'en', receipt: Receipt | Refusal): FastifyReply {
  if (isRefusal(receipt)) {
    const { status, words } = refusals[receipt.refused as keyof typeof refusals];
    return reply.code(status).type('text/plain; charset=utf-8').send(say(lang, words));
  }
  return reply
    .headers({
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${receipt.name}.tlog-proof"`,
    })
    .type('text/plain; charset=utf-8')
    .send(receipt.text);
}
