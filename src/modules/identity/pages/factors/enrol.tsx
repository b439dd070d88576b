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
import { anyone } from '../../access.ts';
import { findWaiting, letIn, type Entrance } from '../../enter.ts';
import { addPasskey, offerPasskey } from '../../factors/add-passkey.ts';
import { addCodeApp, offerSecret, readOffer } from '../../factors/code-app.ts';
import { ownFactors } from '../../factors/own-factors.ts';
import { relyingParty } from '../../factors/relying-party.ts';
import { getPerson } from '../../store/persons.ts';
import type { PendingSignIn } from '../../store/pending-sign-ins.ts';
import { arrive } from '../arrive.ts';
import { posted } from '../posted.ts';
import { accountLabel, AppOffer } from './app-offer.tsx';
import { codeFaults } from './code-forms.tsx';
import { issuerOf } from '../../issuer.ts';
import { PasskeyOffer, passkeyName } from './passkey-offer.tsx';
import { passkeyWords } from './passkey-box.tsx';
import { factorPage } from './page.tsx';
import { again } from './second-step.tsx';

const path = '/dang-nhap/thiet-lap';

/** Officials without a second factor set one up right after the password; until then there is no session. */
export function enrolRoutes({ config, keys }: Services, entrance: Entrance): Route[] {
  /** Only who has none yet: else the password alone would be enough to add one. */
  async function waitingFor(tx: Tx, visit: Visit): Promise<PendingSignIn | undefined> {
    const waiting = await findWaiting(tx, visit.pending, visit.now);
    return waiting && !(await ownFactors(tx, waiting.accountId)).isOn ? waiting : undefined;
  }

  async function show(
    tx: Tx,
    visit: Visit,
    { accountId, personId, name }: PendingSignIn,
    sealed = '',
    wrong: Readonly<Record<string, Text>> = {},
  ): Promise<Shown> {
    const { lang, csrf, now } = visit;
    const offer = readOffer(keys, accountId, sealed, now) ?? offerSecret(keys, accountId, now);
    const [issuer, account] = [issuerOf(config), accountLabel(name)];
    return factorPage(visit, {
      title: words.title,
      lead: words.lead,
      back: '/dang-nhap',
      wrong,
      children: (
        <>
          <h2>{say(lang, words.passkey)}</h2>
          <p>{say(lang, words.passkeyLead)}</p>
          <PasskeyOffer
            lang={lang}
            csrf={csrf}
            action={`${path}/khoa`}
            options={await offerPasskey(tx, relyingParty(config, keys), {
              accountId,
              label: account,
              fullName: (await getPerson(tx, personId)).fullName,
              at: now,
            })}
            wrong={wrong}
          />
          <h2>{say(lang, words.app)}</h2>
          <AppOffer {...{ lang, csrf, action: path, offer, issuer, account, wrong }} />
        </>
      ),
    });
  }

  async function submitPasskey(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
    const waiting = await waitingFor(tx, visit);
    if (!waiting) return again(visit);
    const { accountId } = waiting;
    const made = { posted: posted(body, 'credential'), name: passkeyName(body, visit.lang) };
    const party = relyingParty(config, keys);
    if ((await addPasskey(tx, party, { accountId, at: visit.now }, made)) === 'wrong')
      return show(tx, visit, waiting, '', { khoa: passkeyWords.notMade });
    return goOn(tx, visit, waiting, 'passkey');
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
    const waiting = await waitingFor(tx, visit);
    if (!waiting) return again(visit);
    const { now: at } = visit;
    const { accountId } = waiting;
    const [code, sealed] = [posted(body, 'code'), posted(body, 'offer')];
    if (code.trim() === '') return show(tx, visit, waiting, sealed, { code: codeFaults.missing });
    const added = await addCodeApp(tx, keys, { accountId, at }, { sealed, code });
    if (added !== 'added') return show(tx, visit, waiting, sealed, { code: codeFaults.wrong });
    return goOn(tx, visit, waiting, 'app');
  }

  async function goOn(
    tx: Tx,
    visit: Visit,
    waiting: PendingSignIn,
    by: 'app' | 'passkey',
  ): Promise<Redirect> {
    const { now: at, device, pending = '' } = visit;
    const entered = await letIn(tx, entrance, waiting, { pending, device, at, by });
    const redirect = await arrive(tx, config, visit, entered, waiting.goTo);
    const tiep = encodeURIComponent(redirect.goTo);
    return {
      ...redirect,
      goTo: `/tai-khoan/bao-mat/ma-du-phong?tiep=${tiep}`,
      notice: say(visit.lang, words.done),
    };
  }

  return [
    get(path, anyone, async (tx, visit) => {
      const waiting = await waitingFor(tx, visit);
      return waiting ? show(tx, visit, waiting) : again(visit);
    }),
    post(path, anyone, submit),
    post(`${path}/khoa`, anyone, submitPasskey),
  ];
}

const words = {
  title: text('Thiết lập bước xác thực thứ hai', 'Set up your second factor'),
  lead: text(
    'Tài khoản cán bộ mở được dữ liệu của người dân, nên ngoài mật khẩu luôn cần thêm một bước. Làm một lần, mất khoảng hai phút.',
    'Officials’ accounts open people’s data, so they always need a second step besides the password. You do this once; it takes about two minutes.',
  ),
  passkey: text('Dùng khóa truy cập, cách an toàn nhất', 'Use a passkey, the safest way'),
  passkeyLead: text(
    'Máy sẽ hỏi vân tay, khuôn mặt hoặc mã khóa màn hình.',
    'Your device asks for a fingerprint, your face or the code of its screen lock.',
  ),
  app: text('Hoặc dùng ứng dụng trên điện thoại', 'Or use an app on your phone'),
  done: text('Đã thêm bước xác thực thứ hai.', 'Your second factor is set up.'),
};
