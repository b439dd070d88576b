import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { faultLine, readBundle } from '#/modules/procedure/index.ts';
import { skeletonOf } from '#/modules/studio/index.ts';
import type { Day } from '#/values/day.ts';
import { checkProcess } from './bundles/shipped.ts';

const root = mkdtempSync(join(tmpdir(), 'cqs-new-'));
afterAll(() => rmSync(root, { recursive: true }));

test.each(['Cấp lại Giấy khai sinh', 'Thủ tục "A & B" <thử>'])(
  'a new procedure passes every check: %s',
  async (name) => {
    const folder = join(root, 'thu-tuc-moi');
    mkdirSync(folder, { recursive: true });
    for (const [file, content] of Object.entries(
      skeletonOf('thu-tuc-moi', name, '2026-07-14' as Day),
    )) {
      writeFileSync(join(folder, file), content);
    }
    const outcome = await readBundle(folder, { checkProcess });
    expect('faults' in outcome ? outcome.faults.map(faultLine) : []).toEqual([]);
  },
);
