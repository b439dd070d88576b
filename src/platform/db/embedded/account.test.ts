import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canEnter, serverAccount } from './account.ts';

const stranger = { uid: 64_321, gid: 64_321 };
const root = mkdtempSync(join(tmpdir(), 'cqs-account-'));
const inner = join(root, 'data', 'deep');

beforeAll(() => {
  mkdirSync(inner, { recursive: true });
  chmodSync(root, 0o755);
  chmodSync(join(root, 'data'), 0o755);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('an ordinary user runs the server, root hands it to an account without rights', () => {
  const account = serverAccount();
  if (process.getuid?.() !== 0) expect(account).toBeNull();
  else expect(account?.uid).toBeGreaterThan(0);
});

describe('a folder can be entered', () => {
  test('when every folder on the way lets one pass', () => {
    chmodSync(inner, 0o755);
    expect(canEnter(inner, stranger)).toBe(true);
  });

  test('not when one of them is closed, as the home of root is', () => {
    chmodSync(join(root, 'data'), 0o700);
    expect(canEnter(inner, stranger)).toBe(false);
    expect(canEnter(inner, { uid: process.getuid!(), gid: process.getgid!() })).toBe(true);
    chmodSync(join(root, 'data'), 0o755);
  });

  test('by its group when it lets the group pass', () => {
    chmodSync(inner, 0o750);
    expect(canEnter(inner, { uid: stranger.uid, gid: process.getgid!() })).toBe(true);
    expect(canEnter(inner, stranger)).toBe(false);
  });

  test('also before it is there: what will be made in it is asked later', () => {
    expect(canEnter(join(root, 'data', 'not-yet', 'there'), stranger)).toBe(true);
  });
});
