import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { canEnter } from './account.ts';
import { findBinaries } from './binaries.ts';

const root = mkdtempSync(join(tmpdir(), 'cqs-binaries-'));
chmodSync(root, 0o755);
const outsider = { uid: 64_321, gid: 64_321 };
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the programs of PostgreSQL', () => {
  test('run from the package when their account may enter it', () => {
    const { postgres, initdb } = findBinaries(null, join(root, 'unused'));
    expect(execFileSync(postgres, ['--version'], { encoding: 'utf8' })).toContain('PostgreSQL) 18');
    expect(existsSync(initdb)).toBe(true);
    expect(existsSync(join(root, 'unused'))).toBe(false);
  });

  test('have the links to their libraries, which npm would not have made', () => {
    const { postgres } = findBinaries(null, root);
    const libraries = readdirSync(join(dirname(dirname(postgres)), 'lib'));
    expect(libraries.some((name) => /^libpq\.so\.\d+$/.test(name) || name.includes('.dylib'))).toBe(
      true,
    );
  });

  test.skipIf(canEnter(process.cwd(), outsider))(
    'are copied once where the account cannot enter the project',
    () => {
      const [first, again] = [1, 2].map(() => findBinaries(outsider, join(root, 'copy')));
      expect(again).toEqual(first);
      expect(statSync(first!.postgres).mode & 0o111).not.toBe(0);
      expect(readdirSync(join(root, 'copy'))).toHaveLength(1);
      expect(execFileSync(first!.postgres, ['--version'], { encoding: 'utf8' })).toContain('18');
    },
  );
});
