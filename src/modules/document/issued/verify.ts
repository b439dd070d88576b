import type { Tx } from '#/platform/db/index.ts';
import { findIssuedByCode, findIssuedBySha256 } from '../store/issued.ts';
import type { Issued } from './issued.ts';
import { readVerificationCode } from './verification-code.ts';

/** What anybody may know about an issued paper: what it is, who issued it and when. No personal data. */
export type Verified = Pick<Issued, 'title' | 'issuer' | 'number' | 'code'> & {
  readonly at: Date;
  readonly pages: number;
  readonly sha256: string;
  /** A draft was never issued. */
  readonly isDraft: boolean;
  /** What somebody asked for and got, which they may be able to carry as a credential. */
  readonly isResult: boolean;
};

/** Finds the paper that carries this code. */
export async function verifyCode(tx: Tx, typed: string): Promise<Verified | undefined> {
  const code = readVerificationCode(typed);
  return code === undefined ? undefined : verified(await findIssuedByCode(tx, code));
}

/** Finds the paper whose file has this SHA-256, bit for bit. */
export async function verifyHash(tx: Tx, sha256: string): Promise<Verified | undefined> {
  return verified(await findIssuedBySha256(tx, sha256));
}

function verified(issued: Issued | undefined): Verified | undefined {
  if (!issued?.pdf) return undefined;
  const { title, issuer, number, code, kind, pdf } = issued;
  return {
    title,
    issuer,
    number,
    code,
    at: pdf.at,
    pages: pdf.pages,
    sha256: pdf.sha256,
    isDraft: kind === 'DRAFT',
    isResult: kind === 'RESULT',
  };
}
