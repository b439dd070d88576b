import { ask, form, type Asked, type Filled, type Form } from '#/platform/form/index.ts';
import { text, type Text } from '#/values/text.ts';
import type { Client } from '../client.ts';
import type { ClientFacts } from '../commands/register-client.ts';
import { readAddresses, readJwks } from '../commands/read-client.ts';
import { scopesFor } from '../scopes.ts';

/** The box of a scope is called so: names of fields hold no dots. */
const boxOf = (scope: string) => `scope_${scope.replaceAll('.', '_')}`;

const identity = {
  id: ask.text({
    label: text('Mã ứng dụng (client_id)', 'Application id (client_id)'),
    hint: text(
      'Ví dụ: cong-xay-dung. Không đổi được về sau',
      'For example cong-xay-dung. It stays for good',
    ),
    required: true,
    maxLength: 60,
  }),
};

const facts = {
  name: ask.text({
    label: text('Tên ứng dụng (tiếng Việt)', 'Name in Vietnamese'),
    hint: text('Người dân đọc tên này khi được hỏi ý kiến', 'People read it when they are asked'),
    required: true,
    maxLength: 120,
  }),
  nameEn: ask.text({
    label: text('Tên ứng dụng (tiếng Anh)', 'Name in English'),
    required: true,
    maxLength: 120,
  }),
  jwks: ask.textarea({
    label: text('Khóa công khai của ứng dụng (JWKS)', 'Public keys of the application (JWKS)'),
    hint: text(
      'JSON, khóa EC P-256; không bao giờ gửi khóa riêng',
      'JSON, EC keys of P-256; never a private key',
    ),
    required: true,
    maxLength: 8000,
  }),
};

const addresses = {
  redirectUris: ask.textarea({
    label: text(
      'Địa chỉ nhận kết quả đăng nhập (redirect_uri)',
      'Addresses that answers are sent to (redirect_uri)',
    ),
    hint: text('Mỗi dòng một địa chỉ, so từng chữ', 'One a line, compared letter by letter'),
    required: true,
    maxLength: 4000,
  }),
  postLogoutRedirectUris: ask.textarea({
    label: text('Địa chỉ về sau khi đăng xuất', 'Addresses after signing out'),
    maxLength: 4000,
  }),
  backchannelLogoutUri: ask.text({
    label: text(
      'Địa chỉ nhận tin đăng xuất (back-channel)',
      'Address told of sign-outs (back-channel)',
    ),
    maxLength: 500,
  }),
  consentDays: ask.integer({
    label: text(
      'Sự đồng ý của người dân có hiệu lực bao nhiêu ngày?',
      'For how many days does a consent count?',
    ),
    required: true,
    min: 1,
    max: 365,
  }),
  isOwn: ask.checkbox({
    label: text(
      'Ứng dụng của chính cơ quan này: không hỏi ý kiến người dân',
      'Run by this agency itself: people are not asked',
    ),
  }),
};

function scopeBoxes(kind: Client['kind']) {
  return Object.fromEntries(
    scopesFor(kind).map(({ name, words }) => [
      boxOf(name),
      ask.checkbox({ label: text(`${words.vi} (${name})`, `${words.en} (${name})`) }),
    ]),
  );
}

/** What is asked of a client of a kind, new or to be changed. */
export function clientForm(kind: Client['kind'], isNew: boolean): Form<Record<string, Asked>> {
  const asked: Record<string, Asked> = {
    ...(isNew && identity),
    ...facts,
    ...(kind === 'site' && addresses),
    ...scopeBoxes(kind),
  };
  return form(asked);
}

type Typed = Readonly<Record<string, unknown>>;

const word = (value: unknown) => (typeof value === 'string' ? value : '');

/** What was typed as a client; or what is wrong, by question. */
export function factsOf(
  kind: Client['kind'],
  typed: Typed,
  isDemo: boolean,
): ClientFacts | { readonly wrong: Record<string, Text> } {
  const jwks = readJwks(word(typed['jwks']));
  const [redirect, after, told] = [
    'redirectUris',
    'postLogoutRedirectUris',
    'backchannelLogoutUri',
  ].map((name) => readAddresses(word(typed[name]), isDemo)) as [
    string[] | Text,
    string[] | Text,
    string[] | Text,
  ];
  const wrong: Record<string, Text> = {};
  if (!('keys' in jwks)) wrong['jwks'] = jwks;
  if (!Array.isArray(redirect)) wrong['redirectUris'] = redirect;
  if (!Array.isArray(after)) wrong['postLogoutRedirectUris'] = after;
  if (!Array.isArray(told)) wrong['backchannelLogoutUri'] = told;
  if (
    !('keys' in jwks) ||
    !Array.isArray(redirect) ||
    !Array.isArray(after) ||
    !Array.isArray(told)
  )
    return { wrong };
  return {
    name: text(word(typed['name']), word(typed['nameEn'])),
    isOwn: typed['isOwn'] === true,
    jwks,
    redirectUris: redirect,
    postLogoutRedirectUris: after,
    backchannelLogoutUri: told[0] ?? null,
    scopes: scopesFor(kind)
      .map(({ name }) => name)
      .filter((name) => typed[boxOf(name)] === true),
    consentDays: typeof typed['consentDays'] === 'number' ? typed['consentDays'] : 90,
  };
}

/** A client as the form shows it. */
export function filledWith(client: Client): Filled {
  return clientForm(client.kind, false).filledWith({
    name: client.name.vi,
    nameEn: client.name.en,
    jwks: JSON.stringify(client.jwks, null, 1),
    redirectUris: client.redirectUris.join('\n'),
    postLogoutRedirectUris: client.postLogoutRedirectUris.join('\n'),
    backchannelLogoutUri: client.backchannelLogoutUri ?? '',
    consentDays: client.consentDays,
    isOwn: client.isOwn,
    ...Object.fromEntries(client.scopes.map((scope) => [boxOf(scope), true])),
  });
}
