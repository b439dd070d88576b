import { PDFDocument } from '@cantoo/pdf-lib';
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

export function createPrintWorks(needs: Needs): PrintWorks {
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
    const pages = (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();
    const stored = await files.put(area, pdf, task.owner);
    await database.transaction(async (tx) => {
      const row = await updatePrinted(tx, task.id, { ...stored, pages, at: clock.now() });
      if (row) await logIssued(tx, row);
    });
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
