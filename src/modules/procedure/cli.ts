import { resolve } from 'node:path';
import type { Database } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { formatDay, type Day } from '#/values/day.ts';
import { fill, say } from '#/values/text.ts';
import { writeArtefacts } from './artefacts.ts';
import { readBundle, type Bundle } from './bundle.ts';
import { faultLine } from './fault.ts';
import { importBundle } from './import.ts';
import type { ProcedureLinks } from './links.ts';
import { refusals } from './refusals.ts';
import { findInForce, getArtefacts } from './store.ts';

/** Takes one line for the operator. */
export type Tell = (line: string) => void;

/** `cqs procedure check FOLDER…`: true when every folder is a sound procedure whose examples all hold. */
export async function checkFolders(
  folders: readonly string[],
  links: Pick<ProcedureLinks, 'checkProcess'>,
  tell: Tell,
): Promise<boolean> {
  let isSound = true;
  for (const folder of folders)
    isSound = (await readSound(folder, links, tell)) !== undefined && isSound;
  return isSound;
}

/** `cqs procedure import FOLDER…`: checks all folders, then publishes all or none in one transaction. */
export async function importFolders(
  database: Database,
  folders: readonly string[],
  by: string,
  at: Date,
  links: ProcedureLinks,
  tell: Tell,
): Promise<boolean> {
  const bundles: (Bundle | undefined)[] = [];
  for (const folder of folders) bundles.push(await readSound(folder, links, tell));
  if (bundles.includes(undefined)) {
    tell('Chưa nhập thủ tục nào. Hãy sửa các chỗ trên rồi nhập lại.');
    return false;
  }
  const outcome = await database.transaction(async (tx) => {
    const lines: string[] = [];
    for (const bundle of bundles as Bundle[]) {
      const imported = await importBundle(tx, bundle, by, at, links);
      if (isRefusal(imported)) return imported;
      const { slug, no, effectiveFrom } = imported.version;
      const state = imported.isNew
        ? `có hiệu lực từ ${formatDay(effectiveFrom)}`
        : 'đã có từ trước, không đổi gì';
      lines.push(`${slug}: phiên bản ${no}, ${state}`);
    }
    return lines;
  });
  if (isRefusal(outcome)) {
    const { words } = refusals[outcome.refused as keyof typeof refusals];
    tell(say('vi', fill(words, outcome.facts ?? {})));
    return false;
  }
  outcome.forEach(tell);
  return true;
}

/** `cqs procedure export SLUG FOLDER`: writes the six files of the version in force, letter by letter. */
export async function exportProcedure(
  database: Database,
  slug: string,
  folder: string,
  on: Day,
  tell: Tell,
): Promise<boolean> {
  const artefacts = await database.transaction(async (tx) => {
    const version = await findInForce(tx, slug, on);
    return version && getArtefacts(tx, version.id);
  });
  if (artefacts === undefined) {
    tell(`Không có thủ tục nào tên "${slug}" đang có hiệu lực ngày ${formatDay(on)}.`);
    return false;
  }
  await writeArtefacts(folder, artefacts);
  tell(`Đã ghi 6 tệp vào ${folder}`);
  return true;
}

async function readSound(
  folder: string,
  links: Pick<ProcedureLinks, 'checkProcess'>,
  tell: Tell,
): Promise<Bundle | undefined> {
  const outcome = await readBundle(resolve(folder), links);
  if ('bundle' in outcome) {
    const { catalogue, procedure } = outcome.bundle;
    tell(`${catalogue.slug}: tốt, ${procedure.examples.length} ví dụ đều đúng`);
    return outcome.bundle;
  }
  tell(`${folder}: ${outcome.faults.length} chỗ cần sửa`);
  for (const one of outcome.faults) tell(`  ${faultLine(one)}`);
  return undefined;
}
