import { createHash, randomBytes } from 'node:crypto';
import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { ownFactors } from './factors/own-factors.ts';
import type { Account, AccountKind, Assurance } from './person.ts';
import { newDeviceNotice, type Tell } from './security-notice.ts';
import { openSession } from './session.ts';
import { hasKnownDevice, isKnownDevice, upsertDevice } from './store/devices.ts';
import {
  deletePending,
  insertPending,
  lockPending,
  type PendingSignIn,
} from './store/pending-sign-ins.ts';
import type { OpenedBy } from './store/sessions.ts';
import { insertSignIn } from './store/sign-ins.ts';

/** How long a right password waits for the second factor. */
export const pendingMinutes = 10;

/** What signing in needs to know besides who it is. */
export interface Entrance {
  readonly keys: Keys;
  /** Whether officials without a second factor must set one up first: everywhere but in the demo. */
  readonly officialsNeedFactor: boolean;
  readonly tell: Tell;
}

/** How somebody comes in. */
export interface Coming {
  /** What this browser is known by, if it has been here. */
  readonly device?: string | undefined;
  /** The page that was wanted. */
  readonly goTo?: string | undefined;
  readonly at: Date;
}

/** Somebody is in: tokens for the cookies of session and device. */
export interface Entered {
  readonly token: string;
  readonly device: string;
  readonly kind: AccountKind;
}

/** The password was right and opens nothing yet: the token of what waits. */
export interface Halfway {
  readonly pending: string;
}

/** After a right password or counter code: a session, or for those with a second factor, and officials, a wait for it. */
export async function enterOrWait(
  tx: Tx,
  entrance: Entrance,
  account: Pick<Account, 'id' | 'personId' | 'kind'>,
  coming: Coming,
): Promise<Entered | Halfway> {
  const { isOn } = await ownFactors(tx, account.id);
  if (isOn || (account.kind === 'official' && entrance.officialsNeedFactor)) {
    const pending = randomBytes(32).toString('base64url');
    const endsAt = new Date(coming.at.getTime() + pendingMinutes * 60_000);
    const goTo = coming.goTo ?? null;
    await insertPending(tx, { tokenHash: hashOf(pending), accountId: account.id, goTo, endsAt });
    return { pending };
  }
  return enter(tx, entrance, account, { ...coming, by: 'password' });
}

/** Opens the session of somebody who proved all that is asked for, and tells them of a browser never seen. */
export async function enter(
  tx: Tx,
  { keys, tell }: Entrance,
  { id, personId, kind }: Pick<Account, 'id' | 'personId' | 'kind'>,
  coming: Coming & { readonly by: OpenedBy; readonly assurance?: Assurance | undefined },
): Promise<Entered> {
  const { at, by, assurance = null } = coming;
  const device = coming.device ?? randomBytes(18).toString('base64url');
  const mac = deviceMac(keys, id, device);
  // The first browser of all is no news.
  const isNewDevice = !(await isKnownDevice(tx, id, mac));
  const isNews = isNewDevice && (await hasKnownDevice(tx, id));
  await upsertDevice(tx, id, mac, at);
  if (isNews) await tell(tx, newDeviceNotice(personId, id, at));
  const token = await openSession(tx, id, at, by, assurance);
  await insertSignIn(tx, id, { by, assurance, isNewDevice, at });
  return { token, device, kind };
}

/** The sign-in that waits under a token. */
export async function findWaiting(
  tx: Tx,
  token: string | undefined,
  at: Date,
): Promise<PendingSignIn | undefined> {
  return token === undefined ? undefined : lockPending(tx, hashOf(token), at);
}

/** Lets in who waited under a token. */
export async function letIn(
  tx: Tx,
  entrance: Entrance,
  waiting: PendingSignIn,
  coming: Coming & { readonly by: OpenedBy; readonly pending: string },
): Promise<Entered> {
  await deletePending(tx, hashOf(coming.pending));
  const { accountId: id, personId, kind } = waiting;
  return enter(tx, entrance, { id, personId, kind }, coming);
}

/** Whether the account was signed in to with this browser before. */
export async function knowsDevice(
  tx: Tx,
  keys: Keys,
  accountId: string,
  device: string | undefined,
): Promise<boolean> {
  return device !== undefined && isKnownDevice(tx, accountId, deviceMac(keys, accountId, device));
}

/** What is kept of a token. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function deviceMac(keys: Keys, accountId: string, device: string): string {
  return keys.sign('device', `${accountId} ${device}`);
}
