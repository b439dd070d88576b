import { readFileSync } from 'node:fs';
import type { Services } from '#/platform/module.ts';
import type { Signer } from '#/platform/pades/index.ts';
import type { SigningCertificate } from '../certificate.ts';
import { SigningFault } from '../signing-fault.ts';
import { openSoftwareSigner } from './software.ts';

/** Opens the key of a certificate, wherever it is. */
export interface SignerDesk {
  /** @throws SigningFault when the settings name no such place. */
  open(certificate: SigningCertificate): Promise<Signer>;
}

/** The places of keys that the settings of this installation name. They are opened when they are first needed. */
export function createSignerDesk({ keys, config }: Pick<Services, 'keys' | 'config'>): SignerDesk {
  let module: Promise<ReturnType<typeof import('./pkcs11.ts').openModule>> | undefined;
  return {
    async open(one) {
      if (one.reach === 'software') return openSoftwareSigner(keys, one);
      const { certificate, issuers, place } = one;
      if (place === null) throw new SigningFault('Chứng thư không ghi khóa ở đâu');
      if (one.reach === 'pkcs11')
        return (await (module ??= openDevice())).signer({ label: place, certificate, issuers });
      if (config.cscFile === null)
        throw new SigningFault('Chưa khai dịch vụ ký từ xa (CQS_CSC_FILE)');
      const { readCscSettings, remoteSigner } = await import('./csc.ts');
      return remoteSigner(readCscSettings(config.cscFile), {
        credential: place,
        certificate,
        issuers,
      });
    },
  };

  async function openDevice() {
    if (config.pkcs11 === null) throw new SigningFault('Chưa khai thiết bị ký (CQS_PKCS11_MODULE)');
    const { openModule } = await import('./pkcs11.ts');
    const { module: library, token, pinFile } = config.pkcs11;
    return openModule({ module: library, token, pin: readFileSync(pinFile, 'utf8').trim() });
  }
}
