import type { Config } from '#/platform/config/index.ts';
import type { Keys } from '#/platform/crypto/index.ts';

/** Whom passkeys are made for and shown to (WebAuthn Level 3, 4: relying party). */
export interface RelyingParty {
  readonly keys: Keys;
  /** RP ID. */
  readonly domain: string;
  /** The one origin whose pages may ask for them. */
  readonly origin: string;
  /** What browsers call us. */
  readonly name: string;
}

/** This installation as the configuration says. */
export function relyingParty(config: Config, keys: Keys): RelyingParty {
  const { origin, hostname } = new URL(config.publicUrl);
  return { keys, domain: config.passkeyDomain, origin, name: `Dịch vụ công ${hostname}` };
}
