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
import { Button, ButtonRow, Form, LinkButton } from '#/ui/index.ts';
import { say, text, type Text } from '#/values/text.ts';
import { signedIn } from '../../access.ts';
import { beginPasswordChange } from '../../change-password.ts';
import { confirmByCode, confirmByPassword } from '../../confirm.ts';
import { ownFactors } from '../../factors/own-factors.ts';
import { relyingParty } from '../../factors/relying-party.ts';
import { askForPasskey, takePasskey } from '../../factors/take-passkey.ts';
import { readReturnPath } from '../../return-path.ts';
import { confirmSession } from '../../session.ts';
import { isRightPassword } from '../../sign-in.ts';
import { getAccount } from '../../store/accounts.ts';
import { CredentialBox } from '../credential-box.tsx';
import { posted } from '../posted.ts';
import { codeFaults, CodeForms } from './code-forms.tsx';
import { PasskeyBox, passkeyWords } from './passkey-box.tsx';
import { factorPage } from './page.tsx';

const path = '/tai-khoan/xac-nhan';

/** Who is signed in proves again to be themselves before an act of weight, by the strongest thing that they have. */
export function confirmRoutes({ keys, config }: Services, hasNational: boolean): Route[] {
  async function show(
    tx: Tx,
    visit: Visit,
    back: string,
    wrong: Readonly<Record<string, Text>> = {},
  ): Promise<Shown> {
    const { lang, csrf } = visit;
    const { accountId: whom, at } = visit.actor!;
    const asked = { ceremony: 'confirm', whom, at } as const;
    const factors = await ownFactors(tx, whom);
    const { passkeys } = factors;
    const { passwordHash, isDemo } = await getAccount(tx, whom);
    if (visit.query['bang'] === 'khoa' && passkeys.length === 0) return showNoPasskey(visit);
    const isPasskeyOnly = visit.query['bang'] === 'khoa';
    return factorPage(visit, {
      title: words.title,
      lead: isPasskeyOnly ? words.passkeyLead : words.lead,
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
              back={back}
              wrong={wrong['khoa']}
            />
          )}
          {factors.isOn && !isPasskeyOnly && (
            <CodeForms
              lang={lang}
              csrf={csrf}
              action={path}
              hasApp={factors.appSince !== null}
              recoveryCodesLeft={factors.recoveryCodesLeft}
              isSecond={passkeys.length > 0}
              wrong={wrong}
              back={back}
            />
          )}
          {!factors.isOn && passwordHash !== null && (
            <Form csrf={csrf} lang={lang} action={path}>
              <input type="hidden" name="tiep" value={back} />
              <CredentialBox
                name="password"
                label={words.password}
                wrong={wrong['password']}
                lang={lang}
                autocomplete="current-password"
              />
              <ButtonRow>
                <Button>{say(lang, words.go)}</Button>
              </ButtonRow>
            </Form>
          )}
          {hasNational && visit.actor!.kind === 'citizen' && (
            <LinkButton
              href={`/dang-nhap/vneid?tiep=${encodeURIComponent(back)}`}
              look="secondary"
              icon="id-card"
            >
              {say(lang, words.national)}
            </LinkButton>
          )}
          {isDemo && (
            <Form csrf={csrf} lang={lang} action={path}>
              <input type="hidden" name="tiep" value={back} />
              <p>{say(lang, words.demo)}</p>
              <Button look="secondary" name="demo" value="yes">
                {say(lang, words.skip)}
              </Button>
            </Form>
          )}
        </>
      ),
    });
  }

  async function submit(
    tx: Tx,
    visit: Visit,
    body: Body,
  ): Promise<Shown | Redirect | Refusal | Aside> {
    const actor = visit.actor!;
    const session = visit.session ?? '';
    const back = readReturnPath(posted(body, 'tiep')) ?? '/tai-khoan';
    const { isDemo } = await getAccount(tx, actor.accountId);
    if (isDemo && posted(body, 'demo') === 'yes') {
      await confirmSession(tx, session, actor.at, 'demo');
      return { goTo: back };
    }
    if ((await ownFactors(tx, actor.accountId)).isOn) return byCode(tx, visit, body, back);
    const password = posted(body, 'password');
    if (password === '') return show(tx, visit, back, { password: words.noPassword });
    const begun = await beginPasswordChange(tx, keys, actor);
    if (isRefusal(begun)) return begun;
    return {
      async aside() {
        const compared = { ...begun, isRight: await isRightPassword(begun, password), session };
        return async (next, now) => {
          const outcome = await confirmByPassword(next, keys, now.actor!, compared);
          if (outcome === 'confirmed') return { goTo: back };
          return show(next, now, back, { password: words.wrongPassword });
        };
      },
    };
  }

  async function byCode(
    tx: Tx,
    visit: Visit,
    body: Body,
    back: string,
  ): Promise<Shown | Redirect | Refusal> {
    const box = posted(body, 'recovery') === '' ? 'code' : 'recovery';
    const code = posted(body, box);
    if (code.trim() === '') return show(tx, visit, back, { [box]: codeFaults.missing });
    const proof = { code, session: visit.session ?? '' };
    const outcome = await confirmByCode(tx, keys, visit.actor!, proof);
    if (isRefusal(outcome)) return outcome;
    if (outcome === 'confirmed') return { goTo: back };
    const fault = box === 'code' ? codeFaults.wrong : codeFaults.wrongRecovery;
    return show(tx, visit, back, { [box]: fault });
  }

  async function submitPasskey(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
    const { accountId, at } = visit.actor!;
    const back = readReturnPath(posted(body, 'tiep')) ?? '/tai-khoan';
    const asked = { ceremony: 'confirm', whom: accountId, accountId, at } as const;
    const party = relyingParty(config, keys);
    const passkey = await takePasskey(tx, party, asked, posted(body, 'credential'));
    if (!passkey) return show(tx, visit, back, { khoa: passkeyWords.failed });
    await confirmSession(tx, visit.session ?? '', at, 'passkey');
    return { goTo: back };
  }

  return [
    get(path, signedIn, (tx, visit) =>
      show(tx, visit, readReturnPath(visit.query['tiep']) ?? '/tai-khoan'),
    ),
    post(path, signedIn, submit, { queue: passwords }),
    post(`${path}/khoa`, signedIn, submitPasskey),
  ];
}

