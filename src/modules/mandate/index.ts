export { actBy, isStillInForce } from './acting.ts';
export { grantAtCounter, grantOnline, type Wish } from './grant.ts';
export type { Mandate, MandateKind } from './mandate.ts';
export { actNotice } from './notices.ts';
export { revoke } from './revoke.ts';
