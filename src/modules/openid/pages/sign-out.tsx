import { closeSession } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import {
  cookieNames,
  get,
  post,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { say, text } from '#/values/text.ts';
import { anyone } from '../access.ts';
import { sessionsToEnd, type LeavingSession } from '../logout.ts';
import { findClient } from '../store/clients.ts';
import { findTokenByUid } from '../store/tokens.ts';
import { OnwardView, SignOutView } from './connect-view.tsx';

/** A client led somebody here to sign out (OpenID Connect RP-Initiated Logout 1.0). */
export function signOutRoutes({ config, jobs }: Services): Route[] {
  /** The session of the provider that is left, if this browser holds the secret that it was given. */
  async function find(tx: Tx, visit: Visit): Promise<LeavingSession | undefined> {
    const { phien: uid = '', khoa: secret } = visit.query;
    const found = await findTokenByUid(tx, 'Session', uid);
    const payload = found?.payload as LeavingSession | undefined;
    const isTheirs =
      payload?.accountId !== undefined && payload.accountId === visit.actor?.accountId;
    return isTheirs && payload.state?.secret === secret ? payload : undefined;
  }

  async function show(tx: Tx, visit: Visit): Promise<Shown | Redirect> {
    const leaving = await find(tx, visit);
    if (!leaving) return { goTo: '/' };
    const { lang, csrf } = visit;
    const client = await clientOf(tx, leaving);
    const action = `/ket-noi/dang-xuat?phien=${visit.query['phien']}&khoa=${visit.query['khoa']}`;
    const view = <SignOutView lang={lang} csrf={csrf} action={action} name={client?.name} />;
    return { title: say(lang, words.title), layout: 'citizen', view };
  }

  async function submit(tx: Tx, visit: Visit): Promise<Shown | Redirect> {
    const leaving = await find(tx, visit);
    if (!leaving) return { goTo: '/' };
    const client = await clientOf(tx, leaving);
    const to = addressAfter(leaving);
    if (visit.session !== undefined) await closeSession(tx, visit.session);
    await jobs.enqueue(tx, sessionsToEnd, {}, { key: sessionsToEnd });
    const { session } = cookieNames(config.publicUrl.startsWith('https:'));
    if (to === undefined || client === undefined)
      return { goTo: '/', notice: say(visit.lang, words.done), cookies: { [session]: null } };
    return {
      title: say(visit.lang, words.title),
      layout: 'citizen',
      view: <OnwardView lang={visit.lang} to={to} name={client.name} />,
    };
  }

  return [get('/ket-noi/dang-xuat', anyone, show), post('/ket-noi/dang-xuat', anyone, submit)];
}

function clientOf(tx: Tx, { state }: LeavingSession) {
  return state?.clientId === undefined ? undefined : findClient(tx, state.clientId);
}

/** Where the client wants people afterwards; the provider has checked that it is registered. */
function addressAfter({ state }: LeavingSession): string | undefined {
  if (state?.postLogoutRedirectUri === undefined) return undefined;
  const to = new URL(state.postLogoutRedirectUri);
  if (state.state !== undefined) to.searchParams.set('state', state.state);
  return to.href;
}

const words = {
  title: text('Đăng xuất', 'Sign out'),
  done: text('Bạn đã đăng xuất.', 'You are signed out.'),
};
