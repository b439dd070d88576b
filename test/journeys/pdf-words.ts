import { execFileSync } from 'node:child_process';

/** Whether the words of a PDF can be read on this machine. */
export const canReadPdf = isThere('pdftotext');

/** The words of a PDF in one line; empty where the tool `pdftotext` is not there. */
export function wordsOfPdf(bytes: Uint8Array): string {
  if (!canReadPdf) return '';
  return execFileSync('pdftotext', ['-layout', '-', '-'], {
    input: bytes,
    encoding: 'utf8',
  }).replace(/\s+/g, ' ');
}

function isThere(tool: string): boolean {
  try {
    execFileSync(tool, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
