import { expect, it } from 'vitest';
import { together } from './together.ts';

it('gives each thing under its own name, whichever comes first', async () => {
  const later = new Promise<string>((resolve) => setImmediate(() => resolve('slow')));
  expect(await together({ later, now: 1, soon: Promise.resolve('quick') })).toEqual({
    later: 'slow',
    now: 1,
    soon: 'quick',
  });
});

it('tells the fault of any of them', async () => {
  const broken = together({ good: 1, bad: Promise.reject(new Error('power cut')) });
  await expect(broken).rejects.toThrow('power cut');
});
