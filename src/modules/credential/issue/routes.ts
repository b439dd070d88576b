import { program, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { signStatusList } from '#/platform/sd-jwt/index.ts';
import { dayOf } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import type { CredentialOffice } from '../office.ts';
import type { CredentialPorts } from '../ports.ts';
import { answering, formOf, jsonOf, ProtocolFault } from '../program-http.ts';
import { listIn } from '../status.ts';
import { findStatus } from '../store/credentials.ts';
import { giveCredential } from './give-credential.ts';
import * as metadata from './metadata.ts';
import { giveNonce, giveToken } from './token.ts';

/** A revocation is seen within a minute; a list is believed for an hour when we cannot be reached. */
const [ttlSeconds, expSeconds] = [60, 3600];

/** Where wallets take credentials, and where anybody reads what these mean and whether they still stand. */
export function issueRoutes(
  { database, clock, keys }: Services,
  office: CredentialOffice,
  ports: CredentialPorts,
): Route[] {
  const typesNow = () => database.transaction((tx) => ports.listTypes(tx, dayOf(clock.now())));
  const fixed = (path: string, document: () => object) =>
    program(
      'GET',
      path,
      answering(() => Promise.resolve(document())),
    );

  return [
    program(
      'GET',
      '/.well-known/openid-credential-issuer',
      answering(async () => metadata.issuerMetadata(office, await typesNow())),
    ),
    fixed('/.well-known/oauth-authorization-server/giay-to-so', () =>
      metadata.authorizationMetadata(office),
    ),
    fixed('/.well-known/jwt-vc-issuer', () => metadata.jwtVcIssuer(office)),
    fixed('/.well-known/did.json', () => metadata.officeDid(office)),
    program(
      'GET',
      '/giay-to-so/loai/:type',
      answering(async ({ params }) => {
        const { type } = params as { type: string };
        const facts = (await typesNow()).find((one) => one.type === type);
        if (!facts) throw new ProtocolFault('not_found', 404);
        return metadata.typeMetadata(office, facts);
      }),
    ),
    program(
      'POST',
      '/giay-to-so/ma-truy-cap',
      answering(async (request) => {
        const form = await formOf(request);
        const outcome = await database.transaction((tx) => giveToken(tx, keys, form, clock.now()));
        if (outcome instanceof ProtocolFault) throw outcome;
        return outcome;
      }),
    ),
    program(
      'POST',
      '/giay-to-so/so-dung-mot-lan',
      answering(() => database.transaction((tx) => giveNonce(tx, clock.now()))),
    ),
    program(
      'POST',
      '/giay-to-so/cap',
      answering(async (request) => {
        const call = {
          authorization: request.headers.authorization,
          body: await jsonOf(request),
          at: clock.now(),
        };
        return database.transaction((tx) => giveCredential(tx, office, ports, call));
      }),
    ),
    program('GET', '/giay-to-so/trang-thai/:list', async (request, reply) => {
      const { list } = request.params as { list: string };
      const last = isId(list)
        ? await database.transaction((tx) => findStatus(tx, list))
        : undefined;
      if (!last) return reply.code(404).send({ error: 'not_found' });
      const facts = { uri: office.statusUrl(list), at: clock.now(), ttlSeconds, expSeconds };
      return reply
        .headers({
          'content-type': 'application/statuslist+jwt',
          'cache-control': `public, max-age=${ttlSeconds}`,
          'access-control-allow-origin': '*',
        })
        .send(signStatusList(listIn(last), facts, office));
    }),
  ];
}
