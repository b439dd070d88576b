import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileProcess, drawProcess, proveSound, stepList } from './index.ts';

const folder = join(import.meta.dirname, '../../../procedures');
const bundles = readdirSync(folder).filter((name) =>
  existsSync(join(folder, name, 'process.bpmn')),
);

test('there are procedures to look at', () => {
  expect(bundles.length).toBeGreaterThanOrEqual(12);
});

test.each(bundles)('%s can always end, begins with a reception and can be drawn', async (name) => {
  const compiled = await compileProcess(readFileSync(join(folder, name, 'process.bpmn'), 'utf8'));
  expect(proveSound(compiled)).toMatchObject({ sound: true, bounded: false, faults: [] });
  expect(stepList(compiled)[0]).toMatchObject({ kind: 'receive' });
  expect(compiled.byId.has('EndRefused')).toBe(true);
  expect(drawProcess(compiled, { active: [], done: [], lang: 'vi' })).not.toMatch(/NaN|undefined/);
});
