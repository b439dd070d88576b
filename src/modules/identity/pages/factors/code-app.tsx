import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { say, text, type Text } from '#/values/text.ts';
import { signedIn } from '../../access.ts';
import type { Entrance } from '../../enter.ts';
import { addCodeApp, offerSecret, readOffer } from '../../factors/code-app.ts';
import { stepUps, withStepUp } from '../../step-up.ts';
import { getAccount } from '../../store/accounts.ts';
import { posted } from '../posted.ts';
import { added } from './added.ts';
import { accountLabel, AppOffer } from './app-offer.tsx';
import { codeFaults } from './code-forms.tsx';
import { issuerOf } from '../../issuer.ts';
import { factorPage } from './page.tsx';
import { securityPath } from './security-path.ts';

const path = `${securityPath}/ung-dung`;

/** Adding an app for codes to one's own account; it replaces the one before. */
export function codeAppRoutes({ config, keys }: Services, entrance: Entrance): Route[] {
  async function show(
    tx: Tx,
    visit: Visit,
    sealed = '',
    wrong: Readonly<Record<string, Text>> = {},
  ): Promise<Shown> {
    const { lang, csrf, now } = visit;
    const { accountId } = visit.actor!;
    const offer = readOffer(keys, accountId, sealed, now) ?? offerSecret(keys, accountId, now);
    const account = accountLabel((await getAccount(tx, accountId)).name);
    const issuer = issuerOf(config);
    return factorPage(visit, {
      title: words.title,
      back: securityPath,
      wrong,
      children: <AppOffer {...{ lang, csrf, action: path, offer, issuer, account, wrong }} />,
    });
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
    const { accountId, at } = visit.actor!;
    const [code, sealed] = [posted(body, 'code'), posted(body, 'offer')];
    if (code.trim() === '') return show(tx, visit, sealed, { code: codeFaults.missing });
    const outcome = await addCodeApp(tx, keys, { accountId, at }, { sealed, code });
    if (outcome === 'wrong') return show(tx, visit, sealed, { code: codeFaults.wrong });
    if (outcome === 'too-old') return show(tx, visit, '', { code: words.tooOld });
    return added(tx, entrance, visit.actor!, say(visit.lang, words.added));
  }

  return [
    withStepUp(
      stepUps.factors,
      get(path, signedIn, (tx, visit) => show(tx, visit)),
    ),
    withStepUp(stepUps.factors, post(path, signedIn, submit)),
  ];
}

const words = {
  title: text('Thêm ứng dụng xác thực', 'Add an authenticator app'),
  added: text('Đã thêm ứng dụng xác thực.', 'The authenticator app is added.'),
  tooOld: text(
    'Hình đã để quá lâu. Xóa mục vừa thêm trong ứng dụng, quét hình mới rồi nhập mã',
    'The picture was open too long. Delete the entry in your app, scan the new picture and enter its code',
  ),
};
