import type { Services } from '#/platform/module.ts';
import { httpStamper, type Stamper } from '#/platform/pades/index.ts';
import { findAuthority } from './demo/authority.ts';
import { createPaperSigner, type PaperSigner } from './sign-paper.ts';
import { createSignerDesk } from './signers/open-signer.ts';
import { SigningFault } from './signing-fault.ts';
import { createValidation } from './validate.ts';

type Needs = Pick<Services, 'database' | 'keys' | 'clock' | 'config' | 'papersmith'>;

/** The signer of papers with the keys and time-stamping authorities that the settings name. */
export function openPaperSigner(services: Needs): PaperSigner {
  return createPaperSigner(services, {
    signers: createSignerDesk(services),
    stamper: stamperOf(services),
    validation: createValidation(services),
  });
}

/** The time-stamping authorities of the settings; without any, the one of the demonstration. */
function stamperOf({ database, keys, clock, config }: Needs): Stamper {
  if (config.timeStamps.urls.length > 0) return httpStamper(config.timeStamps);
  return async (query) => {
    const authority = await database.transaction((tx) => findAuthority(tx, keys));
    if (!authority) throw new SigningFault('Chưa khai dịch vụ cấp dấu thời gian (CQS_TSA_URLS)');
    return await authority.stamper(() => clock.now())(query);
  };
}
