import { expect, test } from 'vitest';
import { demoUnits } from '#/modules/agency/index.ts';
import { findProcedureInForce } from '#/modules/procedure/index.ts';
import { day } from '#/values/day.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { demoCommune } from '../../../test/journeys/commune.ts';
import { collectingUnitOf } from './unit-of-step.ts';

const database = testDatabase(undefined, demoCommune);

test.each([
  ['dang-ky-tam-tru', 'police', 'the police, whoever received the dossier'],
  [
    'thue-dat-phi-nong-nghiep',
    'tax',
    'the tax office, though the one-stop unit received the return',
  ],
  ['chung-thuc-ban-sao', 'one-stop', 'the receiving unit, since the process waits for no payment'],
])('the fees of %s are collected by %s: %s', async (slug, kind) => {
  const unit = await database().transaction(async (tx) => {
    const found = await findProcedureInForce(tx, slug, day(2026, 7, 14));
    const versionId = found!.version.id;
    return collectingUnitOf(tx, { versionId, definitionId: null, unitId: demoUnits.oneStop.id });
  });
  expect(unit.kind).toBe(kind);
});
