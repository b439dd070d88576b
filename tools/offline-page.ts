// Builds the script of the offline checking page: `node tools/run.mjs tools/offline-page.ts`. The result is kept in the
// repository, so that the page which people save is the same letter by letter until its sources change.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const folder = join(import.meta.dirname, '../src/modules/ledger/offline');
export const builtFile = join(folder, 'page-script.txt');

/** The script as one text that can stand in a page. */
export async function buildOfflineScript(): Promise<string> {
  const bundle = await rolldown({ input: join(folder, 'page.ts'), logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  return output[0].code.trim().replaceAll('</', '<\\/');
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(builtFile, `${await buildOfflineScript()}\n`);
