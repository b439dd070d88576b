export { credentialSource, statusSource } from './ledger-sources.ts';
export type { ClaimFacts, CredentialFacts, CredentialPorts, TakeableResult } from './ports.ts';
export { revoke as revokeCredentials } from './status.ts';
