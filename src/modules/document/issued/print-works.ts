import { PDFDocument } from '@cantoo/pdf-lib';
import type { PaperSigner, SigningStep } from '#/modules/signing/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Services } from '#/platform/module.ts';
import { PapersmithFault, qrSvg } from '#/platform/papersmith/index.ts';
import { WorkshopClosed, WorkshopTimeout } from '#/platform/workshop/index.ts';
import { forms, letterhead, type FormKind } from '../forms/index.ts';
import { area } from '../papers/paper-works.ts';
import { logIssued } from './ledger-source.ts';
import {
  claimPrint,
  updatePrinted,
  updatePrintFault,
  updateStage,
  updateUntried,
  type PrintTask,
} from '../store/issued.ts';

/** Where issued papers are printed: in jobs, and at once when somebody wants to see one. */
export interface PrintWorks {
  /** Prints the oldest paper that waits, or this one. Returns whether there was one to print. */
  printNext(id?: string): Promise<boolean>;
}

type Needs = Pick<Services, 'database' | 'files' | 'clock' | 'papersmith' | 'config' | 'log'>;

/** How long each failed attempt waits for the next, in milliseconds; after the last it is for a person to try again. */
const pauses = [30_000, 120_000, 480_000, 1_920_000];

export function createPrintWorks(needs: Needs, signer: PaperSigner): PrintWorks {
  const { database, files, clock, papersmith, log } = needs;
  const { publicUrl } = needs.config;
  return { printNext };

  async function printNext(id?: string): Promise<boolean> {
    const task = await database.transaction((tx) => claimPrint(tx, clock.now(), id));
    if (!task) return false;
    try {
      await print(task);
    } catch (err) {
      await noteFault(task, err);
    }
    return true;
  }

  /** A program that stops gives its attempt back; all else is a fault of the paper or of the machine. */
  async function noteFault(task: PrintTask, err: unknown): Promise<void> {
    if (err instanceof WorkshopClosed) {
      await database.transaction((tx) => updateUntried(tx, task.id));
      throw err;
    }
    const next = nextTryAt(task, err, clock.now());
    const about = { err, document: task.id, kind: task.kind, isLast: next === null };
    log.error(about, 'a paper could not be printed');
    const fault = err instanceof Error ? err.message : String(err);
    await database.transaction((tx) => updatePrintFault(tx, task.id, fault, next));
  }

  async function print(task: PrintTask): Promise<void> {
    const steps = task.signing ? await signer.stepsFor(task.signing, task.requestedAt) : [];
    const pdf = steps.length === 0 ? await press(task) : await sign(task, steps);
    const pages = (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();
    const stored = await files.put(area, pdf, task.owner);
    await database.transaction(async (tx) => {
      const row = await updatePrinted(tx, task.id, { ...stored, pages, at: clock.now() });
      if (row) await logIssued(tx, row);
    });
  }

  /**
   * Goes on from the stage that the paper reached. Each stage is kept with its time before the next begins: whoever dies
   * in between leaves at most one signature over the same bytes, and the paper gets each of them once.
   */
  async function sign(task: PrintTask, steps: readonly SigningStep[]): Promise<Buffer> {
    let { stage } = task;
    let at = task.stageAt ?? clock.now();
    let pdf = task.stageKey === null ? await press(task) : await files.read(task.stageKey);
    if (stage === 0) await keep(task, (stage = 1), pdf, (at = clock.now()));
    for (const step of steps.slice(stage - 1)) {
      const [before, signedAt] = [pdf, at];
      pdf = await step.run(before, signedAt);
      await keep(task, (stage += 1), pdf, (at = clock.now()), (tx) =>
        step.record(tx, task.id, pdf, signedAt),
      );
    }
    return pdf;
  }

  async function keep(
    task: PrintTask,
    stage: number,
    pdf: Buffer,
    at: Date,
    also?: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    const { key } = await files.put(area, pdf, task.owner);
    await database.transaction(async (tx) => {
      if (!(await updateStage(tx, task.id, { stage, key, at })))
        throw new Error('another process signs this paper');
      await also?.(tx);
    });
  }

  async function press(task: PrintTask): Promise<Buffer> {
    const verification = `${publicUrl}/kiem-chung?ma=${task.code}`;
    const data = {
      ...printed(task),
      qr: verification,
      verification: { code: task.code, address: `${publicUrl}/kiem-chung` },
    };
    const assets: Record<string, Uint8Array> = { 'qr.svg': await qrSvg(verification) };
    if ('trackingAddress' in data) assets['track.svg'] = await qrSvg(data.trackingAddress);
    const pdf = await papersmith.print({
      template: task.template ?? forms[task.kind as FormKind].template,
      data,
      assets: { 'letterhead.typ': letterhead, ...sources(task), ...assets },
    });
    return Buffer.from(pdf);
  }

  /** The data as they are printed: the number in its place, addresses of our pages made whole. */
  function printed({ data, number }: PrintTask) {
    const head = typeof data['head'] === 'object' ? { head: { ...data['head'], number } } : {};
    const { trackingAddress } = data;
    const tracking =
      typeof trackingAddress === 'string'
        ? { trackingAddress: new URL(trackingAddress, publicUrl).href }
        : {};
    return { ...data, number: number ?? '', ...head, ...tracking };
  }
}

/** A template that is wrong stays wrong; a machine that is busy or a process that crashed deserves further attempts. */
function nextTryAt({ attempts }: PrintTask, err: unknown, at: Date): Date | null {
  const isWrong = err instanceof PapersmithFault && !(err.cause instanceof WorkshopTimeout);
  const pause = pauses[attempts - 1];
  return isWrong || pause === undefined ? null : new Date(at.getTime() + pause);
}

function sources(task: PrintTask): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(task.assets).map(([name, text]) => [name, Buffer.from(text)]),
  );
}
