import { expect, test } from 'vitest';
import { ConfigFault, listSettings, readConfig } from './index.ts';

function linesOf(variables: NodeJS.ProcessEnv, isServing = false): readonly string[] {
  try {
    readConfig(variables, { isServing });
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.lines;
    throw error;
  }
}

test('without any variable the settings are those of a first try', () => {
  expect(readConfig({})).toMatchObject({
    port: 8080,
    host: 'localhost',
    databaseUrl: null,
    isDemo: false,
    publicUrl: 'http://localhost:8080',
    passkeyDomain: 'localhost',
    trustedProxies: ['127.0.0.0/8', '::1'],
    mayMakeSecret: true,
  });
});

test.each([
  ['PORT', 'abc', 'phải là số nguyên từ 0 đến 65535'],
  ['PORT', '65536', 'phải từ 0 đến 65535'],
  ['DATABASE_URL', 'mysql://x', 'phải viết theo mẫu'],
  ['CQS_DEMO', 'yes', 'phải là một trong: 0, 1'],
  ['CQS_LOG_LEVEL', 'loud', 'phải là một trong: debug, info, warn, error, silent'],
  ['CQS_TRUSTED_PROXIES', 'nginx', 'phải là địa chỉ IP hoặc dải mạng'],
  ['CQS_TRUSTED_PROXIES', '10.0.0.0/33', 'phải là địa chỉ IP hoặc dải mạng'],
])('%s=%s is told in one line, Vietnamese first', (name, value, words) => {
  const lines = linesOf({ [name]: value });
  expect(lines).toEqual([expect.stringContaining(`${name}=${value}: ${words}`)]);
  expect(lines[0]).toMatch(/ · must (be|match) /);
});

test('every wrong variable has its line', () => {
  expect(linesOf({ PORT: 'x', CQS_DEMO: 'x', CQS_TRUSTED_PROXIES: 'x' })).toHaveLength(3);
});

test('proxies are addresses and networks, by commas', () => {
  const { trustedProxies } = readConfig({ CQS_TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16,fd00::/8' });
  expect(trustedProxies).toEqual(['10.0.0.5', '10.1.0.0/16', 'fd00::/8']);
});

test('outside the demonstration a process that serves people must know its public address', () => {
  expect(linesOf({}, true)).toEqual([expect.stringContaining('CQS_PUBLIC_URL=')]);
  expect(linesOf({ CQS_DEMO: '1' }, true)).toEqual([]);
  expect(linesOf({ CQS_PUBLIC_URL: 'https://dvc.example.vn' }, true)).toEqual([]);
  expect(linesOf({}, false)).toEqual([]);
});

test('passkeys belong to the host of the public address, or to a domain above it', () => {
  const at = (CQS_PASSKEY_DOMAIN: string) => ({
    CQS_PUBLIC_URL: 'https://dvc.example.vn',
    CQS_PASSKEY_DOMAIN,
  });
  expect(readConfig(at('')).passkeyDomain).toBe('dvc.example.vn');
  expect(readConfig(at('example.vn')).passkeyDomain).toBe('example.vn');
  for (const wrong of ['example.com', 'c.example.vn', 'sub.dvc.example.vn'])
    expect(linesOf(at(wrong))).toEqual([expect.stringContaining('phải là dvc.example.vn')]);
});

test('every setting is explained in both languages', () => {
  for (const { name, meaning } of listSettings())
    expect([name, meaning.vi, meaning.en].every((words) => words !== '')).toBe(true);
});
