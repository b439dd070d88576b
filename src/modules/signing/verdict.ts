import { hash, randomBytes } from 'node:crypto';
import { seal, unseal } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { PdfFault, type SignatureReport } from '#/platform/pades/index.ts';
import { deleteVerdicts, findVerdict, insertVerdict } from './store/verdicts.ts';
import type { Validation } from './validate.ts';

/** What was found of a file: its signatures one by one. */
export interface Verdict {
  readonly indication: SignatureReport['indication'] | 'NO-SIGNATURE' | 'UNREADABLE';
  readonly signatures: readonly (Omit<SignatureReport, 'provenAt'> & {
    /** RFC 3339; JSON knows no instants. */
    readonly provenAt?: string | undefined;
  })[];
}

/** Judges files and keeps the findings, not the files, for whoever sent them. */
export interface Verdicts {
  judge(pdf: Buffer): Promise<Verdict>;
  /** Returns the secret under which the finding is read. */
  keep(verdict: Verdict): Promise<string>;
  find(tx: Tx, secret: string, at: Date): Promise<Verdict | undefined>;
}

const keptMs = 15 * 60_000;
const label = 'signing.verdict';

type Needs = Pick<Services, 'database' | 'keys' | 'clock'>;

export function createVerdicts({ database, keys, clock }: Needs, validation: Validation): Verdicts {
  return { judge, keep, find };

  async function judge(pdf: Buffer): Promise<Verdict> {
    try {
      const { report } = await validation.validate(pdf);
      return {
        indication: report.indication ?? 'NO-SIGNATURE',
        signatures: report.signatures.map(({ provenAt, ...rest }) => ({
          ...rest,
          provenAt: provenAt?.toISOString(),
        })),
      };
    } catch (error) {
      if (!(error instanceof PdfFault)) throw error;
      return { indication: 'UNREADABLE', signatures: [] };
    }
  }

  async function keep(verdict: Verdict): Promise<string> {
    const secret = randomBytes(16).toString('base64url');
    const sealed = seal(keyOf(secret), JSON.stringify(verdict), label);
    const row = { idHash: hash('sha256', secret, 'buffer'), sealed, at: clock.now() };
    await database.transaction((tx) => insertVerdict(tx, row));
    return secret;
  }

  async function find(tx: Tx, secret: string, at: Date): Promise<Verdict | undefined> {
    const since = new Date(at.getTime() - keptMs);
    const sealed = await findVerdict(tx, hash('sha256', secret, 'buffer'), since);
    const opened = sealed && unseal(keyOf(secret), sealed, label);
    return opened === undefined ? undefined : (JSON.parse(opened) as Verdict);
  }

  function keyOf(secret: string): Buffer {
    return Buffer.from(keys.sign(label, secret), 'base64url');
  }
}

/** Every quarter of an hour findings are deleted. */
export function forgetVerdicts({ database, clock }: Needs): Job {
  return {
    name: 'signing.forget-verdicts',
    schedule: '*/15 * * * *',
    run: () =>
      database.transaction((tx) => deleteVerdicts(tx, new Date(clock.now().getTime() - keptMs))),
  };
}
