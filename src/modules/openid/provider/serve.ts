import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { sessionFacts, type SessionFacts } from '#/modules/identity/index.ts';
import { cookieNames, program, raw, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { anyone } from '../access.ts';
import type { Ports } from '../ports.ts';
import { privateJwks, signingKeys } from '../signing-keys.ts';
import { signInOfRequest } from './adapter.ts';
import { configurationOf, paths, type Carried } from './configuration.ts';
import { introspectActing } from './introspect-acting.ts';

/** How long a node may not have heard of a new key. Keys are published a day before they sign. */
const rereadSeconds = 30;

/** The provider of this process. Its library is loaded when somebody first asks for it. */
export interface Op {
  provider(): Promise<Provider>;
  /** Has the keys read anew at the next request: they were changed here. */
  forget(): void;
}

/** Makes the provider; it is built anew when the signing keys have changed. */
export function openOp(services: Services, ports: Ports): Op {
  const { database, clock, config, keys } = services;
  let built: { readonly names: string; readonly provider: Provider } | undefined;
  let readAt = 0;

  async function provider(): Promise<Provider> {
    const now = clock.now();
    if (built && Math.abs(now.getTime() - readAt) < rereadSeconds * 1000) return built.provider;
    const known = await database.transaction((tx) => signingKeys(tx, keys, now));
    const jwks = privateJwks(known, keys, now);
    const names = jwks.map(({ kid }) => kid).join(' ');
    readAt = now.getTime();
    if (built?.names === names) return built.provider;
    const oidc = await import('oidc-provider');
    const made = new oidc.Provider(config.publicUrl, configurationOf(oidc, services, jwks, ports));
    // The address is always the site's own, whatever a request says of its host.
    made.proxy = true;
    made.use(introspectActing(services, ports));
    made.on('server_error', (_ctx, err) => services.log.error({ err }, 'identity provider'));
    built = { names, provider: made };
    return made;
  }
  return { provider, forget: () => void (readAt = 0) };
}

/** The addresses of the provider. Browsers come to two of them, programs to the others. */
export function providerRoutes(services: Services, op: Op): Route[] {
  const { database, clock, config } = services;
  const { host, protocol } = new URL(config.publicUrl);
  const names = cookieNames(protocol === 'https:');

  async function pass(request: FastifyRequest, reply: FastifyReply, known: SessionFacts | null) {
    const provider = await op.provider();
    request.raw.headers.host = host;
    request.raw.headers['x-forwarded-host'] = host;
    request.raw.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value as string);
    await signInOfRequest.run(known, () => provider.callback()(request.raw, reply.raw));
  }

  /** Opened in a browser: the provider's session is that of our own sign-in. */
  const browse = (path: string) =>
    raw('GET', path, anyone, async (request, reply, visit) => {
      const token = request.cookies[names.session];
      const known =
        token === undefined
          ? undefined
          : await database.transaction((tx) => sessionFacts(tx, token, clock.now()));
      const carried = request.raw as Carried;
      carried.cqsCsrf = visit.csrf;
      carried.cqsMandate = request.cookies[names.mandate] || undefined;
      keepVisitor(request, reply);
      // A page that posts itself on to the site that somebody leaves for: it must be allowed to.
      if (path === paths.end_session) void reply.removeHeader('content-security-policy');
      await pass(request, reply, known ?? null);
    });
  /** A new browser's cookie of forms, which binds the interaction to it: what is set on a hijacked reply gets lost. */
  function keepVisitor(request: FastifyRequest, reply: FastifyReply): void {
    const visitor = request.cookies[names.visitor];
    if (visitor === undefined || request.headers.cookie?.includes(`${names.visitor}=`)) return;
    const secure = protocol === 'https:' ? '; Secure' : '';
    reply.raw.appendHeader(
      'set-cookie',
      `${names.visitor}=${visitor}; Path=/; Max-Age=${30 * 86_400}; HttpOnly; SameSite=Lax${secure}`,
    );
  }
  const answer = (method: 'GET' | 'POST', path: string) =>
    program(method, path, (request, reply) => pass(request, reply, null));

  return [
    answer('GET', '/.well-known/openid-configuration'),
    answer('GET', paths.jwks),
    browse(paths.authorization),
    browse(`${paths.authorization}/:uid`),
    browse(paths.end_session),
    answer('POST', `${paths.end_session}/confirm`),
    answer('POST', paths.pushed_authorization_request),
    answer('POST', paths.token),
    answer('GET', paths.userinfo),
    answer('POST', paths.introspection),
    answer('POST', paths.revocation),
  ];
}
