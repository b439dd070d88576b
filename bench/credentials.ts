import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { checkCredential, issueCredential, type JsonObject } from '#/platform/sd-jwt/index.ts';
import { bindKey } from '#/platform/sd-jwt/key-binding.ts';
import type { Figure } from './figure.ts';

const roundMs = 500;
const rounds = 5;

/**
 * Credentials issued and presentations verified per second in one thread: a birth extract with fifteen claims and a
 * key, of which two are shown. Next to them the bare ES256 that each needs: one signature, or two checks.
 */
export async function measure(): Promise<Figure[]> {
  const [office, holder] = [pair(), pair()];
  const at = new Date();
  const names = Array.from({ length: 15 }, (_, index) => `muc_${index}`);
  const claims = Object.fromEntries(names.map((name) => [name, 'Nguyễn Thị Minh Khai']));
  const draft = {
    type: 'https://xa.example/vct/khai-sinh',
    issuer: 'https://xa.example',
    issuedAt: at,
    status: { uri: 'https://xa.example/trang-thai/1', idx: 4711 },
    holder: holder.publicKey.export({ format: 'jwk' }) as JsonObject,
    claims,
  };
  const issue = () => issueCredential(draft, { key: office.privateKey });
  const binding = { audience: 'did:web:bank.example', nonce: 'n' };
  const shown = `${issue().split('~').slice(0, 3).join('~')}~`;
  const presented = bindKey(shown, { ...binding, at }, holder.privateKey);
  const check = () => checkCredential(presented, () => office.publicKey, { at, binding });

  const message = Buffer.alloc(1200);
  const key = { key: office.privateKey, dsaEncoding: 'ieee-p1363' } as const;
  const signature = sign('sha256', message, key);
  const bareSign = () => sign('sha256', message, key);
  const bareVerify = () => verify('sha256', message, key, signature);
  const found = { issue: 0, sign: 0, check: 0, verify: 0 };
  // Side by side, so that a busy moment of the machine meets all of them; the best round of each counts.
  for (let round = 0; round < rounds; round += 1) {
    found.issue = Math.max(found.issue, await perSecond(issue));
    found.sign = Math.max(found.sign, await perSecond(bareSign));
    found.check = Math.max(found.check, await perSecond(check));
    found.verify = Math.max(found.verify, await perSecond(bareVerify));
  }
  return [
    figure('credentials issued', found.issue, 3000, `${Math.round(found.sign)} bare signatures/s`),
    figure(
      'presentations verified',
      found.check,
      1500,
      `${Math.round(found.verify)} bare checks/s`,
    ),
  ];
}

function pair() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

async function perSecond(act: () => unknown): Promise<number> {
  const begun = performance.now();
  let done = 0;
  while (performance.now() - begun < roundMs) {
    for (let i = 0; i < 50; i += 1) await act();
    done += 50;
  }
  return (done * 1000) / (performance.now() - begun);
}

function figure(name: string, value: number, least: number, reference: string): Figure {
  const goal = `≥ ${least}/s`;
  return { name, value, unit: '/s', reference, ratio: value / least, goal, holds: value >= least };
}
