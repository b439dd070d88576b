import { sealedColumn } from '#/platform/vault/index.ts';
import type { Subscription } from '../channels/push.ts';
import type { Values } from '../write/fields.ts';

/** Where a message goes and what it says. */
export interface Letter {
  readonly mail: string | null;
  readonly phone: string | null;
  readonly values: Values;
  /** What the service says where one click unsubscribes. */
  readonly unsubscribe?: string | undefined;
}

const noLetter: Letter = { mail: null, phone: null, values: {} };

/** Addresses and content of a message, under the key of its person or of the service that sends it. */
export const sealedLetter = sealedColumn<Letter>({
  table: 'notify.message',
  column: 'sealed',
  key: ['id'],
  subject: 'coalesce(t.person_id, t.service_id)',
  gone: noLetter,
});

/** A browser of a person. */
export const sealedSubscription = sealedColumn<Subscription>({
  table: 'notify.push_subscription',
  column: 'sealed',
  key: ['id'],
  subject: 't.person_id',
  gone: { endpoint: '', keys: { p256dh: '', auth: '' } },
});

export interface CallbackPlace {
  readonly callbackUrl: string | null;
  readonly callbackToken: string | null;
  /** Text messages to this number are the service's. */
  readonly inboundNumber: string | null;
}

/** Where a service is told of deliveries. */
export const sealedCallback = sealedColumn<CallbackPlace>({
  table: 'notify.service',
  column: 'sealed',
  key: ['id'],
  subject: 't.id',
  gone: { callbackUrl: null, callbackToken: null, inboundNumber: null },
});

/** The secret of a key. */
export const sealedSecret = sealedColumn<{ readonly secret: string }>({
  table: 'notify.service_key',
  column: 'sealed',
  key: ['id'],
  subject: 't.service_id',
  gone: { secret: '' },
});

export interface ReceivedText {
  readonly from: string;
  readonly to: string;
  readonly words: string;
}

/** A text message that came in. */
export const sealedReceived = sealedColumn<ReceivedText>({
  table: 'notify.received_text',
  column: 'sealed',
  key: ['id'],
  subject: 't.service_id',
  gone: { from: '', to: '', words: '' },
});
