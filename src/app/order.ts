/**
 * The business modules in their one order: a module may import only modules above it, and this is also the order of
 * migrations and of start-up.
 */
export const moduleOrder = [
  'identity',
  'agency',
  'openid',
  'provisioning',
  'ledger',
  'privacy',
  'registry',
  'signing',
  'document',
  'credential',
  'notify',
  'payment',
  'procedure',
  'process',
  'mandate',
  'dossier',
  'appointment',
  'exchange',
  'rights',
  'studio',
] as const;

export type ModuleName = (typeof moduleOrder)[number];
