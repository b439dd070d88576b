import type { Verb } from './dossier.ts';

/** What officials do to a dossier; the usual next act first. */
export const deskVerbs = [
  'accept',
  'forward',
  'approve',
  'register',
  'deliver',
  'finish-leg',
  'give-opinion',
  'allow-supplement',
  'claim',
  'request-supplement',
  'demand-payment',
  'extend',
  'return',
  'propose-refusal',
  'deny-supplement',
  'refuse',
  'refuse-leg',
  'stop',
  'jump',
  'assign',
  'release',
  'check-paper',
  'message',
] as const satisfies readonly Verb[];

export type DeskVerb = (typeof deskVerbs)[number];
