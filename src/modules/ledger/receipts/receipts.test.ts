import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { append, emptyEdge, rootOf } from '../merkle/edge.ts';
import { leafHash } from '../merkle/hash.ts';
import { checkpointText } from '../notes/checkpoint.ts';
import { formatVkey, keyTypes, signingKey } from '../notes/key.ts';
import { signCheckpoint } from '../notes/sign.ts';
import { formatNote } from '../notes/signed-note.ts';
import { parsePolicy, PolicyFault } from './policy.ts';
import { checkReceipt, formatReceipt, parseReceipt, type Receipt } from './receipt.ts';

const seedOf = (name: string) => hash('sha256', name, 'buffer');
const origin = 'example.gov.vn/nhat-ky';
const log = signingKey(origin, keyTypes.log, seedOf('log'));
const witnesses = ['w1', 'w2', 'w3'].map((name) =>
  signingKey(`${name}.example.vn`, keyTypes.cosignature, seedOf(name)),
);
const [w1, w2, w3] = witnesses.map(formatVkey);
const at = new Date('2026-07-15T03:00:00Z');
const leaves = [0, 1, 2, 3, 4].map((n) => leafHash(Buffer.from(`leaf${n}`)));
const checkpoint = { origin, size: 5, root: rootOf(append(emptyEdge, leaves)) };
const proof = [
  'MEFRY/muqHp/U7NnnE11MY7hNnVn77ayGDwOh1qwK04=',
  'grvRxd4IOUVz8DWrOHH/qm2KuoC69Hx7KPsrFn8YRk4=',
  'kpqCRE1JEhuPnzHmpyCJjTvA5ZFpmsgTPzvCiyfq0ZE=',
].map((line) => Buffer.from(line, 'base64'));

const policy = parsePolicy(`# three agencies
log ${formatVkey(log)} https://example.gov.vn/nhat-ky
witness tu-phap ${w1} https://w1.example.vn
witness thanh-tra\t${w2}
witness mat-tran ${w3}
group nha-nuoc any tu-phap thanh-tra
group tat-ca all nha-nuoc mat-tran
quorum tat-ca
`);

function receiptBy(count: number): Receipt {
  const keys = [log, ...witnesses.slice(3 - count)];
  const signatures = keys.map((key) => signCheckpoint(key, checkpoint, at));
  return {
    index: 3,
    proof,
    checkpoint: formatNote({ text: checkpointText(checkpoint), signatures }),
  };
}

describe('a receipt', () => {
  test('reads back as it was written, with and without extra data', () => {
    const receipt = receiptBy(2);
    expect(parseReceipt(formatReceipt(receipt))).toEqual(receipt);
    const more = { ...receipt, extra: Buffer.from('{"salt":"…"}') };
    expect(parseReceipt(formatReceipt(more))).toEqual(more);
  });

  test('holds when log and quorum signed and the leaf is in the tree', () => {
    expect(checkReceipt(receiptBy(2), leaves[3]!, policy)).toMatchObject({
      holds: true,
      witnesses: ['thanh-tra', 'mat-tran'],
      checkpoint: { size: 5 },
    });
  });

  test('tells which of the checks failed', () => {
    expect(checkReceipt(receiptBy(2), leaves[2]!, policy)).toEqual({
      holds: false,
      because: 'inclusion',
    });
    expect(checkReceipt({ ...receiptBy(2), index: 2 }, leaves[3]!, policy)).toMatchObject({
      because: 'inclusion',
    });
    expect(checkReceipt(receiptBy(1), leaves[3]!, policy)).toMatchObject({ because: 'quorum' });
    const forged = {
      ...receiptBy(2),
      checkpoint: receiptBy(2).checkpoint.replace('\n5\n', '\n6\n'),
    };
    expect(checkReceipt(forged, leaves[3]!, policy)).toMatchObject({ because: 'checkpoint' });
    const [, ...unsigned] = receiptBy(2).checkpoint.split('\n— ');
    const withoutLog = `${checkpointText(checkpoint)}\n${unsigned
      .slice(1)
      .map((line) => `— ${line.trim()}\n`)
      .join('')}`;
    expect(
      checkReceipt({ ...receiptBy(2), checkpoint: withoutLog }, leaves[3]!, policy),
    ).toMatchObject({
      because: 'log',
    });
  });

  test('that is damaged is not read', () => {
    const text = formatReceipt(receiptBy(2));
    for (const wrong of [
      '',
      text.replace('@v1', '@v2'),
      text.replace('index 3', 'index 03'),
      text.replace('K04=', 'K0='),
      text.replace('\n\n', '\n'),
    ])
      expect(parseReceipt(wrong)?.proof.length === 3, wrong).toBe(false);
  });
});

describe('a policy', () => {
  test('asks for as many members of a group as it says', () => {
    const two = parsePolicy(
      `witness a ${w1}\nwitness b ${w2}\nwitness c ${w3}\ngroup g 2 a b c\nquorum g\n`,
    );
    expect(two.isQuorum(new Set(['a']))).toBe(false);
    expect(two.isQuorum(new Set(['a', 'c']))).toBe(true);
    expect(parsePolicy('quorum none').isQuorum(new Set())).toBe(true);
  });

  test('that could be read in two ways is refused, with the line', () => {
    for (const wrong of [
      '',
      'quorum none\nquorum none',
      'quorum a',
      `witness a ${w1}\nwitness b ${w1}\nquorum a`,
      `witness a ${w1}\nwitness a ${w2}\nquorum a`,
      `witness none ${w1}\nquorum none`,
      `witness a ${w1}\ngroup g any a\ngroup h any a\nquorum h`,
      `witness a ${w1}\ngroup g 2 a\nquorum g`,
      `witness a ${w1}\ngroup g 0 a\nquorum g`,
      `group g any a\nwitness a ${w1}\nquorum g`,
      `log ${w1}\nquorum none`,
      `witness a ${formatVkey(log)}\nquorum a`,
      `witness a ${w1}\u0007\nquorum a`,
      'word\nquorum none',
    ])
      expect(() => parsePolicy(wrong), wrong).toThrow(PolicyFault);
  });
});
