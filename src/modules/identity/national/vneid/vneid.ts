import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { VneidSettings } from '#/platform/config/index.ts';
import { breaker, ProviderAway } from '../breaker.ts';
import { call } from '../call.ts';
import type { IdentityProvider, NationalPerson } from '../provider.ts';
import { readRawQuery } from '../raw-query.ts';
import { readPerson } from '../read-person.ts';
import { openSealed, readBody } from './sealed.ts';

/**
 * VNeID, which is not OpenID Connect: no id_token, no nonce, no PKCE, bodies sealed to our key. What stands in for them
 * is the state, which only this browser holds, for a short while and once (exception to OWASP ASVS 5.0, 10.5.1). The
 * scheme is known from others' code alone, so endpoints, claims and levels are settings.
 */
export function vneid(settings: VneidSettings, isDemo: boolean): IdentityProvider {
  const privateKey = createPrivateKey(settings.privateKey);
  const gate = breaker();

  return {
    async begin({ redirectUri, secrets }) {
      if (gate.isOpen()) return 'busy';
      const address = new URL(settings.authorizeUrl);
      address.searchParams.set('response_type', 'code');
      address.searchParams.set('client_id', settings.clientId);
      address.searchParams.set('redirect_uri', redirectUri);
      address.searchParams.set('scope', settings.scope);
      address.searchParams.set('state', secrets.state);
      return address;
    },
    codeIn(search) {
      const query = readRawQuery(search);
      return query && codeOf(query, privateKey);
    },
    async finish({ search, redirectUri, secrets }) {
      const query = readRawQuery(search);
      const code = query && codeOf(query, privateKey);
      if (code === undefined || query?.get('state') !== secrets.state) return 'failed';
      try {
        return (await gate.run(() => ask(code, redirectUri))) ?? 'failed';
      } catch (error) {
        if (error instanceof ProviderAway) return 'busy';
        throw error;
      }
    },
  };

  async function ask(code: string, redirectUri: string): Promise<NationalPerson | undefined> {
    const { clientId, clientSecret, tokenUrl, userinfoUrl, timeoutMs } = settings;
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      redirect_uri: redirectUri,
    });
    if (clientSecret !== undefined) form.set('client_secret', clientSecret);
    const sent = { method: 'POST', body: form, headers: { accept: 'application/json' } };
    const token = read(await call(tokenUrl, sent, timeoutMs))?.['access_token'];
    if (typeof token !== 'string' || !/^[\x21-\x7e]{1,8000}$/.test(token)) return undefined;
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    const told = read(await call(userinfoUrl, { headers }, timeoutMs));
    return told && readPerson(told, settings, isDemo);
  }

  function read(body: string | undefined) {
    return body === undefined ? undefined : readBody(body, privateKey);
  }
}

/** The code, opened when its key comes along. */
function codeOf(query: ReadonlyMap<string, string>, privateKey: KeyObject): string | undefined {
  const [code, key] = [query.get('code'), query.get('encrypt_key')];
  if (code === undefined || code === '' || code.length > 4_000) return undefined;
  const opened = key === undefined ? code : openSealed(code, key, privateKey);
  return opened !== undefined && /^[\x21-\x7e]+$/.test(opened) ? opened : undefined;
}
