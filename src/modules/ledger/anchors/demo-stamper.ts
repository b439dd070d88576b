import { createPrivateKey } from 'node:crypto';
import { seal, unseal } from '#/platform/crypto/index.ts';
import type { Services } from '#/platform/module.ts';
import {
  answerStamp,
  makeAuthority,
  softwareSigner,
  type Stamper,
} from '#/platform/pades/index.ts';
import { findDemoStamper, insertDemoStamper, type DemoStamper } from '../store/anchors.ts';

type Needs = Pick<Services, 'database' | 'keys' | 'clock'>;

const label = 'ledger.demo-stamper';

/** The time-stamping authority of a demonstration. It is made when it is first needed. */
export function demoStamper({ database, keys, clock }: Needs): Stamper {
  let opened: Stamper | undefined;
  return async (query) => (opened ??= open(await findOrMake()))(query);

  async function findOrMake(): Promise<DemoStamper> {
    const known = await database.transaction(findDemoStamper);
    if (known) return known;
    const made = await makeAuthority('Chứng thực trình diễn', clock.now());
    const { key, certificate } = made.stamping;
    const secret = JSON.stringify({
      key: key.export({ format: 'pem', type: 'pkcs8' }),
      certificate: certificate.toString('base64'),
    });
    const sealed = seal(keys.derive(label), secret, label);
    const row = { sealed, issuing: made.issuing.certificate, root: made.root, madeAt: clock.now() };
    return await database.transaction((tx) => insertDemoStamper(tx, row));
  }

  function open({ sealed, issuing }: DemoStamper): Stamper {
    const secret = unseal(keys.derive(label), sealed, label);
    if (secret === undefined) throw new Error('the demo stamper was sealed under another secret');
    const { key, certificate } = JSON.parse(secret) as { key: string; certificate: string };
    const der = Buffer.from(certificate, 'base64');
    const signer = softwareSigner(createPrivateKey(key), der, [issuing]);
    return (asked) => answerStamp(signer, asked, clock.now());
  }
}
