import { createHash, randomBytes } from 'node:crypto';
import { TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs';
import { der, generalizedTime, integer, octets, oid, sequence, yes } from '../pki/der.ts';
import { ids } from '../pki/names.ts';
import { sha256Algorithm, type Signer } from '../pki/signer.ts';
import { verifyCms } from './read-cms.ts';
import { signData } from './sign-data.ts';

/** A time-stamping authority (RFC 3161), near or far: a query goes in, an answer comes out. */
export type Stamper = (query: Buffer) => Promise<Buffer>;

/** The authority gave no time stamp, or one that was not asked for. */
export class StampFault extends Error {
  override readonly name = 'StampFault';
}

/** Has data stamped by its SHA-256. Returns the token. @throws StampFault */
export async function stampOf(stamper: Stamper, data: Buffer): Promise<Buffer> {
  const digest = createHash('sha256').update(data).digest();
  const query = stampQuery(digest);
  const token = tokenIn(await stamper(query));
  checkAnswer(query, token);
  return token;
}

/** TimeStampReq for a SHA-256, with a nonce and the wish for certificates. */
function stampQuery(digest: Buffer): Buffer {
  // The first bit is 0: some authorities read the nonce as a signed number.
  const nonce = randomBytes(8);
  nonce[0]! &= 0x7f;
  return sequence(integer(1), sequence(sha256Algorithm, octets(digest)), integer(nonce), yes);
}

/** The token within an answer. @throws StampFault when it was refused. */
export function tokenIn(answer: Buffer): Buffer {
  let read: TimeStampResp;
  try {
    read = TimeStampResp.fromBER(Uint8Array.from(answer));
  } catch (cause) {
    throw new StampFault('no time stamp', { cause });
  }
  if (Number(read.status.status) > 1 || !read.timeStampToken)
    throw new StampFault(`time stamp refused: ${read.status.status}`);
  return Buffer.from(read.timeStampToken.toSchema().toBER());
}

/**
 * Whether the token is the answer to the query (RFC 3161, 2.4.2): signed rightly, over the same hash, with the same
 * nonce, and under a policy that one accepts when any is named. @throws StampFault
 */
export function checkAnswer(query: Buffer, token: Buffer, policies: readonly string[] = []): void {
  const asked = TimeStampReq.fromBER(Uint8Array.from(query));
  const info = infoIn(token);
  const hashOf = ({ messageImprint }: TimeStampReq | TSTInfo) =>
    Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView);
  if (!hashOf(asked).equals(hashOf(info))) throw new StampFault('time stamp of other data');
  const nonceOf = ({ nonce }: TimeStampReq | TSTInfo) =>
    nonce ? Buffer.from(nonce.toBER()) : Buffer.alloc(0);
  if (!nonceOf(asked).equals(nonceOf(info))) throw new StampFault('time stamp of another query');
  if (policies.length > 0 && !policies.includes(info.policy))
    throw new StampFault(`time stamp under policy ${info.policy}`);
}

function infoIn(token: Buffer): TSTInfo {
  try {
    return TSTInfo.fromBER(Uint8Array.from(verifyCms(token).content!));
  } catch (cause) {
    throw new StampFault('time stamp is not signed rightly', { cause });
  }
}

/** The policy under which the own authority stamps: an arc for documentation and tests (RFC 5612 has none for policies). */
const policy = '1.3.6.1.4.1.32473.1';

/** Answers a query as an authority does (RFC 3161, 2.4.2). */
export async function answerStamp(signer: Signer, query: Buffer, at: Date): Promise<Buffer> {
  let asked: TimeStampReq;
  try {
    asked = TimeStampReq.fromBER(Uint8Array.from(query));
  } catch {
    return refusal;
  }
  const { hashAlgorithm, hashedMessage } = asked.messageImprint;
  const digest = Buffer.from(hashedMessage.valueBlock.valueHexView);
  if (hashAlgorithm.algorithmId !== ids.sha256 || digest.length !== 32) return refusal;
  const info = sequence(
    integer(1),
    oid(policy),
    sequence(sha256Algorithm, octets(digest)),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    generalizedTime(at),
    ...(asked.nonce ? [Buffer.from(asked.nonce.toBER())] : []),
  );
  const cms = await signData(signer, {
    digest: createHash('sha256').update(info).digest(),
    embedded: { type: ids.tstInfo, bytes: info },
    withCertificates: asked.certReq ?? false,
  });
  return sequence(sequence(integer(0)), cms.finish());
}

/** PKIStatus rejection, badDataFormat. */
const refusal = sequence(sequence(integer(2), der(0x03, Buffer.from([2, 0x04]))));
