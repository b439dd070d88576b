export {
  checkCredential,
  issueCredential,
  type CheckedCredential,
  type IssuerKeys,
  type NewCredential,
  type StatusPlace,
} from './credential.ts';
export { SdJwtFault, type SdJwtReason } from './fault.ts';
export { didDocument, didOfSite } from './issuer-keys.ts';
export {
  checkSignature,
  isObject,
  parseJws,
  publicKeyOf,
  signJws,
  type Json,
  type JsonObject,
} from './jws.ts';
export {
  invalid,
  newStatusList,
  signStatusList,
  statusAt,
  withStatuses,
  type StatusList,
} from './status-list.ts';
