import { hashPassword, passwords } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Filled, Lookups } from '#/platform/form/index.ts';
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
import { dayOf, type Day } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import { say, text, type Text } from '#/values/text.ts';
import { signedIn } from '../access.ts';
import {
  beginPasswordChange,
  finishPasswordChange,
  type PasswordChange,
} from '../change-password.ts';
import { ownFactors } from '../factors/own-factors.ts';
import { endOtherSessions, endSession, signInsOf } from '../session.ts';
import { isRightPassword } from '../sign-in.ts';
import { stepUps, withStepUp } from '../step-up.ts';
import { getAccount } from '../store/accounts.ts';
import { getPerson, updatePerson } from '../store/persons.ts';
import { AccountView } from './account-view.tsx';
import { contactForm, contactOf, withContact } from './contact-form.ts';
import { readNewPassword } from './new-password.ts';
import { posted } from './posted.ts';

/** The lists of places on a day; another module keeps them. */
export type LookupsOf = (tx: Tx, on: Day) => Promise<Lookups>;

/** One's own account. */
export function accountRoutes({ keys }: Services, lookupsOf: LookupsOf): Route[] {
  interface Left {
    readonly contact?: Filled | undefined;
    readonly wrongPassword?: Readonly<Record<string, Text>> | undefined;
  }

  async function show(tx: Tx, visit: Visit, { contact, wrongPassword }: Left = {}): Promise<Shown> {
    const { accountId, personId } = visit.actor!;
    const person = await getPerson(tx, personId);
    const view = (
      <AccountView
        lang={visit.lang}
        csrf={visit.csrf}
        person={person}
        account={await getAccount(tx, accountId)}
        signIns={await signInsOf(tx, accountId, visit.session ?? '', visit.now)}
        isTwoStep={(await ownFactors(tx, accountId)).isOn}
        contact={contact ?? contactOf(person)}
        lookups={await lookupsOf(tx, dayOf(visit.now))}
        wrongPassword={wrongPassword}
      />
    );
    const isWrong = wrongPassword !== undefined || Object.keys(contact?.wrong ?? {}).length > 0;
    return {
      title: say(visit.lang, words.title),
      layout: 'citizen',
      view,
      ...(isWrong && { status: 422 }),
    };
  }

  async function saveContact(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
    const today = dayOf(visit.now);
    const reading = contactForm.read(body, {
      today,
      demo: visit.isDemo,
      lookups: await lookupsOf(tx, today),
    });
    if (!reading.answers) return show(tx, visit, { contact: reading });
    const person = await getPerson(tx, visit.actor!.personId);
    await updatePerson(tx, withContact(person, reading.answers));
    return done(visit, words.saved);
  }

  async function savePassword(tx: Tx, visit: Visit, body: Body): Promise<Shown | Refusal | Aside> {
    const actor = visit.actor!;
    const current = posted(body, 'current');
    if (current === '') return show(tx, visit, { wrongPassword: { current: words.noCurrent } });
    const { fullName, personalId, phone, email } = await getPerson(tx, actor.personId);
    const secret = readNewPassword(body, [fullName, personalId ?? '', phone ?? '', email ?? '']);
    if ('wrong' in secret) return show(tx, visit, { wrongPassword: secret.wrong });
    const begun = await beginPasswordChange(tx, keys, actor);
    if (isRefusal(begun)) return begun;
    return {
      async aside() {
        const isRight = await isRightPassword(begun, current);
        const nextHash = isRight ? await hashPassword(secret.password) : null;
        return (next, now) => finishPassword(next, now, { ...begun, nextHash });
      },
    };
  }

  async function finishPassword(
    tx: Tx,
    visit: Visit,
    change: Omit<PasswordChange, 'session'>,
  ): Promise<Shown | Redirect> {
    const session = visit.session ?? '';
    const outcome = await finishPasswordChange(tx, keys, visit.actor!, { ...change, session });
    return outcome === 'wrong'
      ? show(tx, visit, { wrongPassword: { current: words.wrongCurrent } })
      : done(visit, words.changed);
  }

  async function endOthers(tx: Tx, visit: Visit): Promise<Redirect> {
    await endOtherSessions(tx, visit.actor!.accountId, visit.session ?? '');
    return done(visit, words.ended);
  }

  async function endOne(tx: Tx, visit: Visit, body: Body): Promise<Redirect> {
    const id = posted(body, 'id');
    if (isId(id)) await endSession(tx, visit.actor!.accountId, id);
    return done(visit, words.endedOne);
  }

  return [
    get('/tai-khoan', signedIn, (tx, visit) => show(tx, visit)),
    post('/tai-khoan', signedIn, saveContact),
    withStepUp(
      stepUps.password,
      post('/tai-khoan/mat-khau', signedIn, savePassword, { queue: passwords }),
      { back: '/tai-khoan' },
    ),
    post('/tai-khoan/phien', signedIn, endOthers),
    post('/tai-khoan/phien/ket-thuc', signedIn, endOne),
  ];
}

function done(visit: Visit, notice: Text): Redirect {
  return { goTo: '/tai-khoan', notice: say(visit.lang, notice) };
}

const words = {
  title: text('Tài khoản', 'Account'),
  saved: text('Đã lưu thay đổi.', 'Your changes are saved.'),
  changed: text('Đã đổi mật khẩu.', 'Your password is changed.'),
  ended: text('Đã đăng xuất khỏi mọi nơi khác.', 'You are signed out everywhere else.'),
  endedOne: text('Đã đăng xuất khỏi nơi đó.', 'You are signed out there.'),
  noCurrent: text('Nhập mật khẩu hiện nay', 'Enter your current password'),
  wrongCurrent: text(
    'Mật khẩu hiện nay chưa đúng. Nhập lại',
    'The current password is not right. Enter it again',
  ),
};
