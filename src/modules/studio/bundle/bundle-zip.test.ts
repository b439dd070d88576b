import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { artefactNames, type Artefacts } from '#/modules/procedure/index.ts';
import { artefactsIn, zipOf } from './bundle-zip.ts';
import { ZipFault } from './read-zip.ts';
import { writeZip } from './write-zip.ts';

const shipped = globSync('procedures/*').map((folder) => ({
  slug: basename(folder),
  artefacts: Object.fromEntries(
    artefactNames.map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  ) as unknown as Artefacts,
}));

test('all twelve procedures go out and come back letter by letter', () => {
  for (const { slug, artefacts } of shipped) {
    expect(artefactsIn(zipOf(slug, artefacts))).toEqual(artefacts);
  }
});

test('whatever the texts hold, they come back; the same texts make the same archive', () => {
  const text = fc
    .string({ unit: 'grapheme' })
    .filter((one) => !one.includes('\0') && one.isWellFormed());
  fc.assert(
    fc.property(fc.tuple(text, text, text, text, text, text), (texts) => {
      const artefacts = Object.fromEntries(
        artefactNames.map((name, at) => [name, texts[at]]),
      ) as unknown as Artefacts;
      const zip = zipOf('thu-tuc', artefacts);
      expect(artefactsIn(zip)).toEqual(artefacts);
      expect(zipOf('thu-tuc', artefacts).equals(zip)).toBe(true);
    }),
  );
});

test('other programs read our archives', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cqs-zip-'));
  const { slug, artefacts } = shipped[0]!;
  writeFileSync(join(folder, 'goi.zip'), zipOf(slug, artefacts));
  const program =
    'import zipfile,sys;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(), len(z.namelist()))';
  try {
    expect(
      execFileSync('python3', ['-c', program, join(folder, 'goi.zip')], { encoding: 'utf8' }),
    ).toBe('None 6\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const six = (change: (name: string, at: number) => { name: string; text: string } | undefined) =>
  writeZip(artefactNames.flatMap((name, at) => change(name, at) ?? []));

test.each([
  ['no archive at all', Buffer.from('xin chào'), 'no-zip'],
  [
    'a missing file',
    six((name) => (name === 'form.json' ? undefined : { name, text: '' })),
    'missing form.json',
  ],
  ['two procedures', six((name, at) => ({ name: `${at % 2}/${name}`, text: '' })), 'several'],
  ['a bomb', six((name) => ({ name, text: 'a'.repeat(1_000_001) })), 'too-large'],
  ['binary data', six((name) => ({ name, text: '\0' })), 'no-text'],
  ['a cut archive', zipOf('a', shipped[0]!.artefacts).subarray(0, -40), 'no-zip'],
  [
    'too many files',
    writeZip(Array.from({ length: 201 }, (_, no) => ({ name: `${no}`, text: '' }))),
    'too-many',
  ],
])('%s is refused', (_what, zip, why) => {
  expect(() => artefactsIn(zip)).toThrow(why);
});

test('bytes that were turned never crash the reader', () => {
  const zip = zipOf('a', shipped[0]!.artefacts);
  fc.assert(
    fc.property(fc.nat(zip.length - 1), fc.nat(255), (at, byte) => {
      const broken = Buffer.from(zip);
      broken[at] = byte;
      try {
        artefactsIn(broken);
      } catch (error) {
        expect(error).toBeInstanceOf(ZipFault);
      }
    }),
  );
});
