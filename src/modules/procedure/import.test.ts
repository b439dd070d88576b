import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { rolledBack, testDatabase } from '../../../test/database/fixture.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { addDays, day } from '#/values/day.ts';
import { artefactNames } from './artefacts.ts';
import { readBundle, type Bundle } from './bundle.ts';
import { exportProcedure } from './cli.ts';
import { importBundle, type Imported } from './import.ts';
import { noLinks } from './links.ts';
import { foldersIn, seedProcedures, shippedProcedures } from './seed.ts';
import { shippedBundle } from './shipped-bundle.ts';
import { findInForce, listInForce, listVersionsOf } from './store.ts';
import { publishedOn } from './published.ts';

const database = testDatabase('procedure');
const lasting = testDatabase('procedure');
const slug = 'dang-ky-khai-sinh';
const someone = '01890000-0000-7000-8000-000000000001';
const at = (iso: string) => new Date(`${iso}+07:00`);

describe('publishing a procedure', () => {
  test('the first version is in force from the day that its text names', async () => {
    await rolledBack(database(), async (tx) => {
      const { version, isNew } = await publish(
        tx,
        await shippedBundle(slug),
        at('2026-07-15T09:00'),
      );
      expect(isNew).toBe(true);
      expect(version).toMatchObject({ no: 1, effectiveFrom: '2025-07-01', effectiveTo: null });
    });
  });

  test('the same content is the same version, however often it is published', async () => {
    await rolledBack(database(), async (tx) => {
      const first = await publish(tx, await shippedBundle(slug), at('2026-07-15T09:00'));
      const again = await publish(tx, await shippedBundle(slug), at('2026-08-01T09:00'));
      expect(again).toEqual({ version: first.version, isNew: false });
      expect(await listVersionsOf(tx, slug)).toHaveLength(1);
    });
  });

  test('changed content is in force from its publication at the earliest, never backdated', async () => {
    await rolledBack(database(), async (tx) => {
      const old = await publish(tx, await shippedBundle(slug), at('2026-07-15T09:00'));
      const changed = await publish(tx, await shippedBundle(slug, 'B'), at('2026-09-01T23:30'));
      expect(changed.version).toMatchObject({
        no: 2,
        effectiveFrom: '2026-09-01',
        effectiveTo: null,
      });
      expect((await findInForce(tx, slug, day(2026, 8, 31)))?.id).toBe(old.version.id);
      expect((await findInForce(tx, slug, day(2026, 9, 1)))?.id).toBe(changed.version.id);
    });
  });

  test('a version for a later day waits, and one for a day between takes its place in the line', async () => {
    await rolledBack(database(), async (tx) => {
      const now = at('2026-07-15T09:00');
      await publish(tx, await shippedBundle(slug), now);
      await publish(tx, await shippedBundle(slug, 'B', { effectiveFrom: day(2027, 3, 1) }), now);
      await publish(tx, await shippedBundle(slug, 'C', { effectiveFrom: day(2026, 10, 1) }), now);
      const spans = (await listVersionsOf(tx, slug)).map((version) => [
        version.no,
        version.effectiveFrom,
        version.effectiveTo,
      ]);
      expect(spans).toEqual([
        [3, '2026-10-01', '2027-03-01'],
        [2, '2027-03-01', null],
        [1, '2025-07-01', '2026-10-01'],
      ]);
    });
  });

  test('a correction on the same day replaces what was published that morning', async () => {
    await rolledBack(database(), async (tx) => {
      await publish(tx, await shippedBundle(slug), at('2026-07-15T09:00'));
      await publish(tx, await shippedBundle(slug, 'B'), at('2026-09-01T08:00'));
      const corrected = await publish(tx, await shippedBundle(slug, 'C'), at('2026-09-01T16:00'));
      expect((await listInForce(tx, day(2026, 9, 1))).map(({ id }) => id)).toEqual([
        corrected.version.id,
      ]);
      expect(await findInForce(tx, slug, day(2026, 8, 31))).toMatchObject({ no: 1 });
    });
  });

  test('a repealed procedure is no longer found from its day of repeal', async () => {
    await rolledBack(database(), async (tx) => {
      const repealedFrom = day(2026, 12, 1);
      await publish(tx, await shippedBundle(slug, '', { repealedFrom }), at('2026-07-15T09:00'));
      expect(await publishedOn(tx, addDays(repealedFrom, -1))).toHaveLength(1);
      expect(await publishedOn(tx, repealedFrom)).toEqual([]);
    });
  });

  test('a repeal before the first day of force is refused', async () => {
    await rolledBack(database(), async (tx) => {
      await publish(tx, await shippedBundle(slug), at('2026-07-15T09:00'));
      const late = await shippedBundle(slug, 'B', { repealedFrom: day(2026, 8, 1) });
      const outcome = await importBundle(tx, late, someone, at('2026-09-01T09:00'), noLinks);
      expect(outcome).toEqual({
        refused: 'procedure.repealed-before-effect',
        facts: { repealedFrom: '01/08/2026', effectiveFrom: '01/09/2026' },
      });
    });
  });

  test('a published version can neither be changed nor deleted', async () => {
    for (const statement of [
      sql`update procedure.version set no = 9`,
      sql`update procedure.artefact set body = ''`,
      sql`delete from procedure.artefact`,
      sql`delete from procedure.version`,
    ]) {
      const attempt = database().transaction(async (tx) => {
        await publish(tx, await shippedBundle(slug), at('2026-07-15T09:00'));
        await statement.execute(tx);
      });
      await expect(attempt).rejects.toThrow('is immutable');
    }
  });

  test('whoever deploys the process is told once, with the texts, in the same transaction', async () => {
    await rolledBack(database(), async (tx) => {
      const told: string[] = [];
      const onPublish: typeof noLinks.onPublish = (given, { version, artefacts }) => {
        expect(given).toBe(tx);
        told.push(`${version.slug} ${version.no} ${artefacts['process.bpmn'].length > 0}`);
        return Promise.resolve();
      };
      const bundle = await shippedBundle(slug);
      await importBundle(tx, bundle, someone, at('2026-07-15T09:00'), { onPublish });
      await importBundle(tx, bundle, someone, at('2026-07-15T10:00'), { onPublish });
      expect(told).toEqual([`${slug} 1 true`]);
    });
  });

  test('two officials who publish at once get two versions, one after the other', async () => {
    const bundles = [await shippedBundle(slug, 'B'), await shippedBundle(slug, 'C')];
    const outcomes = await Promise.all(
      bundles.map((bundle) =>
        lasting().transaction((tx) => publish(tx, bundle, at('2026-09-01T09:00'))),
      ),
    );
    expect(new Set(outcomes.map(({ version }) => version.no))).toEqual(new Set([1, 2]));
  });
});

