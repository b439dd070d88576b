import { expect } from 'vitest';
import { wordsOfPdf } from './pdf-words.ts';
import type { Person } from './person.ts';

/** Opens a letter that the page of a dossier names, and reads its words (empty without `pdftotext`). */
export async function letter(person: Person, title: string): Promise<string> {
  const href = new RegExp(`href="(/van-ban/[^"]+)"[^>]*>${title}`).exec(person.html)?.[1];
  if (href === undefined) throw new Error(`no ${title} at ${person.path}: ${person.words}`);
  const pdf = await person.download(href);
  expect(pdf.statusCode, `${title} at ${href}`).toBe(200);
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  return wordsOfPdf(pdf.rawPayload);
}
