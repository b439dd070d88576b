import type { Tx } from '#/platform/db/index.ts';
import type { StoredFile } from '#/platform/files/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { insertFile } from '../store/files.ts';
import { changePaper, listPapers } from '../store/papers.ts';
import { maxFilesPerPaper } from './paper.ts';
import { takeRoom } from './quota.ts';

/** A file that came in for a paper: stored, or without `stored` too large to be kept. */
export interface ReceivedFile {
  readonly owner: string;
  readonly paper: string;
  readonly name: string;
  readonly size: number;
  readonly stored?: StoredFile | undefined;
}

/** Beyond this even rejected files are no longer listed: somebody only makes rows. */
const maxListed = maxFilesPerPaper * 2;

/**
 * Adds a file to a paper. It is checked afterwards, see PaperWorks. A file that cannot be taken is listed as rejected, with
 * its reason, so that nobody believes to have sent it. The same file sent twice to one paper is one file.
 * @returns its id, or a refusal when the paper has no room even for its name, or the owner or account none for its bytes.
 */
export async function addFile(tx: Tx, actor: Actor, file: ReceivedFile): Promise<string | Refusal> {
  await changePaper(tx, file.owner, file.paper);
  const [paper] = await listPapers(tx, file.owner, file.paper);
  const standing = paper?.files ?? [];
  const same = standing.find(
    (each) => each.sha256 !== undefined && each.sha256 === file.stored?.sha256,
  );
  if (same) return same.id;
  if (standing.length >= maxListed) return refuse('document.too-many-files');
  const refused = file.stored && (await takeRoom(tx, actor, file.owner, file.stored.size));
  if (refused) return refused;
  const isFull = standing.filter((each) => each.state !== 'rejected').length >= maxFilesPerPaper;
  const id = newId();
  await insertFile(tx, {
    id,
    owner: file.owner,
    paper: file.paper,
    name: shownName(file.name),
    size: file.size,
    key: file.stored?.key,
    sha256: file.stored?.sha256,
    spoiled: spoiledBy(file, isFull),
    uploadedAt: actor.at,
    uploadedBy: actor.accountId,
  });
  return id;
}

function spoiledBy(file: ReceivedFile, isFull: boolean): string | undefined {
  if (isFull) return 'too-many-files';
  return file.stored ? undefined : 'file-too-large';
}

/** The last part of the name without control and direction characters, which could make it read as another. */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const letters = Array.from(clean);
  if (letters.length <= 120) return clean === '' ? 'tep' : clean;
  return `${letters.slice(0, 100).join('')}…${letters.slice(-16).join('')}`;
}
