import { passwords } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import {
  get,
  post,
  type Aside,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { say, text, type Text } from '#/values/text.ts';
import { anyone, signedIn } from '../access.ts';
import { readReturnPath } from '../return-path.ts';
import { closeSession } from '../session.ts';
import {
  beginSignIn,
  finishSignIn,
  isRightPassword,
  signInDemo,
  type Credentials,
  type WantedHash,
} from '../sign-in.ts';
import { enter, type Entrance } from '../enter.ts';
import { relyingParty } from '../factors/relying-party.ts';
import { askForPasskey, takePasskey } from '../factors/take-passkey.ts';
import { getAccount } from '../store/accounts.ts';
import { listBlocked } from '../store/blocked-ways.ts';
import { arrive } from './arrive.ts';
import { passkeyWords } from './factors/passkey-box.tsx';
import { pathAfter } from './home.ts';
import { posted } from './posted.ts';
import { withoutSession, withSession } from './session-cookie.ts';
import { SignInView, type SignInViewProps } from './sign-in-view.tsx';

/** Signing in and out. The button of demo accounts exists where the demo is on. */
export function signInRoutes(
  { config, keys }: Services,
  entrance: Entrance,
  hasNational: boolean,
): Route[] {
  /** Nobody is known yet: the challenge is this browser's. */
  const asked = ({ csrf, now }: Visit) => ({ ceremony: 'sign-in', whom: csrf, at: now }) as const;
  const show = async (visit: Visit, left: Left) =>
    signInPage(visit, left, {
      passkeyOptions: await askForPasskey(relyingParty(config, keys), asked(visit)),
      hasNational,
    });

  async function submitPasskey(
    tx: Tx,
    visit: Visit,
    body: Body,
  ): Promise<Shown | Redirect | Refusal> {
    const [posting, back] = [posted(body, 'credential'), posted(body, 'tiep')];
    const passkey = await takePasskey(tx, relyingParty(config, keys), asked(visit), posting);
    if (!passkey) return show(visit, { back, wrong: { khoa: passkeyWords.failed } });
    if ((await listBlocked(tx, passkey.accountId)).has('passkey'))
      return refuse('identity.way-blocked');
    const goTo = readReturnPath(back);
    const coming = { device: visit.device, at: visit.now, by: 'passkey' } as const;
    const entered = await enter(tx, entrance, await getAccount(tx, passkey.accountId), coming);
    return arrive(tx, config, visit, entered, goTo);
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Refusal | Aside> {
    const name = posted(body, 'name').trim();
    const password = posted(body, 'password');
    const missing = missingIn(name, password);
    if (missing) return show(visit, { back: posted(body, 'tiep'), name, wrong: missing });
    const credentials = { name, password, address: visit.address };
    const begun = await beginSignIn(tx, keys, visit.now, credentials);
    if (isRefusal(begun)) return begun;
    return {
      async aside() {
        const compared = { ...begun, isRight: await isRightPassword(begun, password) };
        return (next, now) => finish(next, now, body, credentials, compared);
      },
    };
  }

  async function finish(
    tx: Tx,
    visit: Visit,
    body: Body,
    credentials: Credentials,
    compared: WantedHash & { readonly isRight: boolean },
  ): Promise<Shown | Redirect | Refusal> {
    const goTo = readReturnPath(posted(body, 'tiep'));
    const coming = { device: visit.device, goTo, at: visit.now };
    const outcome = await finishSignIn(tx, entrance, coming, credentials, compared);
    if (outcome !== 'wrong' && isRefusal(outcome)) return outcome;
    if (outcome !== 'wrong') return arrive(tx, config, visit, outcome, goTo);
    const wrong = { name: words.wrong };
    return show(visit, { back: posted(body, 'tiep'), name: credentials.name, wrong });
  }

  async function submitDemo(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
    const outcome = await signInDemo(tx, visit.now, posted(body, 'account'));
    if (isRefusal(outcome)) return outcome;
    if (visit.session !== undefined) await closeSession(tx, visit.session);
    const { token, kind } = outcome;
    return { goTo: pathAfter(posted(body, 'tiep'), kind), ...withSession(config, token) };
  }

  async function leave(tx: Tx, visit: Visit): Promise<Redirect> {
    if (visit.session !== undefined) await closeSession(tx, visit.session);
    return { goTo: '/', notice: say(visit.lang, words.left), ...withoutSession(config) };
  }

  return [
    get('/dang-nhap', anyone, async (_tx, visit) => {
      const back = visit.query['tiep'];
      return visit.actor ? { goTo: pathAfter(back, visit.actor.kind) } : show(visit, { back });
    }),
    post('/dang-nhap', anyone, submit, { queue: passwords }),
    post('/dang-nhap/khoa', anyone, submitPasskey),
    ...(config.isDemo ? [post('/dang-nhap/demo', anyone, submitDemo)] : []),
    post('/dang-xuat', signedIn, leave),
  ];
}

interface Left {
  readonly back?: string | undefined;
  readonly name?: string | undefined;
  readonly wrong?: Readonly<Record<string, Text>> | undefined;
}

function signInPage(
  { lang, csrf, isDemo }: Visit,
  { back, name, wrong }: Left,
  ways: Pick<SignInViewProps, 'passkeyOptions' | 'hasNational'>,
): Shown {
  const view = (
    <SignInView
      lang={lang}
      csrf={csrf}
      isDemo={isDemo}
      back={readReturnPath(back)}
      name={name}
      wrong={wrong}
      {...ways}
    />
  );
  return { title: say(lang, words.title), layout: 'citizen', view, ...(wrong && { status: 422 }) };
}

function missingIn(name: string, password: string): Record<string, Text> | undefined {
  const wrong: Record<string, Text> = {};
  if (name === '') wrong['name'] = words.noName;
  if (password === '') wrong['password'] = words.noPassword;
  return Object.keys(wrong).length === 0 ? undefined : wrong;
}

const words = {
  title: text('Đăng nhập', 'Sign in'),
  left: text('Bạn đã đăng xuất.', 'You are signed out.'),
  noName: text('Nhập tên đăng nhập', 'Enter the account name'),
  noPassword: text('Nhập mật khẩu', 'Enter the password'),
  wrong: text(
    'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại',
    'The account name or password is not right. Check Caps Lock and your keyboard, then try again',
  ),
};
