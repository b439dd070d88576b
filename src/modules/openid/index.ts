/** Our own OpenID Connect provider, its clients, and who comes by an access token. */
export { tokenCheck, type GoodToken, type Presented } from './check-token.ts';
export type { Client } from './client.ts';
export { registerClient, type ClientFacts } from './commands/register-client.ts';
export { sessionsToEnd } from './logout.ts';
export type { Ports, WishToAct } from './ports.ts';
export { apiScopes } from './scopes.ts';
export { deleteAllOf as revokeAllOf } from './store/grants.ts';
export { programOf, tokenDoor } from './token-door.ts';
