import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConfigFault, readConfig } from '#/platform/config/index.ts';
import { refuseUnusableDisk } from './disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'cqs-disk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function linesOf(variables: NodeJS.ProcessEnv): readonly string[] {
  try {
    refuseUnusableDisk(readConfig(variables));
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.lines;
    throw error;
  }
}

test('a folder of data is made when there is none, and nothing is left in it', () => {
  const dataDir = join(folder, 'Tải về', 'data');
  expect(linesOf({ CQS_DATA_DIR: dataDir })).toEqual([]);
  expect(readdirSync(dataDir)).toEqual([]);
});

test('a folder of data that is a file, or lies in one, is told in one line', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  for (const dataDir of [file, join(file, 'below')])
    expect(linesOf({ CQS_DATA_DIR: dataDir })).toEqual([
      `CQS_DATA_DIR=${dataDir}: là một tệp, không phải thư mục · is a file and no folder`,
    ]);
});

test('a folder of data that takes no files is told in one line', () => {
  expect(linesOf({ CQS_DATA_DIR: '/proc/self' })).toEqual([
    expect.stringMatching(/^CQS_DATA_DIR=\/proc\/self: không ghi vào được/),
  ]);
});

test('a secret that was named must be there, be a file and be long enough', () => {
  const at = (name: string) => linesOf({ CQS_DATA_DIR: folder, CQS_SECRET_FILE: name });
  const [missing, short, good] = ['missing', 'short', 'good'].map((name) => join(folder, name));
  writeFileSync(short!, 'x'.repeat(31));
  writeFileSync(good!, 'x'.repeat(32));
  mkdirSync(join(folder, 'dir'));
  expect(at(missing!)).toEqual([expect.stringContaining('không có tệp này')]);
  expect(at(short!)).toEqual([expect.stringContaining('khóa quá ngắn')]);
  expect(at(join(folder, 'dir'))).toEqual([expect.stringContaining('không đọc được (EISDIR)')]);
  expect(at(good!)).toEqual([]);
});
