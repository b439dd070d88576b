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
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
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
import type { Entrance } from '../enter.ts';
import { arrive } from './arrive.ts';
import { pathAfter } from './home.ts';
import { posted } from './posted.ts';
import { withoutSession, withSession } from './session-cookie.ts';
import { SignInView } from './sign-in-view.tsx';

/** Signing in and out. The button of demo accounts exists where the demo is on. */
export function signInRoutes({ config, keys }: Services, entrance: Entrance): Route[] {
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
  ): Promise<Shown | Redirect> {
    const goTo = readReturnPath(posted(body, 'tiep'));
    const coming = { device: visit.device, goTo, at: visit.now };
    const outcome = await finishSignIn(tx, entrance, coming, credentials, compared);
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
    ...(config.isDemo ? [post('/dang-nhap/demo', anyone, submitDemo)] : []),
    post('/dang-xuat', signedIn, leave),
  ];
}

interface Left {
  readonly back?: string | undefined;
  readonly name?: string | undefined;
  readonly wrong?: Readonly<Record<string, Text>> | undefined;
}

function show({ lang, csrf, isDemo }: Visit, { back, name, wrong }: Left): Shown {
  const view = (
    <SignInView
      lang={lang}
      csrf={csrf}
      isDemo={isDemo}
      back={readReturnPath(back)}
      name={name}
      wrong={wrong}
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
