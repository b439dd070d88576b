import { randomUUID } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import {
  findService,
  insertKey,
  insertService,
  updateKeyEnded,
  updateServiceEnded,
  type Service,
  type ServiceKey,
} from './store/services.ts';

/** What an administrator tells of a service. */
export type ServiceFacts = Omit<Service, 'id' | 'madeAt' | 'endedAt'>;

export async function registerService(
  tx: Tx,
  actor: Actor,
  facts: ServiceFacts,
): Promise<string | Refusal> {
  if (facts.callbackUrl !== null && !isCallback(facts.callbackUrl))
    return refuse('notify.bad-callback');
  const id = newId();
  const isNew = await insertService(tx, { ...facts, id, madeAt: actor.at, by: actor.accountId });
  return isNew ? id : refuse('notify.service-known');
}

/** A new key in the shape that clients of GOV.UK Notify take: `name-service-secret`. It is shown this once. */
export async function makeKey(
  tx: Tx,
  actor: Actor,
  serviceId: string,
  { name, kind }: Pick<ServiceKey, 'name' | 'kind'>,
): Promise<string | Refusal> {
  const service = await openService(tx, serviceId);
  if (isRefusal(service)) return service;
  const secret = randomUUID();
  await insertKey(tx, {
    id: newId(),
    serviceId,
    name,
    kind,
    secret,
    madeAt: actor.at,
    by: actor.accountId,
  });
  return `${name.replace(/[^A-Za-z0-9_]+/g, '_')}-${serviceId}-${secret}`;
}

export async function endKey(
  tx: Tx,
  actor: Actor,
  serviceId: string,
  id: string,
): Promise<undefined | Refusal> {
  const isEnded = await updateKeyEnded(tx, serviceId, id, actor.at);
  return isEnded ? undefined : refuse('notify.no-such-service');
}

export async function endService(tx: Tx, actor: Actor, id: string): Promise<undefined | Refusal> {
  const isEnded = await updateServiceEnded(tx, id, actor.at);
  return isEnded ? undefined : refuse('notify.no-such-service');
}

/** A service that may still send. */
export async function openService(tx: Tx, id: string): Promise<Service | Refusal> {
  const service = await findService(tx, id);
  return service?.endedAt === null ? service : refuse('notify.no-such-service');
}

/** Addresses and content of messages go there. */
function isCallback(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}
