import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultLine, readBundle, type Bundle } from '#/modules/procedure/index.ts';
import { compileProcess, ProcessFault, proveSound } from '#/modules/process/index.ts';
import { say } from '#/values/text.ts';

const folder = fileURLToPath(new URL('../../procedures/', import.meta.url));

/** The procedures that come with the program, by the names of their folders. */
export const slugs: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

/** All of them, read and checked, processes proven; throws with every fault. */
export async function readShipped(): Promise<ReadonlyMap<string, Bundle>> {
  const bundles = new Map<string, Bundle>();
  for (const slug of slugs) {
    const outcome = await readBundle(join(folder, slug), { checkProcess });
    if ('faults' in outcome)
      throw new Error(`${slug}: ${outcome.faults.map(faultLine).join('\n')}`);
    bundles.set(slug, outcome.bundle);
  }
  return bundles;
}

/** As the application links it: what is wrong with a process, or that it may never end. */
export async function checkProcess(xml: string): Promise<{ place: string; words: string }[]> {
  try {
    const proof = proveSound(await compileProcess(xml));
    if (proof.sound) return [];
    return [
      { place: '', words: `chưa chứng minh được là luôn kết thúc: ${JSON.stringify(proof)}` },
    ];
  } catch (error) {
    if (!(error instanceof ProcessFault)) throw error;
    return error.faults.map(({ element, words }) => ({
      place: element ?? '',
      words: say('vi', words),
    }));
  }
}
