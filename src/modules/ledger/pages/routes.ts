import { get, type Route } from '#/platform/http/index.ts';
import { everybody } from '../access.ts';
import type { NamesOf } from '../names.ts';
import { type PublicChain, showAnchors } from './anchors.tsx';
import { showEntry } from './entry.tsx';
import { showExplorer } from './explorer.tsx';

/** The public pages of the ledger. */
export function explorerRoutes(namesOf: NamesOf, chain: PublicChain | null): Route[] {
  return [
    get('/so-minh-bach', everybody, (tx, visit) => showExplorer(tx, visit, namesOf)),
    get('/so-minh-bach/muc/:index', everybody, (tx, visit) => showEntry(tx, visit, namesOf)),
    get('/so-minh-bach/neo', everybody, (tx, visit) => showAnchors(tx, visit, chain)),
  ];
}
