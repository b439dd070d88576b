export { keysFrom, openKeys, type Keys } from './keys.ts';
export { hashPassword, isPassword } from './password.ts';
