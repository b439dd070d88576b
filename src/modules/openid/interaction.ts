import type { SessionFacts } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import type { Client } from './client.ts';
import { levels, vouchFor } from './provider/vouch.ts';
import { wordsIn } from './words-in.ts';
import { findClient } from './store/clients.ts';
import { answerInteraction, deleteByGrant, findToken, upsertToken } from './store/tokens.ts';
import { listGrantIds } from './store/grants.ts';

/** What the provider asks a person, while a client waits (its model `Interaction`). */
export interface Interaction {
  readonly uid: string;
  readonly client: Client;
  readonly returnTo: string;
  readonly prompt: {
    readonly name: 'login' | 'consent';
    readonly reasons: readonly string[];
    readonly details: {
      readonly missingOIDCScope?: readonly string[];
      readonly missingResourceScopes?: Readonly<Record<string, readonly string[]>>;
    };
  };
  readonly params: Readonly<Record<string, unknown>>;
  /** Whose session of the provider it belongs to. */
  readonly session?: { readonly accountId: string } | undefined;
  readonly isAnswered: boolean;
  readonly beganAt: Date;
  readonly grantId?: string | undefined;
  readonly lastSubmission?: Readonly<Record<string, unknown>> | undefined;
}

/** The interaction of an id, while it lasts. */
export async function findInteraction(tx: Tx, uid: string): Promise<Interaction | undefined> {
  const found = await findToken(tx, 'Interaction', uid);
  if (!found) return undefined;
  const payload = found.payload as unknown as Omit<Interaction, 'uid' | 'client' | 'isAnswered'> & {
    readonly iat?: number;
    readonly exp: number;
    readonly result?: object;
  };
  if (payload.exp * 1000 < Date.now()) return undefined;
  const client = await findClient(tx, String(payload.params['client_id']));
  if (!client || client.endedAt !== null) return undefined;
  return {
    ...payload,
    uid,
    client,
    isAnswered: payload.result !== undefined,
    beganAt: new Date((payload.iat ?? 0) * 1000),
  };
}

/** What stands between a person who is signed in and what the client asked for. */
export type Obstacle = 'confirm' | 'assurance' | 'other-account';

/** What keeps the sign-in of this browser from being the answer; undefined when it is one. */
export function obstacleTo(
  asked: Interaction,
  known: SessionFacts,
  at: Date,
): Obstacle | undefined {
  if (asked.session !== undefined && asked.session.accountId !== known.accountId)
    return 'other-account';
  const { max_age: maxAge, acr_values: acrValues, prompt } = asked.params;
  const wanted = wordsIn(acrValues);
  const { acr } = vouchFor(known);
  if (wanted.includes(levels[0]) && !wanted.includes(acr)) return 'assurance';
  const isAskedAnew = wordsIn(prompt).includes('login');
  const since = isAskedAnew
    ? asked.beganAt
    : maxAge === undefined
      ? null
      : new Date(at.getTime() - Number(maxAge) * 1000);
  if (since !== null && (known.confirmedAt === null || known.confirmedAt < since)) return 'confirm';
  return undefined;
}

/** Answers a question after the sign-in: it is this person, who proved it so and then. */
export async function answerSignIn(tx: Tx, uid: string, known: SessionFacts): Promise<void> {
  const { accountId, confirmedAt } = known;
  const ts = confirmedAt === null ? undefined : Math.floor(confirmedAt.getTime() / 1000);
  await answerInteraction(tx, uid, {
    login: { accountId, ...vouchFor(known), ...(ts && { ts }), remember: true },
  });
}

/** Scopes that a consent page asks for, those of the person first. */
export function askedScopes({ prompt: { details } }: Interaction): string[] {
  const ofResources = Object.values(details.missingResourceScopes ?? {}).flat();
  return [...(details.missingOIDCScope ?? []), ...ofResources];
}

/**
 * The person consents: what was asked is added to what the client was granted before, for as long as it may count. What
 * they let it do for themselves and for whom they act for are grants apart.
 */
export async function consent(
  tx: Tx,
  asked: Interaction,
  accountId: string,
  mandateId: string | undefined,
  at: Date,
): Promise<void> {
  const { client, prompt, lastSubmission } = asked;
  const { missingOIDCScope = [], missingResourceScopes = {} } = prompt.details;
  const before = await listGrantIds(tx, accountId, client.id, mandateId);
  const [kept] = before;
  const known = kept === undefined ? undefined : await findToken(tx, 'Grant', kept);
  const old = (known?.payload ?? {}) as {
    readonly openid?: { readonly scope?: string };
    readonly resources?: Readonly<Record<string, string>>;
  };
  const id = kept ?? newId();
  const join = (one: string | undefined, more: readonly string[]) =>
    [...new Set([...(one ?? '').split(' '), ...more])].filter((scope) => scope !== '').join(' ');
  const resources = Object.fromEntries(
    [...new Set([...Object.keys(old.resources ?? {}), ...Object.keys(missingResourceScopes)])].map(
      (name) => [name, join(old.resources?.[name], missingResourceScopes[name] ?? [])],
    ),
  );
  const endsAt = new Date(at.getTime() + client.consentDays * 86_400_000);
  await upsertToken(tx, {
    model: 'Grant',
    id,
    endsAt,
    mandateId,
    payload: {
      kind: 'Grant',
      accountId,
      clientId: client.id,
      openid: { scope: join(old.openid?.scope, missingOIDCScope) },
      ...(Object.keys(resources).length > 0 && { resources }),
      iat: Math.floor(at.getTime() / 1000),
      exp: Math.floor(endsAt.getTime() / 1000),
    },
  });
  await answerInteraction(tx, asked.uid, { ...lastSubmission, consent: { grantId: id } });
}

/** The person does not want it, or cannot: the client is told why in the words of OAuth. */
export function decline(tx: Tx, uid: string, error: string): Promise<void> {
  return answerInteraction(tx, uid, { error, error_description: 'the person was asked' });
}

/** Takes back what a person granted a client; its tokens die with it. */
export async function withdraw(tx: Tx, accountId: string, grantId: string): Promise<boolean> {
  const found = await findToken(tx, 'Grant', grantId);
  if (found?.payload['accountId'] !== accountId) return false;
  await deleteByGrant(tx, grantId);
  return true;
}
