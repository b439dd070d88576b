import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { Config, VneidSettings } from '#/platform/config/index.ts';
import { vneid } from '../vneid/vneid.ts';
import type { IdentityProvider } from '../provider.ts';
import { openSimulator } from './server.ts';

/**
 * VNeID of the demonstration: the true adapter against a simulator of ours, which starts when the first person wants to
 * sign in with it. `back` is the address that it leads back to.
 */
export function simulatedVneid(config: Config, back: string): IdentityProvider {
  let opened: Promise<IdentityProvider> | undefined;
  const provider = async () => {
    opened ??= open(config, back);
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
  let current: IdentityProvider | undefined;
  return {
    async begin(how) {
      current = await provider();
      return current.begin(how);
    },
    codeIn: (search) => current?.codeIn(search),
    finish: async (callback) => (current === undefined ? 'failed' : current.finish(callback)),
  };
}

async function open(config: Config, redirectUri: string): Promise<IdentityProvider> {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const clientId = 'chay-thu';
  const { address } = await openSimulator({
    host: config.host,
    port: config.simulatorPort,
    publicKey: pair.publicKey,
    clientId,
    redirectUri,
  });
  return vneid(simulatedSettings(seenFrom(config, address), clientId, pair.privateKey), true);
}

/** What a file of settings would say of the simulator. */
export function simulatedSettings(
  { browser, server }: { readonly browser: string; readonly server: string },
  clientId: string,
  privateKey: string,
): VneidSettings {
  return {
    kind: 'vneid',
    authorizeUrl: `${browser}/authorize`,
    tokenUrl: `${server}/token`,
    userinfoUrl: `${server}/userinfo`,
    clientId,
    privateKey,
    scope: 'openid',
    claims: {
      personalId: 'citizenPid',
      fullName: 'fullName',
      bornOn: 'birthDate',
      level: 'accountLevel',
      kind: 'accountType',
    },
    levels: { '1': 1, '2': 2 },
    persons: ['PERSON'],
    timeoutMs: 2_000,
    stateSeconds: 300,
  };
}

/** The browser may see this machine under another name than the process does itself. */
function seenFrom({ publicUrl }: Config, address: string) {
  const browser = new URL(address);
  browser.hostname = new URL(publicUrl).hostname;
  return { browser: browser.origin, server: address };
}
