import type { Config } from '#/platform/config/index.ts';

/** By what name apps and passkeys show this site. */
export function issuerOf({ publicUrl }: Config): string {
  return `Dịch vụ công ${new URL(publicUrl).hostname}`;
}
