import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { insertServiceTemplate, insertVersion, type KeptTemplate } from './store/templates.ts';
import type { ChannelName, Content } from './write/template.ts';

/** What is changed, why, and from when. */
export interface TemplateChange {
  readonly content: Content;
  readonly reason: string;
  readonly effectiveAt: Date;
}

/** The next version of a template; the one that the writer saw must still be the last. */
export async function changeTemplate(
  tx: Tx,
  actor: Actor,
  { id, version }: Pick<KeptTemplate, 'id' | 'version'>,
  change: TemplateChange,
): Promise<number | Refusal> {
  const next = version + 1;
  const isWritten = await insertVersion(tx, {
    ...change,
    templateId: id,
    version: next,
    by: actor.accountId,
    at: actor.at,
  });
  return isWritten ? next : refuse('notify.template-changed');
}

/** A template of a service. */
export async function addTemplate(
  tx: Tx,
  actor: Actor,
  { serviceId, channel, name }: { serviceId: string; channel: ChannelName; name: string },
  change: TemplateChange,
): Promise<string> {
  const id = newId();
  await insertServiceTemplate(tx, { id, serviceId, channel, name, at: actor.at });
  await insertVersion(tx, {
    ...change,
    templateId: id,
    version: 1,
    by: actor.accountId,
    at: actor.at,
  });
  return id;
}
