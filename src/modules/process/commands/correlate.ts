import type { Tx } from '#/platform/db/index.ts';
import { messageKey } from '../engine/rules.ts';
import { lockInstance } from '../store/instances.ts';
import { consumeMessage, insertMessage, listListeners } from '../store/messages.ts';
import { advance, type Circumstances, holdTokens, type Moved } from './advance.ts';

/** What became of a message: it moved an instance, is kept until one waits for it, or had come before. */
export type Correlated =
  | { readonly outcome: 'delivered'; readonly moved: Moved }
  | { readonly outcome: 'kept' }
  | { readonly outcome: 'repeated' };

/**
 * Brings a message from outside to the one instance that waits for it. `correlation` is the subject unless the
 * model says otherwise; `messageId` makes a repeated message harmless.
 */
export async function correlateMessage(
  tx: Tx,
  message: { name: string; correlation: string; messageId: string; body: unknown } & Circumstances,
): Promise<Correlated> {
  const { body, at } = message;
  const key = messageKey(message.name, message.correlation);
  const isNew = await insertMessage(tx, { id: message.messageId, key, body, at });
  if (!isNew) return { outcome: 'repeated' };
  for (const { instanceId, token } of await listListeners(tx, key)) {
    const instance = await lockInstance(tx, instanceId);
    if (!instance?.isOpen || instance.suspendedAt) continue;
    const held = await holdTokens(tx, instance);
    if (!held.tokens.some(({ id }) => id === token)) continue;
    await consumeMessage(tx, message.messageId, instanceId, at);
    const moved = await advance(tx, held, { type: 'fire', token, body }, message);
    return { outcome: 'delivered', moved };
  }
  return { outcome: 'kept' };
}
