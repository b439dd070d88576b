/** Why a credential, a key binding or a list is not accepted. */
export type SdJwtReason =
  | 'form'
  | 'type'
  | 'algorithm'
  | 'signature'
  | 'digest'
  | 'claims'
  | 'expired'
  | 'not-yet'
  | 'binding'
  | 'audience'
  | 'nonce'
  | 'holder'
  | 'stale'
  | 'issuer';

/** Thrown for what must not be accepted; `reason` is for programs, the message for logs: it never holds claims. */
export class SdJwtFault extends Error {
  readonly reason: SdJwtReason;

  constructor(reason: SdJwtReason, message: string) {
    super(message);
    this.name = 'SdJwtFault';
    this.reason = reason;
  }
}
