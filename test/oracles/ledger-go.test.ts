import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { append, emptyEdge, rootOf } from '#/modules/ledger/merkle/edge.ts';
import { leafHash } from '#/modules/ledger/merkle/hash.ts';
import { consistencyRanges, inclusionRanges } from '#/modules/ledger/merkle/proof.ts';
import type { Range } from '#/modules/ledger/merkle/node.ts';
import { checkpointText } from '#/modules/ledger/notes/checkpoint.ts';
import { formatVkey, keyTypes, signingKey } from '#/modules/ledger/notes/key.ts';
import { signCheckpoint } from '#/modules/ledger/notes/sign.ts';
import { formatNote } from '#/modules/ledger/notes/signed-note.ts';

/** On Debian: apt-get install golang-go golang-golang-x-mod-dev. Go reads that package without a network. */
const packaged = '/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog';
const go = ['/usr/bin/go', '/usr/local/go/bin/go'].find((path) => existsSync(path));

const origin = 'dvc.example.vn/ledger';
const seed = Buffer.alloc(32, 5);
const keys = [
  signingKey(origin, keyTypes.log, seed),
  signingKey(origin, keyTypes.subtree, seed),
  signingKey('chung-kien.example.vn', keyTypes.cosignature, Buffer.alloc(32, 6)),
];

describe('Go’s own note and log packages (golang.org/x/mod)', () => {
  if (go === undefined || !existsSync(packaged)) {
    it.skip('are not asked: go and golang-golang-x-mod-dev are not installed', () => {});
    return;
  }

  it(
    'accept our checkpoints and every proof, and refuse changed ones',
    { timeout: 240_000 },
    () => {
      for (const size of [1, 2, 3, 7, 8, 9, 64, 100, 129, 255, 256, 257]) {
        const made = madeFor(size);
        expect(ask(made), `size ${size}`).toBe(
          `ok ${made.records.length} ${made.growths.length}\n`,
        );
      }
      const made = madeFor(9);
      const [first, ...rest] = made.records;
      const wrong = { ...made, records: [{ ...first!, entry: 'other' }, ...rest] };
      expect(() => ask(wrong)).toThrow();
      expect(() =>
        ask({ ...made, checkpoint: made.checkpoint.replace('\n9\n', '\n8\n') }),
      ).toThrow();
    },
  );

  const program = join(import.meta.dirname, 'go', 'check.go');

  function ask(input: object): string {
    return execFileSync(go!, ['run', program], {
      input: JSON.stringify(input),
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        PATH: '/usr/bin:/bin',
        HOME: '/tmp',
        GOPATH: '/usr/share/gocode',
        GO111MODULE: 'off',
        CGO_ENABLED: '0',
        GOCACHE: '/tmp/cqs-go-cache',
      },
    });
  }
});

function madeFor(size: number) {
  const entries = Array.from({ length: size }, (_, n) => `{"n":${n},"words":"Việc số ${n}"}`);
  const leaves = entries.map((entry) => leafHash(Buffer.from(entry)));
  const rootTo = (end: number) => rootOf(append(emptyEdge, leaves.slice(0, end)));
  const hashes = (ranges: readonly Range[]) =>
    ranges.map(({ start, end }) =>
      rootOf(append(emptyEdge, leaves.slice(start, end))).toString('base64'),
    );
  const checkpoint = { origin, size, root: rootTo(size) };
  const sizes = Array.from({ length: size }, (_, n) => n + 1);
  return {
    vkey: formatVkey(keys[0]!),
    checkpoint: formatNote({
      text: checkpointText(checkpoint),
      signatures: keys.map((key) => signCheckpoint(key, checkpoint, new Date())),
    }),
    records: entries.map((entry, index) => ({
      index,
      entry,
      proof: hashes(inclusionRanges(index, size)),
    })),
    growths: sizes.map((from) => ({
      from,
      root: rootTo(from).toString('base64'),
      proof: hashes(consistencyRanges(from, size)),
    })),
  };
}
