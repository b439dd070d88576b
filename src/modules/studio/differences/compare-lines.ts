import { say, text, type Lang } from '#/values/text.ts';
import type { Difference } from './difference.ts';

const words = { line: text('Dòng {no}', 'Line {no}') } as const;

/** At most so many lines are compared one by one; no template has more. */
const mostLines = 2000;

/** Lines of a text that came, went or were replaced. */
export function compareLines(before: string, after: string, lang: Lang): Difference[] {
  if (before === after) return [];
  const [was, now] = [
    before.split('\n').slice(0, mostLines),
    after.split('\n').slice(0, mostLines),
  ];
  const differences: Difference[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  let no = 1;
  const close = () => {
    if (gone.length > 0 || come.length > 0) {
      const place = say(lang, words.line).replace('{no}', String(Math.max(no - come.length, 1)));
      const told = (lines: string[]) => (lines.length === 0 ? undefined : lines.join('\n'));
      differences.push({ place, was: told(gone), now: told(come) });
    }
    gone = [];
    come = [];
  };
  for (const { line, is } of alignment(was, now)) {
    if (is === 'same') close();
    if (is === 'gone') gone.push(line);
    if (is === 'come') come.push(line);
    if (is !== 'gone') no += 1;
  }
  close();
  return differences;
}

interface Aligned {
  readonly line: string;
  readonly is: 'same' | 'gone' | 'come';
}

/** The longest common subsequence of two lists of lines, written out as an edit script. */
function alignment(was: readonly string[], now: readonly string[]): Aligned[] {
  const width = now.length + 1;
  const lengths = new Uint16Array((was.length + 1) * width);
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        was[i] === now[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const aligned: Aligned[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < now.length) {
    if (i < was.length && j < now.length && was[i] === now[j]) {
      aligned.push({ line: was[i]!, is: 'same' });
      i += 1;
      j += 1;
    } else if (
      j >= now.length ||
      (i < was.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    ) {
      aligned.push({ line: was[i]!, is: 'gone' });
      i += 1;
    } else {
      aligned.push({ line: now[j]!, is: 'come' });
      j += 1;
    }
  }
  return aligned;
}
