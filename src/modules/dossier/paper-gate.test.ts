import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { findProcedureInForce } from '#/modules/procedure/index.ts';
import { systemActor, type Actor } from '#/platform/http/index.ts';
import { day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { demoCommune } from '../../../test/journeys/commune.ts';
import type { Channel } from './dossier.ts';
import { paperGate } from './paper-gate.ts';
import {
  endDraft,
  insertDraft,
  insertSupplement,
  sealedContent,
  sealedLabel,
} from './store/index.ts';

const database = testDatabase(undefined, demoCommune);
const at = new Date('2026-07-14T03:00:00Z');
const [birthNotice, form] = ['000.00.00.G15-KQ004389', 'TO_KHAI'];
const citizen: Actor = {
  ...systemActor(at),
  accountId: newId(),
  personId: newId(),
  kind: 'citizen',
};
let version: { readonly procedureId: string; readonly versionId: string };
let codes: { readonly submit: string; readonly present: string };

beforeAll(async () => {
  const found = await database().transaction((tx) =>
    findProcedureInForce(tx, 'dang-ky-khai-sinh', day(2026, 7, 14)),
  );
  const { papers } = found!.procedure.catalogue;
  version = { procedureId: found!.version.procedureId, versionId: found!.version.id };
  const codeOf = (isSubmit: boolean) =>
    papers.find(({ group }) => (group === 'SUBMIT') === isSubmit)!.code;
  codes = { submit: codeOf(true), present: codeOf(false) };
});

function may(actor: Actor, owner: string, paper?: string) {
  return database().transaction((tx) =>
    paperGate(tx, actor, owner, 'papers', paper === undefined ? undefined : { paper }),
  );
}

async function draftOf(actor: Actor, channel: Channel): Promise<string> {
  const draft = { ...version, id: newId(), accountId: actor.accountId, subject: newId(), at };
  await database().transaction((tx) =>
    insertDraft(tx, { ...draft, channel, personId: actor.personId, mandateId: null }),
  );
  return draft.id;
}

/** A dossier of the citizen that waits for a supplement: one paper and one field were asked for. */
async function askedDossier(sentAt: Date | null): Promise<string> {
  const id = newId();
  await database().transaction(async (tx) => {
    const owner = citizen.personId;
    const label = await sealedLabel.seal(tx, owner, id, { ownerName: 'An', abstract: 'Khai sinh' });
    const content = await sealedContent.seal(tx, owner, id, {
      answers: {},
      deliveryAddress: null,
      proposalWords: null,
    });
    await sql`insert into dossier.dossier (id, code, procedure_id, version_id, unit_id, unit_ids, place_code, channel,
        account_id, submitter_person_id, owner_person_id, label, content, papers, delivery,
        tracking_secret, state, deadline, submitted_at, accept_due_at, updated_at)
      values (${id}, ${id}, ${version.procedureId}, ${version.versionId}, ${newId()}, ${[newId()]}, '31135', 'ONLINE',
        ${citizen.accountId}, ${citizen.personId}, ${citizen.personId}, ${label}, ${content}, '[]', 'ONLINE',
        'x', 'SUPPLEMENT_REQUIRED', '{}', ${at}, ${at}, ${at})`.execute(tx);
    await insertSupplement(
      tx,
      { id, ownerPersonId: owner },
      {
        id: newId(),
        number: 1,
        items: [
          { kind: 'paper', name: birthNotice, reason: 'unreadable', words: 'Chụp lại' },
          { kind: 'field', name: codes.present, reason: 'incorrect', words: 'Sửa lại' },
        ],
        words: null,
        requestedBy: newId(),
        requestedAt: at,
        sentAt,
        answerDueAt: sentAt,
      },
    );
  });
  return id;
}

describe('the papers of a draft', () => {
  test('are those that the procedure takes as files: no others, and none that somebody invents', async () => {
    const draft = await draftOf(citizen, 'ONLINE');
    expect(await may(citizen, draft, codes.submit)).toBe('write');
    expect(await may(citizen, draft, codes.present)).toBeNull();
    expect(await may(citizen, draft, form)).toBeNull();
  });

  test('that an official enters are any papers of the procedure', async () => {
    const draft = await draftOf(citizen, 'DIRECT');
    expect(await may(citizen, draft, codes.submit)).toBe('write');
    expect(await may(citizen, draft, codes.present)).toBe('write');
    expect(await may(citizen, draft, 'BIA_RA')).toBeNull();
  });

  test('are nobody else’s, and closed once it was submitted', async () => {
    const draft = await draftOf(citizen, 'ONLINE');
    expect(await may({ ...citizen, accountId: newId() }, draft, codes.submit)).toBeNull();
    await database().transaction((tx) => endDraft(tx, draft, newId(), at));
    expect(await may(citizen, draft, codes.submit)).toBeNull();
  });

  test('wait with their change until the submission that is under way has ended', async () => {
    const draft = await draftOf(citizen, 'ONLINE');
    let change: Promise<unknown> = Promise.resolve();
    await database().transaction(async (tx) => {
      await endDraft(tx, draft, newId(), at);
      change = may(citizen, draft, codes.submit);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(await change).toBeNull();
  });
});

describe('the papers of a dossier for which a supplement is asked', () => {
  test('are changed where the request names them, and nowhere else', async () => {
    const dossier = await askedDossier(at);
    expect(await may(citizen, dossier, birthNotice)).toBe('write');
    expect(await may(citizen, dossier, codes.present)).toBe('read');
    expect(await may(citizen, dossier, 'BIA_RA')).toBe('read');
    expect(await may(citizen, dossier)).toBe('read');
  });

  test('stay as they are while a superior has not allowed the request', async () => {
    const dossier = await askedDossier(null);
    expect(await may(citizen, dossier, birthNotice)).toBe('read');
  });
});
