import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as Pkcs11 from 'pkcs11js';
import { readCertificate, type Signer } from '#/platform/pades/index.ts';
import { SigningFault } from '../signing-fault.ts';

/** Where the hardware module is, and how it is entered. */
export interface ModuleSettings {
  readonly module: string;
  readonly token: string;
  readonly pin: string;
}

interface Held {
  readonly label: string;
  readonly certificate: Buffer;
  readonly issuers: readonly Buffer[];
}

/** CKR_CRYPTOKI_ALREADY_INITIALIZED and CKR_USER_ALREADY_LOGGED_IN: another part of this program was here before. */
const doneBefore: ReadonlySet<unknown> = new Set([0x191, 0x100]);

/**
 * Signers whose keys are in a hardware module (PKCS #11 v2.40) and cannot leave it: RSA by CKM_SHA256_RSA_PKCS, curves by
 * CKM_ECDSA over the digest. One session for each signature, so that a module that was pulled out is found again.
 */
export function openModule({ module: path, token, pin }: ModuleSettings) {
  // A native package that is loaded by those installations alone that have such a module.
  const { PKCS11, ...c } = createRequire(import.meta.url)('pkcs11js') as typeof Pkcs11;
  const module = new PKCS11();
  module.load(path);
  unlessDone(() => module.C_Initialize());
  return { signer };

  function signer({ label, certificate, issuers }: Held): Signer {
    const { x509 } = readCertificate(certificate);
    const isCurve = x509.publicKey.asymmetricKeyType === 'ec';
    return {
      certificate,
      issuers,
      // oxlint-disable-next-line typescript/require-await -- the library waits for the module itself
      async sign(bytes) {
        const session = enter();
        try {
          const key = find(session, label);
          const mechanism = { mechanism: isCurve ? c.CKM_ECDSA : c.CKM_SHA256_RSA_PKCS };
          module.C_SignInit(session, mechanism, key);
          const input = isCurve ? createHash('sha256').update(bytes).digest() : bytes;
          const made = module.C_Sign(session, input, Buffer.alloc(1024));
          return isCurve ? derOf(made) : made;
        } finally {
          module.C_CloseSession(session);
        }
      },
    };
  }

  function enter(): Buffer {
    const slot = module
      .C_GetSlotList(true)
      .find((each) => module.C_GetTokenInfo(each).label.trim() === token);
    if (!slot) throw new SigningFault(`Thiết bị ký không có ngăn tên ${token}`);
    const session = module.C_OpenSession(slot, c.CKF_SERIAL_SESSION);
    unlessDone(() => module.C_Login(session, c.CKU_USER, pin));
    return session;
  }

  function find(session: Buffer, label: string): Buffer {
    module.C_FindObjectsInit(session, [
      { type: c.CKA_CLASS, value: c.CKO_PRIVATE_KEY },
      { type: c.CKA_LABEL, value: label },
    ]);
    const key = module.C_FindObjects(session);
    module.C_FindObjectsFinal(session);
    if (!key) throw new SigningFault(`Thiết bị ký không có khóa tên ${label}`);
    return key;
  }
}

function unlessDone(act: () => void): void {
  try {
    act();
  } catch (fault) {
    if (!doneBefore.has((fault as { code?: unknown }).code)) throw fault;
  }
}

/** ECDSA signatures are r and s side by side in PKCS #11, a SEQUENCE of both in CMS (RFC 5753). */
function derOf(sides: Buffer): Buffer {
  const half = sides.length / 2;
  const parts = [sides.subarray(0, half), sides.subarray(half)].map((side) => {
    const start = side.findIndex((byte) => byte !== 0);
    const digits = start < 0 ? Buffer.from([0]) : side.subarray(start);
    const sign = digits[0]! > 127 ? Buffer.from([0]) : Buffer.alloc(0);
    return Buffer.concat([Buffer.from([2, sign.length + digits.length]), sign, digits]);
  });
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0x30, content.length]), content]);
}
