import type { PushSettings } from '#/platform/config/index.ts';
import { call, outcomeOfCall } from './call.ts';
import type { Channel, Outcome } from './channel.ts';

/** A browser as it told of itself (Push API, PushSubscription.toJSON). */
export interface Subscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** Whether a push service that we know gave this address: a browser could name any address for us to call. */
export function isPushService(endpoint: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, username, port } = new URL(endpoint);
  const isHere = hostname === 'localhost' && hosts.includes('localhost');
  if ((protocol !== 'https:' || port !== '') && !isHere) return false;
  if (username !== '') return false;
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/**
 * Web push (RFC 8030), encrypted for the browser alone (RFC 8291) and signed by VAPID (RFC 8292). The same Topic
 * replaces a message that still waits there, so trying again shows it once.
 */
export function pushChannel(settings: PushSettings): Channel {
  return {
    name: 'push',
    async send({ id, to, composed, link }): Promise<Outcome> {
      const { default: webPush } = await import('web-push');
      const subscription = JSON.parse(to) as Subscription;
      if (!isPushService(subscription.endpoint, settings.hosts))
        return { kind: 'refused', code: 'endpoint', isAddressDead: true };
      const payload = JSON.stringify({
        title: composed.subject,
        body: composed.text,
        link: link ?? '/',
        tag: id,
      });
      const request = webPush.generateRequestDetails(subscription, payload, {
        vapidDetails: {
          subject: settings.subject,
          publicKey: settings.publicKey,
          privateKey: settings.privateKey,
        },
        TTL: 86_400,
        contentEncoding: 'aes128gcm',
        // At most 32 letters of base64url (RFC 8030, 5.4).
        topic: id.replaceAll('-', ''),
      });
      const called = await call(
        request.endpoint,
        {
          method: 'POST',
          headers: Object.fromEntries(
            Object.entries(request.headers)
              .filter(([name]) => name !== 'Content-Length')
              .map(([name, value]) => [name, String(value)]),
          ),
          body: new Uint8Array(request.body),
        },
        settings.timeoutMs,
      );
      // RFC 8030, 7.3: the browser is gone.
      if (!('fault' in called) && (called.status === 404 || called.status === 410))
        return { kind: 'refused', code: `HTTP ${called.status}`, isAddressDead: true };
      return outcomeOfCall(called, true);
    },
    close: async () => undefined,
  };
}
