import { program, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isId } from '#/values/id.ts';
import type { CredentialOffice } from '../office.ts';
import { answering, formOf, ProtocolFault } from '../program-http.ts';
import { signedRequest, takeAnswer } from './ask.ts';

/** Where wallets read what is asked and send what they show. */
export function verifyRoutes(
  { database, clock, keys }: Services,
  office: CredentialOffice,
): Route[] {
  return [
    program('GET', '/giay-to-so/yeu-cau/:id', async (request, reply) => {
      const { id } = request.params as { id: string };
      try {
        const signed = isId(id)
          ? await database.transaction((tx) => signedRequest(tx, office, id, clock.now()))
          : undefined;
        if (signed === undefined) throw new ProtocolFault('not_found', 404);
        return await reply
          .headers({
            'content-type': 'application/oauth-authz-req+jwt',
            'cache-control': 'no-store',
          })
          .send(signed);
      } catch (error) {
        if (!(error instanceof ProtocolFault)) throw error;
        return reply.code(error.status).send({ error: error.code });
      }
    }),
    program(
      'POST',
      '/giay-to-so/tra-loi/:id',
      answering(async (request) => {
        const { id } = request.params as { id: string };
        if (!isId(id)) throw new ProtocolFault('not_found', 404);
        const form = await formOf(request);
        return database.transaction((tx) =>
          takeAnswer(tx, office, keys, { id, form, at: clock.now() }),
        );
      }),
    ),
  ];
}
