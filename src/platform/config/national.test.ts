import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { readNational } from './national.ts';

const folder = mkdtempSync(join(tmpdir(), 'cqs-national-'));
writeFileSync(join(folder, 'key.pem'), 'a key\n');
writeFileSync(join(folder, 'secret'), 'a secret\n');

const vneid = {
  kind: 'vneid',
  authorizeUrl: 'https://id.example.vn/authorize',
  tokenUrl: 'https://id.example.vn/token',
  userinfoUrl: 'https://id.example.vn/userinfo',
  clientId: 'xa',
  clientSecretFile: 'secret',
  privateKeyFile: 'key.pem',
  claims: { personalId: 'a', fullName: 'b', bornOn: 'c', level: 'd' },
  levels: { '2': 2 },
};

function written(settings: object): string {
  const file = join(folder, 'national.json');
  writeFileSync(file, JSON.stringify(settings));
  return file;
}

test('a file describes the national sign-in; key and secret lie beside it, and times have fallbacks', () => {
  expect(readNational(written(vneid))).toMatchObject({
    privateKey: 'a key',
    clientSecret: 'a secret',
    scope: 'openid',
    stateSeconds: 60,
    timeoutMs: 5_000,
  });
});

test('what is missing, misspelt or not safe is told before the first page, and with its reason', () => {
  const start = (settings: object) =>
    readConfig({ CQS_DEMO: '1', CQS_NATIONAL_FILE: written(settings) });
  expect(() => start({ ...vneid, tokenUrl: 'http://id.example.vn/token' })).toThrow('https');
  expect(() => start({ ...vneid, privateKeyFile: 'none.pem' })).toThrow('none.pem');
  expect(() => start({ ...vneid, levels: { '3': 3 } })).toThrow('CQS_NATIONAL_FILE');
  expect(() => start({ ...vneid, typo: true })).toThrow('additional properties');
  expect(() => start({ ...vneid, kind: 'saml' })).toThrow('vneid | oidc');
});
