// The program of the workshop's test.
import { homedir } from 'node:os';
import { serveWorkshop } from './index.ts';

serveWorkshop(async (order: { act: string; n?: number }) => {
  await Promise.resolve();
  if (order.act === 'hang') for (;;);
  if (order.act === 'die') process.kill(process.pid, 'SIGKILL');
  if (order.act === 'signal') {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(process.pid, signal);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (order.act === 'fail') throw new Error('a bug');
  if (order.act === 'home') return homedir();
  return (order.n ?? 0) * 2;
});
