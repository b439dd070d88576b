import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fault, type BundleFault } from './fault.ts';

/** The six files that make a procedure, in the order in which they are read and hashed. */
export const artefactNames = [
  'procedure.json',
  'form.json',
  'process.bpmn',
  'rules.dmn',
  'result.typ',
  'examples.json',
] as const;

export type ArtefactName = (typeof artefactNames)[number];

/** The texts of the six files, letter by letter. */
export type Artefacts = Readonly<Record<ArtefactName, string>>;

/** No file of law needs more; a larger one is a mistake or an attack. */
const mostBytes = 1_000_000;

/** Reads the six files of a folder. Links, devices, oversize files and text that is not UTF-8 are faults. */
export async function readArtefacts(
  folder: string,
): Promise<{ artefacts: Artefacts } | { faults: BundleFault[] }> {
  const texts: Partial<Record<ArtefactName, string>> = {};
  const faults: BundleFault[] = [];
  for (const name of artefactNames) {
    const read = await readText(join(folder, name));
    if ('text' in read) texts[name] = read.text;
    else faults.push(fault(name, '', read.wrong));
  }
  return faults.length > 0 ? { faults } : { artefacts: texts as Artefacts };
}

/** Writes the six files into a folder (made when missing), exactly as they were read. */
export async function writeArtefacts(folder: string, artefacts: Artefacts): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of artefactNames) await writeFile(join(folder, name), artefacts[name], 'utf8');
}

/** SHA-256 over names, lengths and texts of the six files, in hexadecimal. */
export function hashArtefacts(artefacts: Artefacts): string {
  const hash = createHash('sha256');
  for (const name of artefactNames) {
    const body = Buffer.from(artefacts[name], 'utf8');
    hash.update(`${name}\0${body.length}\0`).update(body);
  }
  return hash.digest('hex');
}

type TextRead = { readonly text: string } | { readonly wrong: string };

async function readText(path: string): Promise<TextRead> {
  try {
    if (!(await lstat(path)).isFile()) return { wrong: 'không phải là tệp thường' };
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const buffer = Buffer.alloc(mostBytes + 1);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      if (bytesRead > mostBytes)
        return { wrong: 'lớn hơn 1 MB; một thủ tục không cần tệp lớn như vậy' };
      return decode(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return { wrong: 'không có tệp này trong thư mục' };
    if (error instanceof Error && 'code' in error)
      return { wrong: `không đọc được (${String(error.code)})` };
    throw error;
  }
}

function decode(bytes: Uint8Array): TextRead {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? { wrong: 'có ký tự NUL; hãy lưu lại dạng văn bản' } : { text };
  } catch {
    return { wrong: 'không phải văn bản UTF-8; hãy lưu lại với mã UTF-8' };
  }
}
