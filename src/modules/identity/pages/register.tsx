import { hashPassword, passwords } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Filled } from '#/platform/form/index.ts';
import {
  get,
  lureOf,
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
import { dayOf, type Day } from '#/values/day.ts';
import { contradiction, type PersonalId, type Sex } from '#/values/personal-id.ts';
import { say, text, type Text } from '#/values/text.ts';
import { anyone } from '../access.ts';
import type { CreatedAccount } from '../create-account.ts';
import { enter as enterAs, type Entrance } from '../enter.ts';
import { beginRegistration, registerCitizen } from '../register-citizen.ts';
import { readReturnPath } from '../return-path.ts';
import { arrive } from './arrive.ts';
import { pathAfter } from './home.ts';
import { readNewPassword } from './new-password.ts';
import { posted } from './posted.ts';
import { RegisterView } from './register-view.tsx';
import { registrationForm } from './registration-form.ts';

/** A citizen opens an account and is signed in at once. */
export function registerRoutes({ config, keys }: Services, entrance: Entrance): Route[] {
  const lure = lureOf(keys);

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Refusal | Aside> {
    const back = posted(body, 'tiep');
    const reading = registrationForm.read(body, {
      today: dayOf(visit.now),
      demo: visit.isDemo,
      lookups: noLookups,
    });
    const { answers } = reading;
    const secret = readNewPassword(body, Object.values(reading.typed));
    const wrong = {
      ...reading.wrong,
      ...(answers && contradictionIn(answers)),
      ...('wrong' in secret ? secret.wrong : {}),
    };
    if (!answers || 'wrong' in secret || Object.keys(wrong).length > 0) {
      return show(visit, { ...reading, wrong }, back);
    }
    if (!lure.isCalm(body, visit.now)) return show(visit, reading, back, true);
    const told = { ...answers, email: answers.email ?? null, address: visit.address };
    const standing = await beginRegistration(tx, keys, visit.now, told);
    if (standing === 'known') return show(visit, knownAlready(reading), back);
    if (isRefusal(standing)) return standing;
    return {
      async aside() {
        const passwordHash = await hashPassword(secret.password);
        return async (next, now) => {
          const outcome = await registerCitizen(next, keys, now.now, told, passwordHash);
          if (outcome === 'known') return show(now, knownAlready(reading), back);
          return isRefusal(outcome) ? outcome : enter(next, now, outcome, back);
        };
      },
    };
  }

  async function enter(
    tx: Tx,
    visit: Visit,
    { accountId, personId }: CreatedAccount,
    back: string,
  ): Promise<Redirect> {
    const account = { id: accountId, personId, kind: 'citizen' } as const;
    const coming = { device: visit.device, at: visit.now, by: 'password' } as const;
    const entered = await enterAs(tx, entrance, account, coming);
    const redirect = await arrive(tx, config, visit, entered, readReturnPath(back));
    return { ...redirect, notice: say(visit.lang, words.done) };
  }

  function show(visit: Visit, filled: Filled, back: string | undefined, isAgain = false): Shown {
    const { lang, csrf, now } = visit;
    const page = {
      lang,
      csrf,
      filled,
      back: readReturnPath(back),
      stamp: lure.stamp(now),
      isAgain,
    };
    const isWrong = Object.keys(filled.wrong).length > 0;
    return {
      title: say(lang, words.title),
      layout: 'citizen',
      view: <RegisterView {...page} />,
      ...((isWrong || isAgain) && { status: 422 }),
    };
  }

  return [
    get('/dang-ky', anyone, async (_tx, visit) => {
      const back = visit.query['tiep'];
      return visit.actor
        ? { goTo: pathAfter(back, visit.actor.kind) }
        : show(visit, registrationForm.blank, back);
    }),
    post('/dang-ky', anyone, submit, { queue: passwords }),
  ];
}

function knownAlready(filled: Filled): Filled {
  return { ...filled, wrong: { personalId: words.known } };
}

interface Born {
  readonly personalId: PersonalId;
  readonly bornOn: Day;
  readonly sex: Sex;
}

function contradictionIn(answers: Born): Record<string, Text> | undefined {
  const wrong = contradiction(answers.personalId, answers);
  return wrong && { personalId: wrong };
}

const words = {
  title: text('Đăng ký tài khoản', 'Register'),
  done: text(
    'Đã mở tài khoản. Lần sau bạn đăng nhập bằng số định danh cá nhân và mật khẩu vừa đặt.',
    'Your account is open. Next time sign in with your personal identification number and this password.',
  ),
  known: text(
    'Số định danh này đã có trong hệ thống. Hãy đăng nhập; nếu chưa có hoặc quên mật khẩu, hãy mang thẻ căn cước đến Trung tâm Phục vụ hành chính công',
    'This number is known already. Sign in; if you have no password or forgot it, bring your identity card to the service centre',
  ),
};