/** Whoever must approve by passkey and has none makes one first. */
function showNoPasskey(visit: Visit): Shown {
  return factorPage(visit, {
    title: words.title,
    lead: words.passkeyLead,
    children: (
      <LinkButton href="/tai-khoan/bao-mat/khoa" icon="key-round">
        {say(visit.lang, words.makePasskey)}
      </LinkButton>
    ),
  });
}

const words = {
  passkeyLead: text(
    'Vai trò của bạn ký duyệt bằng khóa truy cập, vì trang giả mạo không lấy được khóa.',
    'Your role approves by passkey, since no false page can take one.',
  ),
  makePasskey: text('Thêm khóa truy cập', 'Add a passkey'),
  national: text('Xác nhận bằng VNeID', 'Confirm with VNeID'),
  title: text('Xác nhận lại đó là bạn', 'Confirm again that it is you'),
  lead: text(
    'Việc bạn sắp làm quan trọng, nên cần chắc rằng không phải ai khác đang dùng máy này.',
    'What you are about to do matters, so we make sure that nobody else is using this device.',
  ),
  password: text('Mật khẩu', 'Password'),
  noPassword: text('Nhập mật khẩu', 'Enter the password'),
  wrongPassword: text('Mật khẩu chưa đúng. Nhập lại', 'The password is not right. Enter it again'),
  go: text('Xác nhận', 'Confirm'),
  demo: text(
    'Tài khoản dùng thử không có mật khẩu, nên chỉ cần bấm nút.',
    'Demo accounts have no password: the button is enough.',
  ),
  skip: text('Xác nhận (dùng thử)', 'Confirm (demo)'),
};
