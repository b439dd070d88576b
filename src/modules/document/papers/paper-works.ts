import { setTimeout as pause } from 'node:timers/promises';
import type { Services } from '#/platform/module.ts';
import type { Scanner } from '#/platform/scanner/index.ts';
import { WorkshopClosed } from '#/platform/workshop/index.ts';
import type { Darkroom } from '../darkroom/index.ts';
import { listPapers } from '../store/papers.ts';
import {
  claimFile,
  claimPaper,
  updateBound,
  updateDeveloped,
  updateSpoiled,
  updateUnchecked,
} from '../store/work.ts';

/** Where checks and bindings are done: in jobs, and at once while somebody waits. */
export interface PaperWorks {
  /** Checks and binds what waits anywhere. Returns whether there was something. */
  workOff(): Promise<boolean>;
  /** Helps until the files of a paper are checked and it is bound, for a person who waits up to `limitMs`. Others keep their turn. */
  settle(owner: string, code: string, limitMs: number): Promise<void>;
}

type Needs = Pick<Services, 'database' | 'files' | 'clock' | 'log'>;

/** Files that brought the darkroom down this often are not opened again. */
const maxAttempts = 3;

/** Somebody else works on the file for which a person waits. */
const lookAgainMs = 200;

/** Without a scanner nothing is scanned; with one, what it does not call clean is not opened. */
export function createPaperWorks(needs: Needs, darkroom: Darkroom, scanner?: Scanner): PaperWorks {
  const { database, files, clock, log } = needs;
  let turn: Promise<unknown> = Promise.resolve();
  return { workOff, settle };

  async function workOff(): Promise<boolean> {
    return (await checkFile()) || (await bindPaper());
  }

  async function settle(owner: string, code: string, limitMs: number): Promise<void> {
    const until = Date.now() + limitMs;
    try {
      while (await isWaiting(owner, code)) {
        if (Date.now() > until) return;
        if (!(await checkFile())) await pause(lookAgainMs);
      }
      await bindPaper({ owner, code });
    } catch (err) {
      log.error({ err }, 'a paper could not be checked');
    }
  }

  async function isWaiting(owner: string, code: string): Promise<boolean> {
    const [paper] = await database.transaction((tx) => listPapers(tx, owner, code));
    return (paper?.files ?? []).some(({ state }) => state === 'uploaded' || state === 'checking');
  }

  /**
   * One file at a time, as the darkroom has one place: a file that is claimed waits for nobody, so the order of claims is
   * the order of work, whoever asks for it.
   */
  function checkFile(): Promise<boolean> {
    const checked = turn.then(checkNext);
    turn = checked.catch(() => undefined);
    return checked;
  }

  async function checkNext(): Promise<boolean> {
    const claimed = await database.transaction((tx) => claimFile(tx, clock.now()));
    if (!claimed) return false;
    if (claimed.attempts > maxAttempts) {
      await database.transaction((tx) => updateSpoiled(tx, claimed.id, 'unreadable'));
      return true;
    }
    const content = await files.read(claimed.key);
    const verdict = (await scanner?.scan(content)) ?? 'clean';
    if (verdict !== 'clean') {
      await database.transaction((tx) => updateSpoiled(tx, claimed.id, verdict));
      return true;
    }
    const developed = await darkroom
      .develop(content)
      .catch((error: unknown) => giveBack(claimed.id, error));
    if ('spoiled' in developed) {
      await database.transaction((tx) => updateSpoiled(tx, claimed.id, developed.spoiled));
      return true;
    }
    const { key: pagesKey } = await files.put(area, developed.pdf, claimed.owner);
    const pages = await Promise.all(
      developed.pages.map(async ({ doubt, preview }) => ({
        doubt,
        previewKey: preview && (await files.put(area, preview, claimed.owner)).key,
      })),
    );
    await database.transaction((tx) =>
      updateDeveloped(tx, claimed.id, { medium: developed.medium, pagesKey, pages }),
    );
    return true;
  }

  /** A program that stops does not count as an attempt at the file. */
  async function giveBack(id: string, error: unknown): Promise<never> {
    if (error instanceof WorkshopClosed)
      await database.transaction((tx) => updateUnchecked(tx, id));
    throw error;
  }

  async function bindPaper(which?: { owner: string; code: string }): Promise<boolean> {
    const unbound = await database.transaction((tx) => claimPaper(tx, clock.now(), which));
    if (!unbound) return false;
    const parts = [];
    for (const part of unbound.parts)
      parts.push({ pdf: await files.read(part.pagesKey), pages: part.pages });
    const bound = await darkroom.bind(unbound.code, parts);
    const stored = await files.put(area, bound.pdf, unbound.owner);
    await database.transaction((tx) =>
      updateBound(tx, unbound, { ...stored, pages: bound.pages, at: clock.now() }),
    );
    return true;
  }
}

/** Area of the store of files in which all papers lie. */
export const area = 'papers';
