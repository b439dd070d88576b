import { text, type Text } from '#/values/text.ts';

/** The three outcomes of ETSI EN 319 102-1, 5.1.3. Only the first is to be relied upon. */
export type Indication = 'TOTAL-PASSED' | 'INDETERMINATE' | 'TOTAL-FAILED';

/** Why it did not pass; the last is ours: the standard leaves changes after signing to the format. */
export type SubIndication = keyof typeof faultWords;

export interface SignatureReport {
  readonly kind: 'signature' | 'timestamp';
  readonly indication: Indication;
  readonly sub?: SubIndication | undefined;
  /** Why, in words. */
  readonly words: Text;
  readonly signer?: string | undefined;
  /** Who issued the certificate of the signer. */
  readonly issuer?: string | undefined;
  readonly reason?: string | undefined;
  /** When it was there for certain, by a time stamp; otherwise what the signer states is no proof. */
  readonly provenAt?: Date | undefined;
  /** Whether nothing follows it in the file. */
  readonly isLast: boolean;
}

export interface PdfReport {
  /** The worst of all signatures; undefined when there is none. */
  readonly indication: Indication | undefined;
  readonly signatures: readonly SignatureReport[];
}

/** Thrown within a validation: the first check that failed decides. */
export class SignatureFault extends Error {
  readonly sub: SubIndication;
  constructor(sub: SubIndication, detail = '') {
    super(`${sub} ${detail}`.trim());
    this.sub = sub;
  }
}

export const passedWords = text(
  'Chữ ký hợp lệ: nội dung nguyên vẹn, chứng thư có hiệu lực khi ký và không bị thu hồi.',
  'The signature is valid: the content is intact, and the certificate was in force and not revoked when signed.',
);

export const faultWords = {
  FORMAT_FAILURE: text('Chữ ký hoặc tệp sai cấu trúc.', 'The signature or the file is malformed.'),
  HASH_FAILURE: text(
    'Nội dung đã bị sửa: không khớp với những gì đã ký.',
    'The content was changed: it is not what was signed.',
  ),
  SIG_CRYPTO_FAILURE: text(
    'Chữ ký không do khóa của chứng thư này tạo ra.',
    'The signature was not made with the key of this certificate.',
  ),
  ALTERED_AFTER_SIGNING: text(
    'Tài liệu bị thay đổi sau khi ký, ngoài những phần được phép.',
    'The document was changed after signing, beyond what is allowed.',
  ),
  REVOKED: text(
    'Chứng thư đã bị thu hồi trước khi ký.',
    'The certificate had been revoked before signing.',
  ),
  NOT_YET_VALID: text(
    'Chứng thư chưa có hiệu lực khi ký.',
    'The certificate was not yet valid when signing.',
  ),
  EXPIRED: text('Chứng thư đã hết hạn khi ký.', 'The certificate had expired when signing.'),
  CHAIN_CONSTRAINTS_FAILURE: text(
    'Chứng thư không dùng được cho việc này.',
    'The certificate may not be used for this.',
  ),
  REVOKED_NO_POE: text(
    'Chứng thư đã bị thu hồi; không có dấu thời gian chứng minh ký trước đó.',
    'The certificate is revoked, and no time stamp proves that it was signed before.',
  ),
  OUT_OF_BOUNDS_NO_POE: text(
    'Chứng thư không còn hiệu lực; không có dấu thời gian chứng minh lúc ký.',
    'The certificate is out of its term, and no time stamp proves when it was signed.',
  ),
  NO_CERTIFICATE_CHAIN_FOUND: text(
    'Chứng thư không do cơ quan chứng thực đáng tin cậy cấp.',
    'The certificate was not issued by a trusted authority.',
  ),
  TRY_LATER: text(
    'Chưa biết chứng thư có bị thu hồi hay không.',
    'It is not known whether the certificate is revoked.',
  ),
  TIMESTAMP_FAILURE: text('Dấu thời gian không hợp lệ.', 'The time stamp is not valid.'),
} satisfies Record<string, Text>;

const failing: ReadonlySet<SubIndication> = new Set([
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'ALTERED_AFTER_SIGNING',
  'REVOKED',
  'NOT_YET_VALID',
  'EXPIRED',
  'TIMESTAMP_FAILURE',
]);

export function indicationOf(sub: SubIndication | undefined): Indication {
  if (sub === undefined) return 'TOTAL-PASSED';
  return failing.has(sub) ? 'TOTAL-FAILED' : 'INDETERMINATE';
}

export function worstOf(indications: readonly Indication[]): Indication | undefined {
  const order: Indication[] = ['TOTAL-FAILED', 'INDETERMINATE', 'TOTAL-PASSED'];
  return order.find((one) => indications.includes(one));
}
