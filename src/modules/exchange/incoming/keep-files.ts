import { createHash } from 'node:crypto';
import { paperArea } from '#/modules/document/index.ts';
import type { SentPaper } from '#/modules/dossier/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { nobodysFiles } from '#/platform/sealed-files/index.ts';
import { filesOf, type LegEvent, type SentFile } from '../event.ts';
import { deleteBrought, listBrought } from '../store/files.ts';
import type { Hearing } from './apply.ts';

type Sent = Pick<SentFile, 'sha256' | 'content' | 'size'>;
type Kept<F> = Omit<F, 'content' | 'size'> & Pick<SentPaper, 'key' | 'size'>;

/**
 * Puts the files of a message into the store of papers, those that came along and those that were fetched. Whose bytes
 * are not what their hash says are not taken. Whose papers they are is told once there is a dossier.
 */
export async function keepFiles<F extends Sent>(
  tx: Tx,
  { services: { files }, partner: { address } }: Hearing,
  event: LegEvent,
  sent: readonly F[],
): Promise<Kept<F>[] | Refusal> {
  const brought = await listBrought(tx, address, event.id);
  const labels = filesOf(event);
  const kept: Kept<F>[] = [];
  for (const [place, { content, size: _size, ...file }] of sent.entries()) {
    const key = brought.get(place);
    const bytes = content === undefined ? key && (await files.read(key, tx)) : fromBase64(content);
    if (!bytes || !isWhole(bytes, file.sha256))
      return refuse('exchange.file-damaged', { name: labels[place]!.label });
    kept.push({ ...file, ...(await files.put(paperArea, bytes, nobodysFiles, tx)) });
  }
  await deleteBrought(tx, address, event.id);
  return kept;
}

function fromBase64(content: string): Buffer {
  return Buffer.from(content, 'base64');
}

function isWhole(bytes: Buffer, sha256: string): boolean {
  return (
    createHash('sha256').update(bytes).digest('hex') === sha256 &&
    bytes.subarray(0, 5).toString('latin1') === '%PDF-'
  );
}
