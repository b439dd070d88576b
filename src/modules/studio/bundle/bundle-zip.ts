import { artefactNames, type ArtefactName, type Artefacts } from '#/modules/procedure/index.ts';
import { readZip, ZipFault } from './read-zip.ts';
import { writeZip } from './write-zip.ts';

/** No file of law needs more, see the limit of the procedure module. */
const mostBytes = 1_000_000;

/** A procedure as an archive: a folder with its address as name, and the six files in it, letter by letter. */
export function zipOf(slug: string, artefacts: Artefacts): Buffer {
  return writeZip(
    artefactNames.map((name) => ({ name: `${slug}/${name}`, text: artefacts[name] })),
  );
}

/** The six texts of an archive; they may lie in a folder, and other files beside them are passed over. @throws ZipFault */
export function artefactsIn(zip: Buffer): Artefacts {
  const files = readZip(zip, (name) => nameOf(name) !== undefined, mostBytes);
  const folders = new Set([...files.keys()].map((name) => name.split('/').slice(0, -1).join('/')));
  if (folders.size > 1) throw new ZipFault('several');
  const texts = new Map([...files].map(([name, bytes]) => [nameOf(name)!, decoded(name, bytes)]));
  const missing = artefactNames.filter((name) => !texts.has(name));
  if (missing.length > 0) throw new ZipFault('missing', ...missing);
  return Object.fromEntries(texts) as unknown as Artefacts;
}

/** Which of the six a file is; undefined for folders of archivers and everything else. */
function nameOf(path: string): ArtefactName | undefined {
  const parts = path.split('/');
  if (parts.length > 3 || parts.includes('__MACOSX')) return undefined;
  return artefactNames.find((name) => name === parts.at(-1));
}

function decoded(name: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below: the bytes are no UTF-8.
  }
  throw new ZipFault('no-text', name);
}
