export { mayUse, type Access, type Audience } from './access.ts';
export {
  hasRole,
  operatorAccountId,
  systemAccountId,
  assuranceOf,
  behalfOf,
  mayActIn,
  systemActor,
  type ActingFor,
  type Actor,
  type Post,
} from './actor.ts';
export { lineOf } from './line-of.ts';
export { cookieNames, writeLook, yearSeconds } from './cookies.ts';
export { readOwnPath } from './own-path.ts';
export { pageNumber } from './page-number.ts';
export { entryOf } from './problem.ts';
export { readUpload } from './read-upload.ts';
export { refusals as httpRefusals } from './refusals.ts';
export {
  api,
  get,
  post,
  program,
  raw,
  type ApiRoute,
  type Aside,
  type Body,
  type Look,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from './route.ts';
export {
  challenge,
  isFault,
  readToken,
  type SentToken,
  type TokenCaller,
  type TokenDoor,
  type TokenFault,
} from './tokens.ts';
export type { Meter } from './flood.ts';
export { lureOf, type Lure } from './lure.ts';
export { buildWeb, type Rendering } from './web.ts';
