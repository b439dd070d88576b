export { contentDigest } from './digest.ts';
export { keyIdOf, openSigner, readPublicKey, type Signer } from './ed25519.ts';
export { signMessage, type SignedHeaders } from './sign.ts';
export { verifyMessage, type Signature, type SignatureFault } from './verify.ts';
export type { Message } from './base.ts';
