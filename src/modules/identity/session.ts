import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import type { Assurance } from './person.ts';
import {
  deleteOtherSessions,
  deleteSession,
  findSession,
  insertSession,
  deleteSessionNamed,
  listSessions,
  touchSession,
  updateConfirmed,
  type OpenedBy,
  type OpenSession,
} from './store/sessions.ts';

/**
 * How long a browser keeps the cookie: as long as any session may last. When sessions end is the server's to know, by
 * `identity.session_limit` (OWASP ASVS 5.0, 7.3.1 and 7.3.2).
 */
export const sessionHours = 24;

/**
 * Begins a session and gives the token for the browser's cookie. Pages do not call it but `enter`, which asks for the
 * second factor first.
 */
export async function openSession(
  tx: Tx,
  accountId: string,
  at: Date,
  by: OpenedBy = 'password',
  assurance: Assurance | null = null,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertSession(tx, { tokenHash: hashOf(token), accountId, by, assurance, at });
  return token;
}

/** The session of a token, if it is still open; using it keeps it awake. */
export async function useSession(
  tx: Tx,
  token: string,
  at: Date,
): Promise<OpenSession | undefined> {
  const session = await findSession(tx, hashOf(token), at);
  // One write a minute is enough to know who is idle, and spares every reading request a write.
  if (session && at.getTime() - session.seenAt.getTime() > 60_000)
    await touchSession(tx, hashOf(token), at);
  return session;
}

/** Ends the session of a token. */
export async function closeSession(tx: Tx, token: string): Promise<void> {
  await deleteSession(tx, hashOf(token));
}

/** The person of this session has proved again to be themselves, and by what. */
export async function confirmSession(tx: Tx, token: string, at: Date, by: OpenedBy): Promise<void> {
  await updateConfirmed(tx, hashOf(token), at, by);
}

/** Ends one session of an account, by the id that `signInsOf` gave. */
export async function endSession(tx: Tx, accountId: string, id: string): Promise<void> {
  await deleteSessionNamed(tx, accountId, id);
}

/** Ends all sessions of an account but the one of this token. */
export async function endOtherSessions(tx: Tx, accountId: string, token: string): Promise<void> {
  await deleteOtherSessions(tx, accountId, hashOf(token));
}

/** One open sign-in, as its owner sees it. */
export interface SignInSeen {
  readonly id: string;
  readonly by: OpenedBy;
  readonly startedAt: Date;
  readonly seenAt: Date;
  /** The session of the given token. */
  readonly isThis: boolean;
}

/** The sign-ins of an account that are still open, the latest first. */
export async function signInsOf(
  tx: Tx,
  accountId: string,
  token: string,
  at: Date,
): Promise<SignInSeen[]> {
  const own = hashOf(token);
  const sessions = await listSessions(tx, accountId, at);
  return sessions.map(({ tokenHash, ...seen }) => ({
    ...seen,
    isThis: own.equals(tokenHash),
  }));
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
