import type { Tx } from '#/platform/db/index.ts';
import type { Artefacts } from './artefacts.ts';
import type { Version } from './version.ts';
import type { WaitingTimes } from './waiting.ts';

/** A version that has just been published. */
interface Publication {
  readonly version: Version;
  readonly artefacts: Artefacts;
}

/**
 * What modules further down the order know and this one shows or sets off. The application hands it in, because a
 * module may import only those above it.
 */
export interface ProcedureLinks {
  /** Faults of a process, in Vietnamese; none when it can be deployed. */
  checkProcess(xml: string): Promise<readonly { readonly place: string; readonly words: string }[]>;
  /** Runs in the transaction that publishes, e.g. deploys process.bpmn. */
  onPublish(tx: Tx, publication: Publication, at: Date): Promise<void>;
  /** Real waits of a procedure's dossiers; null when nothing is counted. */
  waitingTimes(tx: Tx, procedureId: string, now: Date): Promise<WaitingTimes | null>;
  /** Code of the fee territory in which this office lies, e.g. CT-PL1; empty when it has none. */
  territory(tx: Tx, now: Date): Promise<string>;
  /** How many dossiers each procedure had lately, by procedure id. */
  readonly usage: (tx: Tx, now: Date) => Promise<ReadonlyMap<string, number>>;
}

/** An office without dossiers: nothing is counted, nothing is deployed. */
export const noLinks: ProcedureLinks = {
  checkProcess: () => Promise.resolve([]),
  onPublish: () => Promise.resolve(),
  waitingTimes: () => Promise.resolve(null),
  territory: () => Promise.resolve(''),
  usage: () => Promise.resolve(new Map()),
};
