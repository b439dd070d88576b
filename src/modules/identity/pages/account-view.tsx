import type { Filled, Lookups } from '#/platform/form/index.ts';
import { formatDay } from '#/values/day.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import {
  AskAll,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  InsetText,
  LinkButton,
  SummaryList,
} from '#/ui/index.ts';
import type { Account, Person } from '../person.ts';
import type { SignInSeen } from '../session.ts';
import { contactForm } from './contact-form.ts';
import { PasswordForm } from './password-form.tsx';
import { SignIns } from './sign-ins.tsx';

export interface AccountViewProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly person: Person;
  readonly account: Account;
  /** Whether signing in asks for a second factor. */
  readonly isTwoStep: boolean;
  readonly signIns: readonly SignInSeen[];
  readonly contact: Filled;
  readonly lookups: Lookups;
  /** What is wrong with the new password. */
  readonly wrongPassword?: Readonly<Record<string, Text>> | undefined;
}

/** One's own account: who one is, how one is reached, password, open sign-ins. */
export function AccountView(props: AccountViewProps) {
  const { lang, csrf, person, account, contact, wrongPassword = {} } = props;
  return (
    <>
      <ErrorSummary wrong={{ ...contact.wrong, ...wrongPassword }} lang={lang} />
      <h1>{say(lang, words.title)}</h1>
      <SummaryList lang={lang} rows={factsOf(person, account, lang)} />
      <InsetText>
        <p>{say(lang, words.facts)}</p>
      </InsetText>
      <h2>{say(lang, words.contact)}</h2>
      <Form csrf={csrf} lang={lang} action="/tai-khoan">
        <AskAll questions={contactForm.list} {...contact} lang={lang} lookups={props.lookups} />
        <ButtonRow>
          <Button>{say(lang, words.save)}</Button>
        </ButtonRow>
      </Form>
      {account.passwordHash !== null && (
        <PasswordForm lang={lang} csrf={csrf} account={account} wrong={wrongPassword} />
      )}
      <h2>{say(lang, words.security)}</h2>
      <p>{say(lang, props.isTwoStep ? words.twoSteps : words.oneStep)}</p>
      <LinkButton href="/tai-khoan/bao-mat" look="secondary" icon="key-round">
        {say(lang, words.toSecurity)}
      </LinkButton>
      <LinkButton href="/tai-khoan/dang-nhap" look="secondary" icon="history">
        {say(lang, words.toHistory)}
      </LinkButton>
      <SignIns lang={lang} csrf={csrf} signIns={props.signIns} />
    </>
  );
}

function factsOf(person: Person, account: Account, lang: Lang) {
  const { fullName, bornOn, sex, personalId, organisationName, taxCode } = person;
  const organisation = [
    { label: say(lang, words.organisation), value: organisationName },
    { label: say(lang, words.taxCode), value: taxCode },
  ];
  return [
    { label: say(lang, words.name), value: fullName },
    { label: say(lang, words.bornOn), value: bornOn && formatDay(bornOn) },
    { label: say(lang, words.sex), value: sex && say(lang, words[sex]) },
    { label: say(lang, words.personalId), value: personalId },
    ...(organisationName === null ? [] : organisation),
    { label: say(lang, words.account), value: account.name },
  ];
}

const words = {
  title: text('Tài khoản', 'Account'),
  name: text('Họ, chữ đệm, tên', 'Full name'),
  bornOn: text('Ngày sinh', 'Date of birth'),
  sex: text('Giới tính', 'Sex'),
  Nam: text('Nam', 'Male'),
  Nữ: text('Nữ', 'Female'),
  personalId: text('Số định danh cá nhân', 'Personal identification number'),
  organisation: text('Tổ chức, hộ kinh doanh', 'Organisation'),
  taxCode: text('Mã số thuế', 'Tax code'),
  account: text('Tên đăng nhập', 'Account name'),
  facts: text(
    'Có chỗ chưa đúng? Hãy mang thẻ căn cước đến Trung tâm Phục vụ hành chính công để được sửa.',
    'Something is not right? Bring your identity card to the service centre to have it corrected.',
  ),
  security: text('Bảo mật đăng nhập', 'Sign-in security'),
  twoSteps: text(
    'Đang bật xác thực hai bước: ngoài mật khẩu còn cần điện thoại hoặc khóa của bạn.',
    'Two-step sign-in is on: besides the password, your phone or key is needed.',
  ),
  oneStep: text(
    'Chỉ cần mật khẩu để đăng nhập. Thêm bước thứ hai để người biết mật khẩu cũng không vào được.',
    'The password alone opens your account. Add a second step to keep out those who know it.',
  ),
  toSecurity: text('Xác thực hai bước, khóa truy cập', 'Two-step sign-in and passkeys'),
  toHistory: text('Lịch sử và cách đăng nhập', 'Sign-in history and ways in'),
  contact: text('Liên hệ và nơi cư trú', 'Contact and residence'),
  save: text('Lưu thay đổi', 'Save changes'),
};
