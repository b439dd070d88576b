import type { CredentialPorts, TakeableResult } from '#/modules/credential/index.ts';
import { findIssued, issuedFor } from '#/modules/document/index.ts';
import { compiledVersion, publishedOn } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { findById, listOfPerson } from './store/index.ts';
import type { Dossier } from './dossier.ts';

/** How many dossiers of a person are looked through. */
const most = 100;

/** Which results people may take as credentials: delivered ones that grant what was asked, of procedures that say how. */
export const credentialPorts: CredentialPorts = {
  async listTypes(tx, today) {
    const published = await publishedOn(tx, today);
    return published.flatMap(({ facts }) =>
      facts.results.flatMap(({ credential }) => credential ?? []),
    );
  },
  async listResults(tx, actor) {
    // Who acts for another carries no papers of theirs.
    if (actor.actingFor !== undefined) return [];
    const found: TakeableResult[] = [];
    for (const dossier of await listOfPerson(tx, actor, most)) {
      const result = await resultOf(tx, dossier);
      if (result) found.push(result);
    }
    return found;
  },
  async findResult(tx, documentId) {
    const issued = await findIssued(tx, documentId);
    const dossier = issued && (await findById(tx, issued.owner));
    const result = dossier && (await resultOf(tx, dossier));
    return result?.documentId === documentId ? result : undefined;
  },
};

async function resultOf(tx: Tx, dossier: Dossier): Promise<TakeableResult | undefined> {
  if (dossier.state !== 'DELIVERED' || dossier.proposal === 'refuse') return undefined;
  const { catalogue } = await compiledVersion(tx, dossier.versionId);
  const facts = catalogue.results[0]?.credential;
  if (!facts) return undefined;
  const papers = await issuedFor(tx, dossier.id);
  const paper = papers.find(({ kind, state }) => kind === 'RESULT' && state === 'printed');
  if (!paper) return undefined;
  const { id: documentId, title, number, requestedAt: issuedAt } = paper;
  return { documentId, owner: dossier.id, title, number, issuedAt, facts };
}
