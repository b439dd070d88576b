import { finding, type Finding } from './finding.ts';

/** Zero-width signs, marks of direction, soft hyphens and control signs: nobody sees them, searches trip over them. */
const unseen = /\p{Cf}|(?![\n\t])\p{Cc}/gu;

/** UTF-8 that was read as Latin letters, the old code of TCVN3 fonts, and what could not be read at all. */
const garbled =
  /\ufffd|[ÃÂ][\u0080-\u00bf]|á[º»][\u0080-\u00bf¡-¿]|Ä[‘\u0090\u0091]|[µ¸¶·¹][a-z]{0,3}[®©ª«¬][a-z]/;

const markup = /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,200})?>|&[a-z]{2,8};/i;

/** Words as they should be stored; what was mended or is wrong is told with the place. */
export function clean(written: string, place: string, findings: Finding[]): string {
  const composed = written.toWellFormed().replaceAll('\r\n', '\n').normalize('NFC');
  const seen = composed.replace(unseen, '');
  const count =
    composed.length -
    seen.length +
    (written.isWellFormed() && written.normalize('NFC') === written ? 0 : 1);
  if (count > 0) findings.push(finding('unseen', place, { count }));
  const bad = garbled.exec(seen);
  if (bad) findings.push(finding('garbled', place, { sample: around(seen, bad.index) }));
  const tag = markup.exec(seen);
  if (tag) findings.push(finding('markup', place, { sample: around(seen, tag.index) }));
  return seen
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function around(words: string, at: number): string {
  return words.slice(Math.max(0, at - 15), at + 25).replace(/\s+/g, ' ');
}

/** Without the bullet of a list: "- Tờ khai;" is "Tờ khai". */
export function withoutBullet(words: string): string {
  return words
    .replace(/^(?:[-–—+*•·]\s*)+/, '')
    .replace(/[;.]\s*$/, '')
    .trim();
}
