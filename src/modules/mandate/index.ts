export { actBy, isStillInForce, principalOf } from './acting.ts';
export { actNotice } from './notices.ts';
export { tellPrincipal } from './tell-principal.ts';
