export { actBy, isStillInForce } from './acting.ts';
export { actNotice } from './notices.ts';
