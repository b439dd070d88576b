import { globSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { createPapersmith } from '#/platform/papersmith/index.ts';
import { compileProcedure, readBundle } from '#/modules/procedure/index.ts';
import type { Day } from '#/values/day.ts';
import { printSample, templateFaults } from '../check/sample-paper.ts';
import { skeletonOf } from '../skeleton/skeleton.ts';
import { blocks } from './blocks.ts';
import { withAnswer, withBlock, withImports } from './insert.ts';

const papersmith = createPapersmith();
afterAll(() => papersmith.close());

function compiled(artefacts: Parameters<typeof compileProcedure>[0]) {
  const outcome = compileProcedure(artefacts);
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.procedure;
}

const skeleton = skeletonOf('thu-tuc', 'Tên thủ tục', '2026-07-14' as Day);

test('every block of the library prints, in an archivable and accessible PDF', async () => {
  const procedure = compiled(skeleton);
  for (const { key } of blocks) {
    if (key === 'khung') continue;
    const template = withBlock(skeleton['result.typ'], key);
    const paper = await printSample(papersmith, procedure, template, 0, false);
    expect('fault' in paper ? paper.fault : undefined, key).toBeUndefined();
  }
});

test('an answer is put in with its label, however it is written', async () => {
  const template = withAnswer(skeleton['result.typ'], 'nyc_ho_ten', 'Họ "tên" \\ người');
  const paper = await printSample(papersmith, compiled(skeleton), template, 0, false);
  expect(paper).toHaveProperty('pdf');
});

test('what a block needs is taken from the letterhead once', () => {
  const written = withImports('#import "letterhead.typ": told\nx', ['fact', 'told']);
  expect(written).toBe('#import "letterhead.typ": fact, told\nx');
  expect(withImports(written, ['told'])).toBe(written);
  expect(withImports('x', ['told'])).toBe('#import "letterhead.typ": told\nx');
});

test.each([
  ['a misspelt word', '#khong-co-ham()', 1],
  ['a file of this machine', 'a\n#read("/etc/passwd")', 2],
  ['a package from the network', '#import "@preview/cetz:0.2.0"', 1],
])('a template with %s is refused with its line', async (_what, template, line) => {
  const paper = await printSample(papersmith, compiled(skeleton), template, 0, false);
  expect(paper).toMatchObject({ fault: { line } });
});

test('a template that never ends is stopped by time', { timeout: 60_000 }, async () => {
  const hurried = createPapersmith({ limitMs: 1500 });
  const paper = await printSample(hurried, compiled(skeleton), '#while true {}', 0, false);
  hurried.close();
  expect(paper).toHaveProperty('fault');
});

test.each(globSync('procedures/*'))(
  'the template of %s prints granted and refused',
  async (folder) => {
    const read = await readBundle(folder, { checkProcess: () => Promise.resolve([]) });
    if ('faults' in read) throw new Error(folder);
    expect(await templateFaults(papersmith, read.bundle.procedure)).toEqual([]);
    expect(readFileSync(`${folder}/result.typ`, 'utf8')).toContain('letterhead.typ');
  },
);
