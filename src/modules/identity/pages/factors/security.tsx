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
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { say, text } from '#/values/text.ts';
import { signedIn } from '../../access.ts';
import type { Entrance } from '../../enter.ts';
import { ownFactors } from '../../factors/own-factors.ts';
import { removeFactor, type Removed } from '../../factors/remove-factor.ts';
import { stepUps, withStepUp } from '../../step-up.ts';
import { listChanges } from '../../store/factor-changes.ts';
import { findResetOf } from '../../store/factor-resets.ts';
import { posted } from '../posted.ts';
import { factorPage } from './page.tsx';
import { securityPath } from './security-path.ts';
import { OwnReset } from './resets.tsx';
import { SecurityView } from './security-view.tsx';

/** How many changes are shown. */
const shownChanges = 10;

/** The ways in which one proves who one is, and what happened to them. */
export function securityRoutes(entrance: Entrance): Route[] {
  async function show(tx: Tx, visit: Visit): Promise<Shown> {
    const { accountId, kind } = visit.actor!;
    const reset = kind === 'official' ? await findResetOf(tx, accountId) : undefined;
    const mustHave = kind === 'official' && entrance.officialsNeedFactor;
    return factorPage(visit, {
      title: words.title,
      lead: words.lead,
      back: '/tai-khoan',
      children: (
        <>
          {reset !== undefined && <OwnReset lang={visit.lang} csrf={visit.csrf} reset={reset} />}
          <SecurityView
            lang={visit.lang}
            csrf={visit.csrf}
            factors={await ownFactors(tx, accountId)}
            changes={await listChanges(tx, accountId, shownChanges)}
            mustHave={mustHave}
          />
        </>
      ),
    });
  }

  async function remove(tx: Tx, visit: Visit, removed: Removed): Promise<Redirect | Refusal> {
    const outcome = await removeFactor(tx, entrance, visit.actor!, removed);
    if (isRefusal(outcome)) return outcome;
    const notice = outcome.isOn ? words.removed : words.off;
    return { goTo: securityPath, notice: say(visit.lang, notice) };
  }

  const removal = (path: string, removedBy: (body: Body) => Removed) =>
    withStepUp(
      stepUps.factors,
      post(path, signedIn, (tx, visit, body) => remove(tx, visit, removedBy(body))),
      { back: securityPath },
    );

  return [
    get(securityPath, signedIn, show),
    removal(`${securityPath}/ung-dung/go`, () => 'app'),
    removal(`${securityPath}/khoa/go`, (body) => ({ passkey: posted(body, 'id') })),
  ];
}

const words = {
  title: text('Bảo mật đăng nhập', 'Sign-in security'),
  lead: text(
    'Mật khẩu có thể bị lộ. Thêm một bước xác thực thì người biết mật khẩu cũng không vào được tài khoản của bạn.',
    'Passwords leak. With a second step, somebody who knows yours still cannot get in.',
  ),
  removed: text('Đã gỡ.', 'Removed.'),
  off: text(
    'Đã gỡ. Từ nay chỉ cần mật khẩu để đăng nhập.',
    'Removed. From now on the password alone opens your account.',
  ),
};
