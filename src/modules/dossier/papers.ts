import { listPapers, type Paper as UploadedPaper } from '#/modules/document/index.ts';
import type { CompiledProcedure, Paper, PartialAssessment } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import type { Channel, FiledPaper } from './dossier.ts';

/** A paper of a procedure and what was uploaded for it. */
export interface PaperSlot {
  readonly paper: Paper;
  /** Must be there before submitting. */
  readonly isNeeded: boolean;
  readonly uploaded: UploadedPaper | undefined;
}

/**
 * The papers that are handed in as files. Declaration forms are the form itself, papers to present are shown at the
 * counter, and what the state holds is looked up: none of these is asked for.
 */
export async function listSlots(
  tx: Tx,
  owner: string,
  procedure: CompiledProcedure,
  assessment: PartialAssessment,
): Promise<PaperSlot[]> {
  const uploaded = new Map((await listPapers(tx, owner)).map((paper) => [paper.code, paper]));
  const needed = new Set(assessment.papers.map(({ paper }) => paper.code));
  return procedure.catalogue.papers
    .filter((paper) => paper.group === 'SUBMIT' && (needed.has(paper.code) || !paper.required))
    .map((paper) => ({
      paper,
      isNeeded: needed.has(paper.code),
      uploaded: uploaded.get(paper.code),
    }))
    .toSorted((a, b) => Number(b.isNeeded) - Number(a.isNeeded));
}

/** Whether files are taken for a code: papers that are handed in; an official who enters a dossier scans any of its papers. */
export function isHandedIn(procedure: CompiledProcedure, channel: Channel, code: string): boolean {
  const paper = procedure.catalogue.papers.find((each) => each.code === code);
  return paper !== undefined && (paper.group === 'SUBMIT' || channel !== 'ONLINE');
}

/** Why the papers cannot be submitted as they are, by name of the paper. Empty when all is well. */
export function lackingOf(slots: readonly PaperSlot[], lang: Lang): string[] {
  return slots.flatMap(({ paper, isNeeded, uploaded }) => {
    const why = wantOf(isNeeded, uploaded);
    return why === undefined ? [] : [`${say(lang, paper.name)}: ${say(lang, why)}`];
  });
}

/** What is to be done about a paper before it can be submitted. */
function wantOf(isNeeded: boolean, uploaded: UploadedPaper | undefined): Text | undefined {
  switch (uploaded?.state ?? 'missing') {
    case 'missing':
      return isNeeded ? text('chưa có tệp nào', 'no file yet') : undefined;
    case 'uploaded':
    case 'checking':
      return text(
        'đang kiểm tra, đợi vài giây rồi tải lại trang',
        'being checked; wait some seconds and reload',
      );
    case 'rejected':
      return text('có tệp không dùng được, hãy thay tệp khác', 'a file cannot be used; replace it');
    case 'ready':
      return (uploaded?.doubts ?? 0) > 0
        ? text(
            'có trang khó đọc, hãy chụp lại hoặc xác nhận',
            'a page is hard to read; take it again or confirm',
          )
        : undefined;
  }
}

/** What is filed of each paper: its name, pages and SHA-256, for the receipt. */
export function filedPapers(slots: readonly PaperSlot[]): FiledPaper[] {
  return slots.flatMap(({ paper, uploaded }) =>
    uploaded?.bound
      ? [
          {
            code: paper.code,
            name: paper.name.vi,
            pages: uploaded.bound.pages,
            sha256: uploaded.bound.sha256,
          },
        ]
      : [],
  );
}
