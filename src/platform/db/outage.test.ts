import { expect, test } from 'vitest';
import { isOutage } from './outage.ts';

const fault = (facts: object, message = 'x') => Object.assign(new Error(message), facts);

test.each([
  ['nobody listens', fault({ code: 'ECONNREFUSED' })],
  ['no such socket', fault({ code: 'ENOENT', syscall: 'connect' })],
  ['the server is going down', fault({ code: '57P01' })],
  ['the server is starting', fault({ code: '57P03' })],
  ['too many connections', fault({ code: '53300' })],
  ['the connection broke', fault({}, 'Connection terminated unexpectedly')],
  ['it stands behind another fault', new Error('outer', { cause: fault({ code: '08006' }) })],
])('the database is away when %s', (_, error) => expect(isOutage(error)).toBe(true));

test.each([
  ['a wrong statement', fault({ code: '42P01' })],
  ['a broken rule', fault({ code: '23505' })],
  ['a file that is gone', new Error('gone', { cause: fault({ code: 'ENOENT', syscall: 'open' }) })],
  ['a bug', new TypeError('x is undefined')],
  ['no error at all', 'text'],
])('%s is no outage', (_, error) => expect(isOutage(error)).toBe(false));
