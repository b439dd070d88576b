import { expect, test } from 'vitest';
import { closeAll } from './close-all.ts';
import { lifetime } from './lifetime.ts';

test('what cannot be closed keeps nothing else open, and every fault is reported', async () => {
  const closed: string[] = [];
  const closers = [
    () => void closed.push('queue'),
    () => Promise.reject(new Error('press')),
    () => Promise.resolve().then(() => void closed.push('database')),
    () => {
      throw new Error('files');
    },
    () => void closed.push('log'),
  ];
  const fault = await closeAll(closers).catch((error: unknown) => error);
  expect(closed).toEqual(['queue', 'database', 'log']);
  expect(fault).toBeInstanceOf(AggregateError);
  expect((fault as AggregateError).errors.map(String)).toEqual(['Error: press', 'Error: files']);
});

test('a single fault is thrown as it is, and none when all closed', async () => {
  await expect(closeAll([() => Promise.reject(new Error('alone'))])).rejects.toThrow('alone');
  await expect(closeAll([])).resolves.toBeUndefined();
});

test('a process that ends closes everything in the opposite order, past what fails', async () => {
  const closed: string[] = [];
  const listeners = process.listenerCount('SIGTERM');
  const life = lifetime(() => undefined);
  await life.begin(async (onClose) => {
    onClose(async () => void closed.push('server'));
    onClose(() => Promise.reject(new Error('services')));
    onClose(async () => void closed.push('web'));
  });
  await expect(life.end()).rejects.toThrow('services');
  expect(closed).toEqual(['web', 'server']);
  expect(process.listenerCount('SIGTERM')).toBe(listeners);
});
