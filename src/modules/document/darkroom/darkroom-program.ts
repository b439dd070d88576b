// The process in which files from strangers are opened.
import { serveWorkshop } from '#/platform/workshop/index.ts';
import { bind } from './bind.ts';
import type { DarkroomOrder, DarkroomResult } from './order.ts';
import { developPhoto } from './photo.ts';
import { developPdf } from './received-pdf.ts';
import { sniff } from './sniff.ts';
import { Spoil } from './spoil.ts';
import { readWord } from './word.ts';

serveWorkshop(async (order: DarkroomOrder): Promise<DarkroomResult> => {
  if (order.act === 'bind') return { bound: await bind(order.title, order.parts) };
  try {
    return await develop(order.bytes);
  } catch (error) {
    if (error instanceof Spoil) return { spoiled: error.code };
    throw error;
  }
});

async function develop(bytes: Uint8Array): Promise<DarkroomResult> {
  const medium = await sniff(bytes);
  if (medium === 'docx') return { manuscript: await readWord(bytes) };
  if (medium === 'pdf') return { developed: await developPdf(bytes) };
  return { developed: await developPhoto(bytes, medium) };
}
