import { FileDamaged, FileGone } from '#/platform/files/index.ts';
import type { Services } from '#/platform/module.ts';
import { nobodysFiles } from '#/platform/sealed-files/index.ts';
import { deletePlainFile, listPlainFiles } from './store/plain-files.ts';

/**
 * Seals the files that were stored before files were sealed; interrupted, it goes on at the next start. A file that several
 * owners share is sealed for nobody in particular: erasing one of them must not take the paper of another.
 * Returns how many were sealed. What is missing or changed stays unreadable.
 */
export async function sealPlainFiles({
  database,
  files,
  log,
}: Pick<Services, 'database' | 'files' | 'log'>): Promise<number> {
  let sealed = 0;
  for (;;) {
    const plain = await database.transaction((tx) => listPlainFiles(tx, 1_000));
    if (plain.length === 0) return sealed;
    for (const { name, owners } of plain) {
      const [owner = nobodysFiles, ...others] = owners;
      try {
        await files.sealPlain(name, others.length === 0 ? owner : nobodysFiles);
        sealed += 1;
      } catch (err) {
        if (!(err instanceof FileGone || err instanceof FileDamaged)) throw err;
        log.error({ err }, 'a file of before could not be sealed');
      }
      await database.transaction((tx) => deletePlainFile(tx, name));
    }
  }
}
