import type { Services } from '#/platform/module.ts';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { rootOf } from '../merkle/edge.ts';
import type { Source } from '../source.ts';
import {
  listAllCosignatures,
  listCheckpoints,
  listStrayOpenings,
  listWaiting,
} from '../store/inspect.ts';
import { insertInspection, type Inspection } from '../store/inspections.ts';
import { findLog, setSnapshot, type LogState } from '../store/log.ts';
import { listWitnesses } from '../store/witnesses.ts';
import { checkCheckpoints, checkCosignatures } from './check-signatures.ts';
import { compareSource } from './compare-source.ts';
import { recompute, type Recomputed } from './recompute.ts';
import { Report } from './report.ts';

/** Waiting longer than this is no waiting any more. */
const stuckSeconds = 60;

/** What a run found, and how much it looked at. */
export interface Verdict extends Inspection {
  /** All that does not fit; `findings` lists the first thousand. */
  readonly count: number;
  /** Acts of the office from before the log was opened. */
  readonly before: number;
  /** Leaves whose link to a subject was erased, as the log says. */
  readonly erased: number;
}

/**
 * Checks the whole ledger in one cycle: computes the tree from the leaves, compares tiles, checkpoints and signatures
 * with it, follows every case, and compares every act of the office with its leaf. All of it sees one state of the
 * database. The result is kept for the public page.
 */
export async function inspectLedger(
  { database, clock, log }: Pick<Services, 'database' | 'clock' | 'log'>,
  sources: readonly Source[],
): Promise<Verdict> {
  const beganAt = clock.now();
  const verdict = await database.transaction(async (tx) => {
    await setSnapshot(tx);
    return examineLedger(tx, sources);
  });
  const inspection = { ...verdict, id: newId(), beganAt, endedAt: clock.now() };
  await database.transaction((tx) => insertInspection(tx, inspection));
  if (inspection.count > 0)
    log.fatal({ findings: inspection.findings.slice(0, 20) }, 'the ledger does not fit');
  return inspection;
}

/** The same within a transaction, which is left as it was. */
export async function examineLedger(
  tx: Tx,
  sources: readonly Source[],
): Promise<Omit<Verdict, 'id' | 'beganAt' | 'endedAt'>> {
  const report = new Report();
  const state = await findLog(tx).catch((error: unknown) => {
    if (!(error instanceof RangeError)) throw error;
    report.add('end', 'size and edge do not belong together');
    return undefined;
  });
  const checkpoints = await listCheckpoints(tx);
  const computed = await recompute(tx, new Set(checkpoints.map(({ size }) => size)), report);
  if (state) {
    compareEnd(state, computed, checkpoints.at(-1)?.size ?? 0, report);
    checkCheckpoints(state, checkpoints, computed.roots, report);
  }
  checkCosignatures(checkpoints, await listWitnesses(tx), await listAllCosignatures(tx), report);
  const lost = computed.unopened.filter(({ caseId }) => !computed.chains.isErased(caseId));
  for (const { idx } of lost) report.add('unopened', `leaf ${idx}`);
  for (const idx of await listStrayOpenings(tx, computed.edge.size))
    report.add('unopened', `opening ${idx} has no leaf`);
  const { compared, before } = await compareSources(tx, sources, computed, report);
  return {
    leaves: computed.edge.size,
    compared,
    before,
    erased: computed.unopened.length - lost.length,
    findings: report.findings,
    count: report.count,
  };
}

/** The log's account of its size and edge, and its last checkpoint, must be those of the leaves. */
function compareEnd(
  state: LogState,
  { edge, openedAt }: Recomputed,
  signed: number,
  report: Report,
): void {
  const isSame = state.edge.size === edge.size && rootOf(state.edge).equals(rootOf(edge));
  if (!isSame) report.add('end', `size ${state.edge.size}, leaves ${edge.size}`);
  if (openedAt !== null && Math.abs(openedAt.getTime() - state.openedAt.getTime()) >= 1000)
    report.add('end', 'the log was not opened when it says');
  if (signed !== edge.size) report.add('end', `signed up to ${signed} of ${edge.size}`);
}

async function compareSources(
  tx: Tx,
  sources: readonly Source[],
  computed: Recomputed,
  report: Report,
): Promise<{ compared: number; before: number }> {
  const waits = await listWaiting(tx);
  const waiting = new Set<string>();
  for (const { kind, subject, n, wait } of waits) {
    waiting.add(`${kind} ${subject}`).add(`${kind} ${subject} ${n}`);
    if (wait > stuckSeconds) report.add('stuck', `${kind} ${subject} ${n}`);
  }
  let [compared, before] = [0, 0];
  for (const source of sources) {
    const found = await compareSource(tx, source, waiting, computed.openedAt, report);
    compared += found.rows;
    before += found.before;
    const vanished = (computed.opened.get(source.kind) ?? 0) - found.matched;
    if (vanished > 0) report.add('vanished', `${vanished} × ${source.kind}`);
  }
  return { compared, before };
}
