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
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { Details } from '#/ui/index.ts';
import { say, text, type Text } from '#/values/text.ts';
import { anyone } from '../../access.ts';
import { findWaiting, letIn, type Entrance } from '../../enter.ts';
import { ownFactors } from '../../factors/own-factors.ts';
import { relyingParty } from '../../factors/relying-party.ts';
import { askForPasskey, takePasskey } from '../../factors/take-passkey.ts';
import { proveByCode } from '../../prove-second-factor.ts';
import { arrive } from '../arrive.ts';
import { posted } from '../posted.ts';
import { codeFaults, CodeForms } from './code-forms.tsx';
import { PasskeyBox, passkeyWords } from './passkey-box.tsx';
import { factorPage } from './page.tsx';

const path = '/dang-nhap/buoc-hai';

/** The second step of signing in: after the password, the code of an app, a passkey or a recovery code. */
export function secondStepRoutes({ config, keys }: Services, entrance: Entrance): Route[] {
  async function show(
    tx: Tx,
    visit: Visit,
    wrong: Readonly<Record<string, Text>> = {},
  ): Promise<Shown | Redirect> {
    const waiting = await findWaiting(tx, visit.pending, visit.now);
    if (!waiting) return again(visit);
    const factors = await ownFactors(tx, waiting.accountId);
    if (!factors.isOn) return { goTo: '/dang-nhap/thiet-lap' };
    const { lang, csrf, now: at } = visit;
    const { accountId: whom } = waiting;
    const { passkeys } = factors;
    const asked = { ceremony: 'second-step', whom, at } as const;
    return factorPage(visit, {
      title: words.title,
      lead: words.lead,
      back: '/dang-nhap',
      wrong,
      children: (
        <>
          {passkeys.length > 0 && (
            <PasskeyBox
              lang={lang}
              csrf={csrf}
              action={`${path}/khoa`}
              kind="get"
              options={await askForPasskey(relyingParty(config, keys), asked, passkeys)}
              label={passkeyWords.use}
              wrong={wrong['khoa']}
              otherwise={factors.appSince === null ? words.noPasskeys : undefined}
            />
          )}
          <CodeForms
            lang={lang}
            csrf={csrf}
            action={path}
            hasApp={factors.appSince !== null}
            recoveryCodesLeft={factors.recoveryCodesLeft}
            isSecond={passkeys.length > 0}
            wrong={wrong}
          />
          <Details summary={say(lang, words.allLost)}>
            <p>{say(lang, words.counter)}</p>
          </Details>
        </>
      ),
    });
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
    const box = posted(body, 'recovery') === '' ? 'code' : 'recovery';
    const code = posted(body, box);
    if (code.trim() === '') return show(tx, visit, { [box]: codeFaults.missing });
    const { pending, device, address, now: at } = visit;
    const outcome = await proveByCode(tx, entrance, { pending, device, address, code, at });
    if (outcome === 'gone') return again(visit);
    if (outcome === 'wrong') {
      const words = box === 'code' ? codeFaults.wrong : codeFaults.wrongRecovery;
      return show(tx, visit, { [box]: words });
    }
    return isRefusal(outcome) ? outcome : arrive(tx, config, visit, outcome, outcome.goTo);
  }

  async function submitPasskey(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
    const { pending, device, now: at } = visit;
    const waiting = await findWaiting(tx, pending, at);
    if (!waiting || pending === undefined) return again(visit);
    const { accountId } = waiting;
    const asked = { ceremony: 'second-step', whom: accountId, accountId, at } as const;
    const party = relyingParty(config, keys);
    const passkey = await takePasskey(tx, party, asked, posted(body, 'credential'));
    if (!passkey) return show(tx, visit, { khoa: passkeyWords.failed });
    const entered = await letIn(tx, entrance, waiting, { pending, device, at, by: 'passkey' });
    return arrive(tx, config, visit, entered, waiting.goTo);
  }

  return [
    get(path, anyone, (tx, visit) => show(tx, visit)),
    post(path, anyone, submit),
    post(`${path}/khoa`, anyone, submitPasskey),
  ];
}

/** Nothing waits any more: from the start. */
export function again({ lang, pending, actor }: Visit): Redirect {
  if (actor) return { goTo: actor.kind === 'official' ? '/can-bo' : '/' };
  return {
    goTo: '/dang-nhap',
    ...(pending !== undefined && { notice: say(lang, words.gone) }),
  };
}

const words = {
  title: text('Xác nhận đó là bạn', 'Confirm that it is you'),
  lead: text(
    'Mật khẩu đã đúng. Còn một bước nữa để người khác biết mật khẩu cũng không vào được.',
    'The password is right. One more step keeps out others who know it.',
  ),
  noPasskeys: text(
    'Trình duyệt này không dùng được khóa truy cập. Hãy dùng trình duyệt hoặc máy có khóa của bạn, hoặc một mã dự phòng.',
    'This browser cannot use passkeys. Use a browser or device that has yours, or a recovery code.',
  ),
  allLost: text('Mất cả điện thoại lẫn mã dự phòng?', 'Lost both phone and recovery codes?'),
  counter: text(
    'Mang thẻ căn cước đến Trung tâm Phục vụ hành chính công; cán bộ đối chiếu rồi gỡ bước xác thực này cho bạn. Cán bộ, công chức gặp người quản trị của đơn vị.',
    'Bring your identity card to the service centre; an official compares it and removes this step for you. Officials see the administrator of their unit.',
  ),
  gone: text(
    'Bước xác nhận đã quá lâu hoặc nhập sai nhiều lần. Hãy đăng nhập lại từ đầu.',
    'The confirmation took too long or failed too often. Sign in again from the start.',
  ),
};
