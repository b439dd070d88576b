import { expect, test } from 'vitest';
import { systemActor, type Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { insertUpload } from '../store/uploads.ts';
import { addFile } from './add-file.ts';
import { checkRoom, quota } from './quota.ts';
import { sealPapers } from './read-papers.ts';

const database = testDatabase('document');
const mega = 1024 * 1024;
const at = new Date('2026-07-15T09:00:00+07:00');

function newcomer(more: Partial<Actor> = {}): Actor {
  return { ...systemActor(at), accountId: newId(), kind: 'citizen', ...more };
}

/** Uploads so many files of 20 MB, each with a content of its own. */
async function fill(actor: Actor, owner: string, files: number): Promise<(string | Refusal)[]> {
  const outcomes = [];
  for (let i = 0; i < files; i++) {
    const sha256 = newId().replaceAll('-', '').repeat(2);
    const stored = { key: `papers/${sha256}`, sha256, size: 20 * mega };
    const file = { owner, paper: 'GCS', name: 'a.pdf', size: stored.size, stored };
    outcomes.push(await database().transaction((tx) => addFile(tx, actor, file)));
  }
  return outcomes;
}

test('a draft takes 200 MB; the file that goes beyond is refused with what is left', async () => {
  const [actor, draft] = [newcomer(), newId()];
  const outcomes = await fill(actor, draft, 11);
  expect(outcomes.slice(0, 10).some(isRefusal)).toBe(false);
  expect(outcomes[10]).toEqual({
    refused: 'document.owner-full',
    facts: { limit: '200 MB', left: '0 MB' },
  });
});

test('what was handed in before leaves room for the answer to a supplement request', async () => {
  const [actor, dossier] = [newcomer(), newId()];
  await fill(actor, dossier, 10);
  await database().transaction((tx) => sealPapers(tx, dossier));
  expect((await fill(actor, dossier, 1)).some(isRefusal)).toBe(false);
});

test('a citizen uploads 500 MB in a day, spread over any drafts; tomorrow there is room again', async () => {
  const actor = newcomer();
  for (const draft of [newId(), newId(), newId()]) await fill(actor, draft, 8);
  const outcomes = await fill(actor, newId(), 2);
  expect(outcomes.map((outcome) => isRefusal(outcome) && outcome.refused)).toEqual([
    false,
    'document.day-full',
  ]);
  const tomorrow = { ...actor, at: new Date('2026-07-16T00:00:00+07:00') };
  expect((await fill(tomorrow, newId(), 1)).some(isRefusal)).toBe(false);
});

test('an official scans the papers of a whole counter', async () => {
  const actor = newcomer({ kind: 'official' });
  const outcomes = [];
  for (let i = 0; i < 4; i++) outcomes.push(...(await fill(actor, newId(), 8)));
  expect(outcomes.some(isRefusal)).toBe(false);
});

test('what is still on its way in parts counts', async () => {
  const [actor, owner] = [newcomer(), newId()];
  const upload = {
    id: newId(),
    owner,
    paper: 'GCS',
    name: 'a',
    size: quota.perDay.citizen - mega,
    begunAt: at,
    begunBy: actor.accountId,
  };
  const outcome = await database().transaction(async (tx) => {
    await insertUpload(tx, upload);
    return checkRoom(tx, actor, owner, 2 * mega);
  });
  expect(outcome).toMatchObject({ refused: 'document.day-full', facts: { left: '1 MB' } });
});
