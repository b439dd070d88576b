import { api, type Actor, type Route } from '#/platform/http/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { signedIn } from '../access.ts';
import { openDossier } from '../desk/open-dossier.ts';
import { mayDo } from '../dossier.ts';
import { mayRead } from '../policy.ts';
import { listOpenSteps } from '../process-link.ts';
import { recordActingRead } from '../record-acting-read.ts';
import { findByCode, listActs } from '../store/index.ts';
import { timesOf } from '../times/times-of.ts';
import { unseen } from '../unseen.ts';
import { innerVerbs } from '../verb-words.ts';
import { codeParam, dossier as schema, type DossierJson } from './schemas.ts';
import { dossierJson } from './to-json.ts';

/** One dossier, for whose it is and for the officials who handle it. */
export function dossierApi(): Route[] {
  return [
    api(
      'GET',
      '/api/v1/dossiers/:code',
      signedIn,
      {
        summary:
          'Reads one dossier: one’s own, or as an official of a unit that takes part; the reading is recorded',
        params: codeParam,
        answer: schema,
      },
      (tx, call) => read(tx, call.actor!, call.params.code),
    ),
  ];
}

/** Officials see everything that was done; applicants not what officials do among themselves. */
async function read(tx: Tx, actor: Actor, code: string): Promise<DossierJson | Refusal> {
  const dossier = await findByCode(tx, code);
  const isOfficial = actor.kind === 'official';
  if (!dossier) return isOfficial ? unseen(tx, code) : refuse('dossier.not-in-account');
  if (!mayRead(actor, dossier))
    return refuse(isOfficial ? 'dossier.not-your-unit' : 'dossier.not-in-account');
  if (isOfficial) {
    const { history, ...beside } = await openDossier(tx, actor, dossier);
    return dossierJson(dossier, history, beside);
  }
  await recordActingRead(tx, actor, dossier);
  const acts = (['confirm-draft', 'dispute-draft', 'withdraw', 'message'] as const).filter((verb) =>
    mayDo(verb, dossier),
  );
  const history = (await listActs(tx, dossier.id)).filter(({ verb }) => !innerVerbs.has(verb));
  const steps = await listOpenSteps(tx, dossier, actor.at);
  return dossierJson(dossier, history, {
    acts,
    times: await timesOf(tx, dossier, actor.at),
    steps: steps.filter(({ kind }) => kind === 'leg' || kind === 'consult'),
  });
}
