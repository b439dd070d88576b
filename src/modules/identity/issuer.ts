import type { Config } from '#/platform/config/index.ts';

/** By what name apps for codes show this site: plain letters, or its picture gets too fine for old cameras. */
export function issuerOf({ publicUrl }: Config): string {
  return new URL(publicUrl).hostname;
}
