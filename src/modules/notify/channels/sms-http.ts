import type { SmsHttpSettings } from '#/platform/config/index.ts';
import { call, outcomeOfCall } from './call.ts';
import type { Channel } from './channel.ts';

/**
 * Text messages by a provider's HTTP interface: JSON with a bearer token, and our id as Idempotency-Key
 * (draft-ietf-httpapi-idempotency-key-header), so that a provider who honours it sends a message once.
 */
export function smsHttpChannel({ url, token, sender, timeoutMs }: SmsHttpSettings): Channel {
  return {
    name: 'sms',
    async send({ id, to, composed }) {
      const called = await call(
        url,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            'idempotency-key': id,
          },
          body: JSON.stringify({ id, from: sender, to, text: composed.text }),
        },
        timeoutMs,
      );
      // Not every provider honours the key: silence stays silence.
      const outcome = outcomeOfCall(called, false);
      if (outcome.kind !== 'sent' || 'fault' in called) return outcome;
      const ref = (called.json as { id?: unknown } | null)?.id;
      return { kind: 'sent', ref: typeof ref === 'string' ? ref.slice(0, 100) : null };
    },
    close: async () => undefined,
  };
}
