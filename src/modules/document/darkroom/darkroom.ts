import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PapersmithFault, type Papersmith } from '#/platform/papersmith/index.ts';
import { openWorkshop, WorkshopLost, WorkshopTimeout } from '#/platform/workshop/index.ts';
import type {
  Bound,
  BoundPart,
  DarkroomOrder,
  DarkroomResult,
  Developed,
  Manuscript,
  Spoiled,
} from './order.ts';

/** Makes clean pages of whatever people send, and papers of pages, in processes of its own. */
export interface Darkroom {
  develop(bytes: Uint8Array): Promise<Developed | Spoiled>;
  bind(title: string, parts: readonly BoundPart[]): Promise<Bound>;
  close(): void;
}

const template = readFileSync(join(import.meta.dirname, 'manuscript.typ'), 'utf8');

/** Opens a darkroom. Text files are set by the papersmith, so that they become pages like all others. */
export function openDarkroom(papersmith: Papersmith, limitMs = 30_000): Darkroom {
  const workshop = openWorkshop<DarkroomOrder, DarkroomResult>({
    program: join(import.meta.dirname, 'darkroom-program.ts'),
    places: 1,
    limitMs,
    maxResidentBytes: 700 * 1024 * 1024,
  });
  return { develop, bind, close: () => workshop.close() };

  async function develop(bytes: Uint8Array): Promise<Developed | Spoiled> {
    const result = await attempt({ act: 'develop', bytes });
    if ('developed' in result) return result.developed;
    if ('manuscript' in result) return await set(result.manuscript);
    return expectSpoiled(result);
  }

  async function set(manuscript: Manuscript): Promise<Developed | Spoiled> {
    const order = { template, data: { blocks: manuscript.blocks }, assets: manuscript.pictures };
    const pdf = await papersmith.print(order).catch((error: unknown) => {
      if (error instanceof PapersmithFault || error instanceof WorkshopLost) return undefined;
      throw error;
    });
    if (!pdf) return { spoiled: 'word-damaged' };
    const result = await attempt({ act: 'develop', bytes: pdf });
    return 'developed' in result ? { ...result.developed, medium: 'docx' } : expectSpoiled(result);
  }

  async function bind(title: string, parts: readonly BoundPart[]): Promise<Bound> {
    const result = await workshop.work({ act: 'bind', title, parts });
    if ('bound' in result) return result.bound;
    throw new Error('The darkroom answered something else than a bound paper');
  }

  /** A file that crashes or exhausts its reader is unreadable, whatever it is. */
  async function attempt(order: DarkroomOrder): Promise<DarkroomResult> {
    return await workshop.work(order).catch((error: unknown) => {
      if (error instanceof WorkshopLost || error instanceof WorkshopTimeout)
        return { spoiled: 'unreadable' };
      throw error;
    });
  }
}

function expectSpoiled(result: DarkroomResult): Spoiled {
  if ('spoiled' in result) return result;
  throw new Error('The darkroom answered something else than pages');
}
