import type { Config } from '#/platform/config/index.ts';
import { oidc } from './oidc.ts';
import type { IdentityProvider } from './provider.ts';
import { simulatedVneid } from './simulator/simulated.ts';
import { vneid } from './vneid/vneid.ts';

/** How this installation signs in through the national identity. */
export interface National {
  readonly provider: IdentityProvider;
  readonly redirectUri: string;
  /** How long somebody may take there. */
  readonly stateSeconds: number;
}

/** Where the provider leads back to: registered with it letter by letter. */
export const nationalBackPath = '/dang-nhap/vneid/tro-ve';

/** The provider that the configuration names, in the demonstration a simulator; undefined when there is none. */
export function openNational(config: Config): National | undefined {
  const { national, isDemo, publicUrl } = config;
  const redirectUri = `${publicUrl}${nationalBackPath}`;
  if (national === null)
    return isDemo
      ? { provider: simulatedVneid(config, redirectUri), redirectUri, stateSeconds: 300 }
      : undefined;
  const provider = national.kind === 'vneid' ? vneid(national, isDemo) : oidc(national, isDemo);
  return { provider, redirectUri, stateSeconds: national.stateSeconds };
}
