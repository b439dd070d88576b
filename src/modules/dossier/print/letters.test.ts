import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { getUnit } from '#/modules/agency/index.ts';
import { issuedFor, type Issued } from '#/modules/document/index.ts';
import { sealedPerson, type Person } from '#/modules/identity/index.ts';
import { recordPayment, demandFees } from '#/modules/payment/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { birth } from '../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { story as tenant } from '../../../../test/journeys/answers/dang-ky-tam-tru.ts';
import { apply } from '../../../../test/journeys/apply.ts';
import { letter } from '../../../../test/journeys/letter.ts';
import { demoOffice } from '../../../../test/journeys/office.ts';
import { atDesk, handle } from '../../../../test/journeys/official.ts';
import { canReadPdf } from '../../../../test/journeys/pdf-words.ts';
import { typingOf } from '../../../../test/journeys/type-answers.ts';
import type { Dossier } from '../dossier.ts';
import { printControlSheet } from '../registers/control-sheet.ts';
import { printRegister } from '../registers/register.ts';
import { findByCode } from '../store/index.ts';
import {
  printApology,
  printReceptionSlip,
  printRefusalNotice,
  printSupplementRequest,
} from './index.ts';

const office = demoOffice();
const codes = { civil: '', residence: '' };

beforeAll(async () => {
  const mother = await office().signedIn('cong-dan-1');
  codes.civil = await apply(mother, 'dang-ky-khai-sinh', birth);
  const renter = await office().signedIn(tenant.applicant);
  const typing = await typingOf(office(), 'dang-ky-tam-tru', tenant);
  codes.residence = await apply(renter, 'dang-ky-tam-tru', typing);
  await handle(office(), 'mot-cua-1', codes.civil, 'tiep-nhan');
  await inOffice((tx) => forgetAboutPeople(tx));
});

function inOffice<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return office().services.database.transaction(work);
}

/** Of somebody who comes to the counter without anything but a name, nothing else is known. */
async function forgetAboutPeople(tx: Tx): Promise<void> {
  const { rows } = await sql<Person>`
    select p.id, ${sealedPerson.read('p')} from identity.person p
     where id in (select submitter_person_id from dossier.dossier union select owner_person_id from dossier.dossier)`.execute(
    tx,
  );
  for (const { id, ...facts } of rows) {
    const nothing = { address: null, phone: null, email: null, personalId: null };
    const little = { ...facts, ...nothing, taxCode: null, organisationName: null };
    await sql`update identity.person set sealed = ${await sealedPerson.seal(tx, id, id, little)} where id = ${id}`.execute(
      tx,
    );
  }
  await sql`update agency.unit set phone = '' where phone is not null`.execute(tx);
}

/** Orders all papers of a dossier as its acts do, and gives what became of them, by kind. */
async function printAll(code: string): Promise<Map<Issued['kind'], Issued['state']>> {
  const papers = await inOffice(async (tx) => {
    const dossier = (await findByCode(tx, code))!;
    const actor = systemActor(office().clock.now());
    const late = { ...dossier, dueAt: actor.at, acceptedAt: actor.at };
    const asked = { items: [item], words: null, answerDueAt: actor.at };
    await printReceptionSlip(tx, actor, { ...dossier, papers: [], dueAt: null });
    await printSupplementRequest(tx, actor, dossier, { ...asked, answerDueAt: null });
    await printSupplementRequest(tx, actor, dossier, asked);
    await printRefusalNotice(tx, actor, dossier, 'Trùng hồ sơ');
    await printApology(tx, actor, late, actor.at);
    await printControlSheet(tx, actor, dossier);
    await payFor(tx, dossier);
    const today = dayOf(actor.at);
    const span = { unitId: dossier.unitId, from: today, until: today };
    const register = await printRegister(tx, actor, span);
    if (isRefusal(register)) throw new Error(register.refused);
    return { dossier, unit: await getUnit(tx, dossier.unitId) };
  });
  await office().settle();
  const issued = await inOffice(async (tx) => [
    ...(await issuedFor(tx, papers.dossier.id)),
    ...(await issuedFor(tx, papers.unit.id)),
  ]);
  expect(issued.filter(({ fault }) => fault !== undefined)).toEqual([]);
  return new Map(issued.map(({ kind, state }) => [kind, state]));
}

const item = { kind: 'field', name: 'x', reason: 'incorrect', words: 'Ghi lại' } as const;

async function payFor(tx: Tx, dossier: Dossier): Promise<void> {
  const clerk = systemActor(office().clock.now());
  const demand = await demandFees(tx, clerk, {
    dossierId: dossier.id,
    payerPersonId: dossier.submitterPersonId,
    unitId: dossier.unitId,
    lines: [{ key: 'x', label: text('Lệ phí', 'Fee'), amount: 8_000, quantity: 1 }],
  });
  if (demand === null || isRefusal(demand)) throw new Error('nothing is owed');
  await recordPayment(tx, clerk, { demandId: demand.id, method: 'transfer', amount: 8_000 });
}

describe('every paper is printed, however little is known of the people', () => {
  test('of a civil dossier: Mẫu 01 to 06 and the receipt of fees', async () => {
    expect(await printAll(codes.civil)).toEqual(
      new Map(
        ['MAU_01', 'MAU_02', 'MAU_03', 'MAU_04', 'MAU_05', 'MAU_06', 'BLP2'].map((kind) => [
          kind,
          'printed',
        ]),
      ),
    );
  });

  test('of a residence dossier: CT04 to CT06 in the place of Mẫu 01 to 03', async () => {
    expect(await printAll(codes.residence)).toEqual(
      new Map(
        ['CT04', 'CT05', 'CT06', 'MAU_04', 'MAU_05', 'MAU_06', 'BLP2'].map((kind) => [
          kind,
          'printed',
        ]),
      ),
    );
  });
});

test.skipIf(!canReadPdf)('the letter that asks for a supplement says until when', async () => {
  const clerk = await atDesk(office(), 'mot-cua-1', codes.civil);
  expect(await letter(clerk, 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ')).toContain(
    'Đề nghị Ông/Bà bổ sung trước',
  );
});
