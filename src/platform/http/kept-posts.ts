import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { seal, unseal, type Keys } from '../crypto/index.ts';
import type { Tx } from '../db/index.ts';
import type { Body } from './route.ts';

/** A form that came when its sender's session was over. */
export interface KeptPost {
  /** Pattern of the route that takes it. */
  readonly route: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Body;
  /** The page that held the form. */
  readonly page: string;
  /** Whose it is: the signature of an account's id. */
  readonly owner: string;
}

/** How long a person may take to sign in again, and what a page of questions can be at most. */
export const keptMinutes = 15;
const mostBytes = 65_536;

/** Keeps a form, encrypted, and gives the token that opens it again; undefined when it is too large to be kept. */
export async function keepPost(
  tx: Tx,
  keys: Keys,
  post: KeptPost,
  at: Date,
): Promise<string | undefined> {
  const { _csrf, ...body } = post.body;
  const plain = JSON.stringify({ ...post, body });
  if (Buffer.byteLength(plain) > mostBytes) return undefined;
  const token = randomBytes(32).toString('base64url');
  const endsAt = new Date(at.getTime() + keptMinutes * 60_000);
  const sealed = seal(keys.derive('kept-post'), plain, token);
  await sql`delete from platform.kept_post where ends_at < ${at}`.execute(tx);
  await sql`insert into platform.kept_post (token_hash, sealed, ends_at)
    values (${hashOf(token)}, ${sealed}, ${endsAt})`.execute(tx);
  return token;
}

/** Takes what was kept under a token out of the store; undefined when there is nothing, or no longer. */
export async function takePost(
  tx: Tx,
  keys: Keys,
  token: string,
  at: Date,
): Promise<KeptPost | undefined> {
  const { rows } = await sql<{ sealed: Buffer; ends_at: Date }>`
    delete from platform.kept_post where token_hash = ${hashOf(token)}
    returning sealed, ends_at`.execute(tx);
  const [row] = rows;
  if (row === undefined || row.ends_at < at) return undefined;
  const plain = unseal(keys.derive('kept-post'), row.sealed, token);
  return plain === undefined ? undefined : (JSON.parse(plain) as KeptPost);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
