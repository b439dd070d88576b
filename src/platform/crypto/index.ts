export { keysFrom, openKeys, type Keys } from './keys.ts';
export { hashPassword, isPassword, passwords } from './password.ts';
export type { Queue } from './queue.ts';
export { seal, unseal } from './seal.ts';
