import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { ErrorObject } from 'ajv';
import { schemaWords } from '../schema-words.ts';
import { readChain } from './chain.ts';
import { environment } from './environment.ts';
import { readMessaging } from './messaging.ts';
import { readNational } from './national.ts';
import { readGateways } from './payment.ts';

/** One line for each variable whose value does not fit, in Vietnamese and then in English. */
export function schemaFaults(
  errors: readonly ErrorObject[],
  variables: NodeJS.ProcessEnv,
): string[] {
  return schemaWords(errors).map(({ at, words }) => {
    const name = at.slice(1);
    const meaning = environment.properties[name as keyof typeof environment.properties];
    return faultLine(name, variables[name] ?? '', [
      `${words.vi} (${meaning?.description ?? ''})`,
      `${words.en} (${meaning?.title ?? ''})`,
    ]);
  });
}

/** One line when an item of the list is no address and no network (CIDR, RFC 4632 and 4291). */
export function networkFaults(list: string): string[] {
  const wrong = listOf(list).filter((item) => !isNetwork(item));
  if (wrong.length === 0) return [];
  return [
    faultLine('CQS_TRUSTED_PROXIES', wrong.join(', '), [
      'phải là địa chỉ IP hoặc dải mạng, ví dụ 10.0.0.5 hoặc 10.0.0.0/24',
      'must be an IP address or a network, such as 10.0.0.5 or 10.0.0.0/24',
    ]),
  ];
}

/** One line when browsers would let no passkey of this domain be used on our pages (HTML, 7.5: registrable suffix). */
export function domainFaults({
  passkeyDomain,
  publicUrl,
}: {
  readonly passkeyDomain: string;
  readonly publicUrl: string;
}): string[] {
  const { hostname } = new URL(publicUrl);
  if (hostname === passkeyDomain || hostname.endsWith(`.${passkeyDomain}`)) return [];
  return [
    faultLine('CQS_PASSKEY_DOMAIN', passkeyDomain, [
      `phải là ${hostname} hoặc tên miền cha của nó`,
      `must be ${hostname} or a domain above it`,
    ]),
  ];
}

/** One line when the file of payment gateways cannot be used. */
export function gatewayFaults(file: string): string[] {
  return fileFaults('CQS_PAYMENT_FILE', file, readGateways);
}

/** One line when the file of the chain, or its key, cannot be used. */
export function chainFaults(file: string): string[] {
  return fileFaults('CQS_CHAIN_FILE', file, readChain);
}

/** One line when the file of the national sign-in, or one that it names, cannot be used. */
export function nationalFaults(file: string): string[] {
  return fileFaults('CQS_NATIONAL_FILE', file, readNational);
}

/** One line when the file of the channels, or one that it names, cannot be used. */
export function messagingFaults(file: string): string[] {
  return fileFaults('CQS_MESSAGING_FILE', file, readMessaging);
}

function fileFaults(name: string, file: string, read: (file: string) => unknown): string[] {
  if (file === '') return [];
  try {
    read(file);
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [
      faultLine(name, file, [
        `phải là tệp JSON mô tả đúng: ${why}`,
        `must be a JSON file that describes it: ${why}`,
      ]),
    ];
  }
}

/** The parts of a list that commas separate. */
export function listOf(list: string): string[] {
  return list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Told when people outside would be given an address that leads nowhere. */
export const noPublicUrl = faultLine('CQS_PUBLIC_URL', '', [
  'chạy thật thì phải đặt địa chỉ công khai, ví dụ https://dichvucong.example.vn (chạy thử thì đặt CQS_DEMO=1)',
  'must be set outside the demonstration (CQS_DEMO=1)',
]);

/** One line when the file of the bucket's keys cannot be used. */
export function credentialsFaults(file: string): string[] {
  try {
    if (readFileSync(file, 'utf8').trim().split(/\s+/).length === 2) return [];
  } catch {
    // Told in the same words: it cannot be used as it is.
  }
  return [
    faultLine('CQS_S3_CREDENTIALS_FILE', file, [
      'phải là tệp đọc được gồm đúng hai từ: khóa truy cập và khóa bí mật',
      'must be a readable file of two words: access key and secret key',
    ]),
  ];
}

/** Told when backups would lie about in the clear. */
export const noRecipients = faultLine('CQS_BACKUP_RECIPIENTS', '', [
  'có CQS_BACKUP_DIR thì phải đặt thư mục khóa công khai; tạo bằng: npx cqs backup keygen --out THƯ_MỤC',
  'must be set with CQS_BACKUP_DIR; npx cqs backup keygen makes the keys',
]);

function faultLine(name: string, given: string, [vi, en]: readonly [string, string]): string {
  return `${name}=${given}: ${vi} · ${en}`;
}

function isNetwork(item: string): boolean {
  const [address = '', bits, ...more] = item.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
}
