import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { leakedMark, leakedMarkBytes } from '../src/modules/identity/leaked-passwords.ts';
import { fewest } from '../src/modules/identity/password.ts';

/**
 * Writes src/modules/identity/leaked-passwords.bin from a list of leaked passwords on standard input, most used first:
 * `node tools/run.mjs tools/leaked-passwords.ts < list.txt`. Only those count that are long enough to be asked about. What is there now comes from the ten-million list of OWASP SecLists (CC BY-SA 3.0).
 */
const most = 20_000;
const marks = new Set<string>();
for await (const line of createInterface({ input: process.stdin })) {
  if (Array.from(line).length >= fewest) marks.add(leakedMark(line).toString('hex'));
  if (marks.size === most) break;
}
const bytes = Buffer.from([...marks].toSorted().join(''), 'hex');
writeFileSync(join(import.meta.dirname, '../src/modules/identity/leaked-passwords.bin'), bytes);
console.log(`${bytes.length / leakedMarkBytes} passwords`);
