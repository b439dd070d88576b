import { postsOf } from '#/modules/agency/index.ts';
import { findAccountById } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Decision } from '#/platform/policy/index.ts';
import { isId, newId } from '#/values/id.ts';
import { decide, dossierActions, type DossierAction } from './policy.ts';
import { listOpenSteps } from './process-link.ts';
import { findAnywhere, insertDecision } from './store/index.ts';

/** A question of another program: may this account do that to this dossier? */
export interface AccessQuestion {
  readonly subject: { readonly type: string; readonly id: string };
  readonly action: { readonly name: string };
  readonly resource: { readonly type: string; readonly id: string };
}

/**
 * Decides for another program, and keeps the decision. About others only administrators ask: who may see what tells
 * about people.
 */
export async function judgeAccess(
  tx: Tx,
  asker: Actor,
  question: AccessQuestion,
): Promise<Decision> {
  const decision = await decideFor(tx, asker, question);
  await insertDecision(tx, {
    id: newId(),
    at: asker.at,
    askedBy: asker.accountId,
    subjectId: question.subject.id,
    action: question.action.name,
    resourceId: question.resource.id,
    ...decision,
  });
  return decision;
}

async function decideFor(
  tx: Tx,
  asker: Actor,
  { subject, action, resource }: AccessQuestion,
): Promise<Decision> {
  const isAdmin = asker.posts.some(({ role }) => role === 'QUAN_TRI');
  if (subject.id !== asker.accountId && !isAdmin) return denied('not-yours-to-ask');
  if (!isAction(action.name)) return denied('no-such-action');
  if (resource.type !== 'dossier') return denied('no-such-resource');
  const [actor, dossier] = await Promise.all([
    actorOf(tx, asker, subject),
    findAnywhere(tx, resource.id),
  ]);
  if (!actor) return denied('no-such-subject');
  if (!dossier) return denied('no-such-resource');
  const steps = dossier.instanceId === null ? [] : await listOpenSteps(tx, dossier, asker.at);
  return decide({ subject: actor, action: action.name, resource: dossier, steps });
}

function isAction(name: string): name is DossierAction {
  return (dossierActions as readonly string[]).includes(name);
}

/** The account as it would come in, with the posts that its person holds now. */
async function actorOf(
  tx: Tx,
  asker: Actor,
  { type, id }: AccessQuestion['subject'],
): Promise<Actor | undefined> {
  if (id === asker.accountId && type === 'account') return asker;
  const account = type === 'account' && isId(id) ? await findAccountById(tx, id) : undefined;
  if (!account || account.kind === 'system') return undefined;
  return {
    accountId: account.id,
    personId: account.personId,
    kind: account.kind,
    name: account.name,
    posts: account.kind === 'official' ? await postsOf(tx, account.personId, asker.at) : [],
    isVerified: account.level === 'verified',
    at: asker.at,
    lang: asker.lang,
  };
}

function denied(reason: string): Decision {
  return { isPermitted: false, reason };
}
