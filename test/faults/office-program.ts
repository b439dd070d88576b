// An office that starts and works off cases until it is killed: node office-program.ts URL DEFINITION
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '#/platform/db/index.ts';
import { testVault } from '../database/vault.ts';
import { busyOffice } from './busy-office.ts';

const [, , url, definitionId] = process.argv;
const office = busyOffice(openDatabase(url!, 6, testVault()), definitionId!);

/** Does something again and again; rests when there is nothing to do. */
async function forever(deed: () => Promise<boolean>): Promise<never> {
  for (;;) if (!(await deed())) await pause(10);
}

const complete = () => office.completeOne((taskId) => process.send?.(taskId));
process.send?.('working');
await Promise.all([
  ...[complete, complete, complete, complete, () => office.fireTimers()].map(forever),
  forever(() => office.answerOne()),
  forever(() => office.start()),
]);
