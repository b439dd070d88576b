import type { SessionFacts } from '#/modules/identity/index.ts';

/** How sure it is who somebody is, as tokens say it: level 1 or 2 of Decree 69/2024/NĐ-CP. */
export const levels = ['vn:loa:2', 'vn:loa:1'] as const;

/** How somebody proved to be themselves, by RFC 8176. */
const methods: Readonly<Record<SessionFacts['by'], readonly string[]>> = {
  password: ['pwd'],
  app: ['pwd', 'otp', 'mfa'],
  'recovery-code': ['pwd', 'otp', 'mfa'],
  passkey: ['pop', 'user', 'mfa'],
  national: ['mfa'],
  demo: ['demo'],
};

/** What we vouch for when somebody who is signed in with us goes to a client. */
export function vouchFor({ assurance, by }: SessionFacts): { acr: string; amr: string[] } {
  return { acr: `vn:loa:${assurance}`, amr: [...methods[by]] };
}