test('what is exported is what was imported, letter by letter', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cqs-export-'));
  try {
    const bundle = await shippedBundle(slug, 'Z');
    await lasting().transaction((tx) => publish(tx, bundle, at('2026-09-02T09:00')));
    const lines: string[] = [];
    const target = join(folder, slug);
    expect(
      await exportProcedure(lasting(), slug, target, day(2026, 9, 2), (line) => lines.push(line)),
    ).toBe(true);
    for (const name of artefactNames) {
      expect(readFileSync(join(target, name), 'utf8')).toBe(bundle.artefacts[name]);
    }
    const reread = await readBundle(target, noLinks);
    expect('bundle' in reread && reread.bundle.sha256).toBe(bundle.sha256);
    expect(
      await exportProcedure(lasting(), 'khong-co', folder, day(2026, 9, 2), (line) =>
        lines.push(line),
      ),
    ).toBe(false);
    expect(lines.at(-1)).toContain('khong-co');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('the procedures that come with the program', () => {
  const quiet = { info: () => undefined, warn: () => undefined } as never;

  test('are published at the first start and left alone at the second', async () => {
    await rolledBack(database(), async (tx) => {
      await seedProcedures(tx, noLinks, quiet, at('2026-11-24T09:00'));
      const first = await publishedOn(tx, day(2026, 11, 24));
      expect(first.map(({ facts }) => facts.slug)).toEqual(await foldersIn(shippedProcedures));
      await seedProcedures(tx, noLinks, quiet, at('2026-11-25T09:00'));
      expect(await publishedOn(tx, day(2026, 11, 25))).toEqual(first);
    });
  });

  test('never override a version that an official published', async () => {
    await rolledBack(database(), async (tx) => {
      const own = await publish(tx, await shippedBundle(slug, 'B'), at('2026-11-24T09:00'));
      await seedProcedures(tx, noLinks, quiet, at('2026-11-25T09:00'));
      expect((await findInForce(tx, slug, day(2026, 11, 25)))?.id).toBe(own.version.id);
    });
  });
});

async function publish(tx: Tx, bundle: Bundle, when: Date): Promise<Imported> {
  const outcome = await importBundle(tx, bundle, someone, when, noLinks);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
}
