import { fold } from '#/values/fold.ts';
import { withoutBullet } from './clean.ts';
import { finding, type Finding } from './finding.ts';
import { longest, type ProposedPaper } from './proposal.ts';
import type { RecordPaper } from './record.ts';

/** What became of the list of papers: papers, the notes that stood among them, and what a person should look at. */
export interface ExaminedPapers {
  readonly papers: readonly ProposedPaper[];
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}

/** Sorts notes from papers, and papers that stand in several cases into one. Nothing is dropped: headings become notes. */
export function examinePapers(list: readonly RecordPaper[]): ExaminedPapers {
  const findings: Finding[] = [];
  const notes: string[] = [];
  const papers: Draft[] = [];
  for (const [no, written] of list.entries()) {
    const place = `giấy tờ ${no + 1}`;
    const paper = { ...written, name: withoutBullet(written.name) };
    if (paper.name === '') continue;
    if (isNote(paper)) {
      findings.push(finding('note-as-paper', place, { name: paper.name }));
      if (!notes.includes(paper.name)) notes.push(paper.name);
      continue;
    }
    const same = papers.find(({ code, key }) =>
      paper.code === '' ? key === keyOf(paper.name) : code === paper.code,
    );
    if (same) {
      findings.push(finding('duplicate', place, { name: paper.name }));
      if (paper.heading !== '' && !isGrouping(paper.heading)) same.headings.add(paper.heading);
      if (keyOf(paper.name) !== same.key) same.others.add(paper.name);
      continue;
    }
    if (papers.some(({ key }) => key === keyOf(paper.name))) {
      findings.push(finding('same-name', place, { name: paper.name }));
    }
    papers.push(draftOf(paper, papers.length + 1, place, findings));
  }
  if (papers.length > longest.papers) {
    findings.push(finding('too-many', 'giấy tờ', { count: papers.length, most: longest.papers }));
    for (const { name } of papers.splice(longest.papers)) notes.push(name);
  }
  return { papers: papers.map(proposed), notes, findings };
}

interface Draft extends Omit<ProposedPaper, 'note'> {
  readonly key: string;
  readonly headings: Set<string>;
  /** The same code under other names. */
  readonly others: Set<string>;
}

function draftOf(paper: RecordPaper, no: number, place: string, findings: Finding[]): Draft {
  const code = paper.code || `GT.${no}`;
  if (paper.code === '') findings.push(finding('no-code', place, { name: paper.name, code }));
  const group = groupOf(paper);
  const isUncounted = (paper.originals ?? 0) === 0 && (paper.copies ?? 0) === 0;
  if (isUncounted && group !== 'LOOKED_UP') {
    findings.push(finding('no-copies', place, { name: paper.name }));
  }
  const headings = new Set(
    paper.heading === '' || isGrouping(paper.heading) ? [] : [paper.heading],
  );
  return {
    code,
    key: keyOf(paper.name),
    name: paper.name,
    group,
    originals: within(isUncounted && group !== 'LOOKED_UP' ? 1 : (paper.originals ?? 0)),
    copies: within(paper.copies ?? 0),
    required: paper.required ?? headings.size === 0,
    headings,
    others: new Set(),
  };
}

function within(count: number): number {
  return Math.min(20, Math.max(0, Math.round(count)));
}

function proposed({ key: _key, headings, others, ...paper }: Draft): ProposedPaper {
  const note = [...headings, ...others]
    .map((line) => withoutBullet(line).replace(/:$/, ''))
    .join('; ');
  return { ...paper, ...(note === '' ? {} : { note: note.slice(0, longest.words) }) };
}

function keyOf(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** "Giấy tờ phải nộp" and "Giấy tờ phải xuất trình" say what is done with papers, not for whom. */
function isGrouping(heading: string): boolean {
  return (
    /^\W*(giay to|mau ke khai|co quan nha nuoc tu|thanh phan|ho so)/.test(fold(heading)) &&
    heading.length < 60
  );
}

const noteStart =
  /^(truong hop|nguoi |doi voi|luu y|ghi chu|viec |ca nhan |to chuc |khi |neu |chu y|trong truong hop|co quan )/;

/** Notes are listed among papers in the national catalogue: under "Lưu ý", as a line that ends in a colon, or without any copy and told as a sentence. */
function isNote({ name, heading, originals, copies }: RecordPaper): boolean {
  if (/^\W*(luu y|ghi chu|chu y)/.test(fold(heading)) || name.endsWith(':')) return true;
  const folded = fold(name);
  if (/^(luu y|ghi chu|chu y)\b/.test(folded)) return true;
  const isUncounted = (originals ?? 0) === 0 && (copies ?? 0) === 0;
  return isUncounted && noteStart.test(folded);
}

function groupOf({ name, heading }: RecordPaper): ProposedPaper['group'] {
  const above = fold(heading);
  if (/tu khai thac|tra cuu/.test(above)) return 'LOOKED_UP';
  if (/xuat trinh/.test(above)) return 'PRESENT';
  if (/mau ke khai/.test(above)) return 'FORM';
  return /^(to khai|don |giay de nghi|phieu de nghi|mau ho tich dien tu|ban khai)/.test(fold(name))
    ? 'FORM'
    : 'SUBMIT';
}
