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
import { addPasskey, offerPasskey } from '../../factors/add-passkey.ts';
import { relyingParty } from '../../factors/relying-party.ts';
import { stepUps, withStepUp } from '../../step-up.ts';
import { getAccount } from '../../store/accounts.ts';
import { posted } from '../posted.ts';
import { added } from './added.ts';
import { accountLabel } from './app-offer.tsx';
import { factorPage } from './page.tsx';
import { passkeyWords } from './passkey-box.tsx';
import { passkeyName, PasskeyOffer } from './passkey-offer.tsx';
import { securityPath } from './security-path.ts';

const path = `${securityPath}/khoa`;

/** Adding a passkey to one's own account; there may be several. */
export function passkeyRoutes({ config, keys }: Services, entrance: Entrance): Route[] {
  async function show(
    tx: Tx,
    visit: Visit,
    wrong: Readonly<Record<string, Text>> = {},
  ): Promise<Shown> {
    const { lang, csrf } = visit;
    const { accountId, name: fullName, at } = visit.actor!;
    const label = accountLabel((await getAccount(tx, accountId)).name);
    const party = relyingParty(config, keys);
    const options = await offerPasskey(tx, party, { accountId, label, fullName, at });
    return factorPage(visit, {
      title: words.title,
      lead: words.lead,
      back: securityPath,
      wrong,
      children: <PasskeyOffer {...{ lang, csrf, action: path, options, wrong }} />,
    });
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
    const { accountId, at } = visit.actor!;
    const made = { posted: posted(body, 'credential'), name: passkeyName(body, visit.lang) };
    const party = relyingParty(config, keys);
    if ((await addPasskey(tx, party, { accountId, at }, made)) === 'wrong')
      return show(tx, visit, { khoa: passkeyWords.notMade });
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
  title: text('Thêm khóa truy cập', 'Add a passkey'),
  lead: text(
    'Máy sẽ hỏi vân tay, khuôn mặt hoặc mã khóa màn hình; những thứ đó không rời khỏi máy bạn. Lần sau đăng nhập không cần gõ mật khẩu.',
    'Your device asks for a fingerprint, your face or the code of its screen lock; they never leave it. Next time you sign in without typing a password.',
  ),
  added: text('Đã thêm khóa truy cập.', 'The passkey is added.'),
};
