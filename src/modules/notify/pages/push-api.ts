import { Type } from '@sinclair/typebox';
import { api, type Route } from '#/platform/http/index.ts';
import type { PushSettings } from '#/platform/config/index.ts';
import { refuse } from '#/platform/refusal.ts';
import { signedIn } from '../access.ts';
import { isPushService } from '../channels/push.ts';
import { deleteSubscription, listSubscriptions, putSubscription } from '../store/addresses.ts';

const path = '/api/v1/push-subscriptions';

/** Browsers that show messages (Push API): which key they trust, and which ones a person has. */
export function pushApi(settings: PushSettings | undefined): Route[] {
  return [
    api(
      'GET',
      path,
      signedIn,
      {
        summary: 'Key of push messages, null when there are none, and the browsers of whoever asks',
        answer: Type.Object({
          publicKey: Type.Union([Type.String(), Type.Null()]),
          browsers: Type.Array(Type.Object({ id: Type.String(), since: Type.String() })),
        }),
      },
      async (tx, { actor }) => {
        const browsers = await listSubscriptions(tx, actor!.personId);
        return {
          publicKey: settings?.publicKey ?? null,
          browsers: browsers.map(({ id, createdAt }) => ({ id, since: createdAt.toISOString() })),
        };
      },
    ),
    api(
      'POST',
      path,
      signedIn,
      {
        summary: 'Shows messages in this browser from now on',
        body: Type.Object({
          endpoint: Type.String({ minLength: 10, maxLength: 1000 }),
          keys: Type.Object({
            p256dh: Type.String({ pattern: '^[A-Za-z0-9_-]{87}=?$' }),
            auth: Type.String({ pattern: '^[A-Za-z0-9_-]{22}(==)?$' }),
          }),
        }),
        answer: Type.Object({}),
      },
      async (tx, { actor, body, now }) => {
        if (!settings || !isPushService(body.endpoint, settings.hosts))
          return refuse('notify.bad-browser');
        await putSubscription(tx, actor!.personId, body, now);
        return {};
      },
    ),
    api(
      'DELETE',
      `${path}/:id`,
      signedIn,
      {
        summary: 'Shows no more messages in a browser',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        answer: Type.Object({}),
      },
      async (tx, { actor, params }) => {
        await deleteSubscription(tx, actor!.personId, params.id);
        return {};
      },
    ),
  ];
}
