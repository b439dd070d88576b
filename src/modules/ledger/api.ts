import { Type } from '@sinclair/typebox';
import { api, type Route } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { isoInstant } from '#/values/instant.ts';
import { everybody } from './access.ts';
import { getPublished, prove, proveGrowth, receiptOf, signedNote } from './prove.ts';
import { findLog } from './store/log.ts';

const base64 = Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' });
const place = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

const checkpoint = Type.Object({
  origin: Type.String(),
  size: place,
  root: base64,
  note: Type.String({ description: 'The signed checkpoint, letter by letter (C2SP signed-note)' }),
  madeAt: Type.String({ format: 'date-time' }),
  hasQuorum: Type.Boolean({ description: 'Whether enough witnesses cosigned it' }),
  witnesses: Type.Array(
    Type.Object({ name: Type.String(), at: Type.String({ format: 'date-time' }) }),
  ),
});

/** Checkpoint and proofs of the log for programs. Whoever wants all of it reads the tiles below /ledger/. */
export function ledgerApi(): Route[] {
  return [
    api(
      'GET',
      '/api/v1/ledger/checkpoint',
      everybody,
      { summary: 'The published checkpoint of the public ledger', answer: checkpoint },
      async (tx) => {
        const published = await getPublished(tx);
        if (isRefusal(published)) return published;
        const { size, root, madeAt, quorumAt, cosignatures } = published;
        return {
          origin: (await findLog(tx))!.origin,
          size,
          root: root.toString('base64'),
          note: signedNote(published),
          madeAt: isoInstant(madeAt),
          hasQuorum: quorumAt !== null,
          witnesses: cosignatures.map(({ witness, at }) => ({ name: witness, at: isoInstant(at) })),
        };
      },
    ),
    api(
      'GET',
      '/api/v1/ledger/proof',
      everybody,
      {
        summary: 'Proves that an entry stands in the published ledger (RFC 9162, section 2.1.3)',
        query: Type.Object({ index: place }),
        answer: Type.Object({
          index: place,
          size: place,
          entry: Type.String({ description: 'The entry, letter by letter' }),
          leafHash: base64,
          inclusion: Type.Array(base64),
          receipt: Type.String({ description: 'The same as one file (C2SP tlog-proof)' }),
        }),
      },
      async (tx, { query }) => {
        const proof = await prove(tx, query.index);
        if (isRefusal(proof)) return proof;
        return {
          index: proof.index,
          size: proof.checkpoint.size,
          entry: proof.body.toString(),
          leafHash: proof.leafHash.toString('base64'),
          inclusion: proof.inclusion.map((hash) => hash.toString('base64')),
          receipt: receiptOf(proof),
        };
      },
    ),
    api(
      'GET',
      '/api/v1/ledger/consistency',
      everybody,
      {
        summary: 'Proves that the ledger of one size continues that of another (RFC 9162, 2.1.4)',
        query: Type.Object({ from: place, to: place }),
        answer: Type.Object({ from: place, to: place, consistency: Type.Array(base64) }),
      },
      async (tx, { query: { from, to } }) => {
        const proof = await proveGrowth(tx, from, to);
        if (isRefusal(proof)) return proof;
        return { from, to, consistency: proof.map((hash) => hash.toString('base64')) };
      },
    ),
  ];
}
