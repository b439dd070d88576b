import { hashPassword, passwords } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Filled } from '#/platform/form/index.ts';
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
import { AskAll, BackLink, Button, ButtonRow, ErrorSummary, Form } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { say, text } from '#/values/text.ts';
import { anyone } from '../access.ts';
import type { Entrance } from '../enter.ts';
import { checkPasswordCode, usePasswordCode, type TypedCode } from '../use-password-code.ts';
import { arrive } from './arrive.ts';
import { NewPasswordBoxes } from './new-password-boxes.tsx';
import { readNewPassword } from './new-password.ts';

const path = '/dat-mat-khau';

/** Setting a password with the code that one got at the counter. */
export function passwordCodeRoutes({ config, keys }: Services, entrance: Entrance): Route[] {
  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Refusal | Aside> {
    const reading = codeForm.read(body, {
      today: dayOf(visit.now),
      demo: visit.isDemo,
      lookups: noLookups,
    });
    const { answers } = reading;
    const secret = readNewPassword(body, [reading.typed['personalId'] ?? '']);
    if (!answers || 'wrong' in secret) {
      return show(visit, {
        ...reading,
        wrong: { ...reading.wrong, ...('wrong' in secret ? secret.wrong : {}) },
      });
    }
    const typed = { ...answers, address: visit.address };
    const standing = await checkPasswordCode(tx, keys, visit.now, typed);
    if (isRefusal(standing)) return standing;
    if (standing === 'wrong') return show(visit, wrongCode(reading));
    return {
      async aside() {
        const passwordHash = await hashPassword(secret.password);
        return (next, now) => finish(next, now, reading, typed, passwordHash);
      },
    };
  }

  async function finish(
    tx: Tx,
    visit: Visit,
    reading: Filled,
    typed: TypedCode,
    passwordHash: string,
  ): Promise<Shown | Redirect> {
    const coming = { device: visit.device, goTo: '/ho-so', at: visit.now };
    const used = await usePasswordCode(tx, entrance, coming, typed, passwordHash);
    if (used === 'wrong') return show(visit, wrongCode(reading));
    const notice = say(visit.lang, words.done);
    return { ...(await arrive(tx, config, visit, used, coming.goTo)), notice };
  }

  return [
    get(path, anyone, async (_tx, visit) => show(visit, codeForm.blank)),
    post(path, anyone, submit, { queue: passwords }),
  ];
}

function wrongCode(filled: Filled): Filled {
  return { ...filled, wrong: { code: words.wrong } };
}

function show({ lang, csrf }: Visit, { typed, wrong }: Filled): Shown {
  const title = say(lang, words.title);
  const isWrong = Object.keys(wrong).length > 0;
  return {
    title,
    layout: 'citizen',
    ...(isWrong && { status: 422 }),
    view: (
      <>
        <BackLink href="/dang-nhap" lang={lang} />
        <ErrorSummary wrong={wrong} lang={lang} />
        <h1>{title}</h1>
        <p class="lead">{say(lang, words.lead)}</p>
        <Form csrf={csrf} lang={lang} action={path}>
          <AskAll questions={codeForm.list} typed={typed} wrong={wrong} lang={lang} />
          <NewPasswordBoxes lang={lang} wrong={wrong} />
          <ButtonRow>
            <Button>{say(lang, words.submit)}</Button>
          </ButtonRow>
        </Form>
      </>
    ),
  };
}

const codeForm = form({
  personalId: ask.personalId({
    label: text('Số định danh cá nhân', 'Personal identification number'),
    hint: text('12 chữ số trên thẻ căn cước', '12 digits on your identity card'),
    required: true,
  }),
  code: ask.text({
    label: text('Mã nhận tại quầy', 'Code from the counter'),
    hint: text(
      '12 chữ và số, ví dụ 7K3F-QX2M-9TBD; gõ chữ thường, có hay không có gạch nối đều được',
      '12 letters and digits, for example 7K3F-QX2M-9TBD; small letters will do',
    ),
    required: true,
    maxLength: 40,
    missing: text('Nhập mã nhận tại quầy', 'Enter the code from the counter'),
  }),
});

const words = {
  title: text('Đặt mật khẩu bằng mã nhận tại quầy', 'Set a password with a code'),
  lead: text(
    'Cán bộ trao mã này sau khi đối chiếu thẻ căn cước của bạn. Mã dùng được một lần, trong 7 ngày.',
    'An official gave you this code after seeing your identity card. It works once, within 7 days.',
  ),
  submit: text('Đặt mật khẩu và đăng nhập', 'Set the password and sign in'),
  wrong: text(
    'Số định danh hoặc mã chưa đúng, hoặc mã đã dùng hay đã hết hạn. Kiểm tra lại; nếu vẫn không được, hãy xin mã mới tại quầy',
    'The number or the code is not right, or the code was used or is too old. Check both; otherwise ask for a new code at the counter',
  ),
  done: text(
    'Đã đặt mật khẩu. Lần sau bạn đăng nhập bằng số định danh cá nhân và mật khẩu này.',
    'Your password is set. Next time sign in with your personal identification number and this password.',
  ),
};
