import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileProcess, imagineRun, type ImaginedWait, stepList } from './index.ts';
import { noon } from './sketch/play.ts';

test.each(globSync('procedures/*/process.bpmn'))(
  'a case of %s goes from reception to its end in memory alone',
  async (file) => {
    const compiled = await compileProcess(readFileSync(file, 'utf8'));
    const actsOf = new Map(stepList(compiled).map(({ id, acts }) => [id, acts]));
    const run = imagineRun(compiled, () => null);
    const seen: string[] = [];
    let move = run.start({ channel: 'ONLINE', variant: 'NORMAL', feeDue: true }, noon);
    const open: ImaginedWait[] = [...move.opened];
    for (let wait = open.shift(); wait !== undefined; wait = open.shift()) {
      expect(wait.kind).toBe('person');
      seen.push(wait.element);
      move = run.complete(wait.token, actsOf.get(wait.element)![0]!, {}, noon);
      open.push(...move.opened);
    }
    expect(move.isOpen).toBe(false);
    expect(seen[0]).toMatch(/receive/i);
    expect(new Set(seen).size).toBe(seen.length);
  },
);
