import { followCalendars, servedPlaces, territoryOf } from '#/modules/agency/index.ts';
import { credentialSource, revokeCredentials, statusSource } from '#/modules/credential/index.ts';
import { issuedNames, issuedSource } from '#/modules/document/index.ts';
import {
  actSource,
  bindProcess,
  followActs,
  followCalendarsForDossiers,
  followDossiers,
  paperGate,
  settle,
  stateWords,
  usageOf,
  verbWords,
  waitingTimesOf,
} from '#/modules/dossier/index.ts';
import { followDossierActs } from '#/modules/exchange/index.ts';
import type { LedgerDoors } from '#/modules/ledger/mount.ts';
import { onSettled } from '#/modules/payment/index.ts';
import { publishedOn, versionSource, type ProcedureLinks } from '#/modules/procedure/index.ts';
import {
  compileProcess,
  followProcesses,
  ProcessFault,
  proveSound,
} from '#/modules/process/index.ts';
import { followVoids } from '#/modules/registry/index.ts';
import { ceremonySource } from '#/modules/signing/index.ts';
import { dayOf } from '#/values/day.ts';

/** What procedures show and set off in modules below them: processes are proven and deployed, dossiers counted. */
export const procedureLinks: ProcedureLinks = {
  async checkProcess(xml) {
    try {
      const { faults } = proveSound(await compileProcess(xml));
      return faults.map(({ element, words }) => ({ place: element ?? '', words: words.vi }));
    } catch (error) {
      if (!(error instanceof ProcessFault)) throw error;
      return error.faults.map(({ element, words }) => ({ place: element ?? '', words: words.vi }));
    }
  },
  onPublish: (tx, { version, artefacts }, at) =>
    bindProcess(
      tx,
      { versionId: version.id, slug: version.slug, bpmn: artefacts['process.bpmn'] },
      at,
    ),
  waitingTimes: (tx, procedureId) => waitingTimesOf(tx, procedureId),
  async territory(tx, now) {
    const [place] = await servedPlaces(tx);
    return place === undefined ? '' : (territoryOf(place, dayOf(now))?.code ?? '');
  },
  usage: (tx, now) => usageOf(tx, now),
};

/** Where the ledger finds the acts that it has leaves of, and what their codes are called. */
export const ledgerDoors: LedgerDoors = {
  sources: [
    actSource,
    issuedSource(paperGate),
    versionSource,
    credentialSource,
    statusSource,
    ceremonySource,
  ],
  async namesOf(tx, now) {
    const published = await publishedOn(tx, dayOf(now));
    return {
      procedures: new Map(published.map(({ version, facts }) => [version.slug, facts.shortName])),
      verbs: verbWords,
      states: Object.fromEntries(
        Object.entries(stateWords).map(([state, { name }]) => [state, name]),
      ),
      documents: issuedNames,
    };
  },
};

/** Registers listeners between modules for this process. Returns the way to take them back: tests compose many times. */
export function tieTogether(): () => void {
  followProcesses(followDossiers);
  const untie = [
    followCalendars(followCalendarsForDossiers),
    onSettled(settle),
    followVoids(async (tx, actor, owner) => {
      await revokeCredentials(tx, actor, { owner });
    }),
    followActs(followDossierActs),
  ];
  return () => untie.forEach((one) => one());
}
