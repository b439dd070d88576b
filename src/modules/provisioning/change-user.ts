import {
  closeAccount,
  createAccount,
  getPerson,
  reopenAccount,
  updatePerson,
} from '#/modules/identity/index.ts';
import { takePost } from '#/modules/agency/index.ts';
import { revokeAllOf } from '#/modules/openid/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import type { Caller } from './caller.ts';
import { badRequest, ScimFault } from './fault.ts';
import { insertChange, listHeld, markDeleted, upsertRecord, type UserRow } from './store.ts';
import type { UserFacts } from './user.ts';

/** Opens the account of an official. They set their password with a code that an administrator hands out. @throws ScimFault */
export async function createUser(tx: Tx, by: Caller, facts: UserFacts, at: Date): Promise<string> {
  const { userName, fullName, email, phone } = facts;
  const account = await createAccount(tx, {
    name: userName,
    kind: 'official',
    person: { fullName, email, phone },
    at,
  });
  if (isRefusal(account)) throw taken('userName');
  const { accountId } = account;
  await keepRecord(tx, accountId, facts, at);
  await note(tx, by, accountId, 'created', Object.keys(facts), at);
  if (!facts.isActive) await close(tx, by, { id: accountId, userName }, at);
  return accountId;
}

/** Changes an account; closing it ends its sessions, posts and whatever it granted. @throws ScimFault */
export async function changeUser(
  tx: Tx,
  by: Caller,
  row: UserRow,
  facts: UserFacts,
  at: Date,
): Promise<void> {
  if (facts.userName !== row.userName)
    throw badRequest(
      'mutability',
      'userName stands under acts that were done; it cannot be changed.',
    );
  const { fullName, email, phone, title, externalId } = facts;
  const fields = [
    ...(fullName === row.fullName ? [] : ['name']),
    ...(email === row.email ? [] : ['emails']),
    ...(phone === row.phone ? [] : ['phoneNumbers']),
    ...(title === row.title ? [] : ['title']),
    ...(externalId === row.externalId ? [] : ['externalId']),
  ];
  if (fields.length > 0) {
    const person = await getPerson(tx, row.personId);
    await updatePerson(tx, { ...person, fullName, email, phone });
    await keepRecord(tx, row.id, facts, at);
    await note(tx, by, row.id, 'changed', fields, at);
  }
  if (facts.isActive === row.isOpen) return;
  if (!facts.isActive) return close(tx, by, row, at);
  if (!(await reopenAccount(tx, row.id))) throw taken('userName');
  await note(tx, by, row.id, 'opened', ['active'], at);
}

/** SCIM shows it no more, and nobody can sign in with it; what it did stays, under its name. */
export async function deleteUser(tx: Tx, by: Caller, row: UserRow, at: Date): Promise<void> {
  if (row.isOpen) await close(tx, by, row, at);
  await markDeleted(tx, row.id, at);
  await note(tx, by, row.id, 'deleted', [], at);
}

/** Ends everything that the account opens. */
async function close(
  tx: Tx,
  by: Caller,
  { id, userName }: Pick<UserRow, 'id' | 'userName'>,
  at: Date,
): Promise<void> {
  for (const { postId } of await listHeld(tx, dayOf(at), id)) await takePost(tx, postId, dayOf(at));
  const closed = await closeAccount(tx, userName, at);
  if (isRefusal(closed)) throw new ScimFault(404, 'There is no such user.');
  await revokeAllOf(tx, id);
  await note(tx, by, id, 'closed', ['active'], at);
}

async function keepRecord(tx: Tx, accountId: string, facts: UserFacts, at: Date): Promise<void> {
  const { externalId, title } = facts;
  if (!(await upsertRecord(tx, { accountId, externalId, title, at }))) throw taken('externalId');
}

function note(
  tx: Tx,
  { name: byName, accountId: byAccount }: Caller,
  id: string,
  change: 'created' | 'changed' | 'closed' | 'opened' | 'deleted',
  fields: readonly string[],
  at: Date,
): Promise<void> {
  return insertChange(tx, { resource: 'User', id, change, fields, byName, byAccount, at });
}

function taken(name: string): ScimFault {
  return new ScimFault(409, `This ${name} is taken.`, 'uniqueness');
}
