import type { Actor } from '#/platform/http/index.ts';
import {
  Button,
  ButtonRow,
  Form,
  InsetText,
  Link,
  LinkButton,
  Panel,
  WarningText,
} from '#/ui/index.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import { askedScopes, type Interaction } from '../interaction.ts';
import { scopeWords } from '../scopes.ts';

interface Asking {
  readonly lang: Lang;
  readonly csrf: string;
  readonly action: string;
}

const named = (lang: Lang, words: Text, name: Text) =>
  say(lang, fill(words, { name: say(lang, name) }));

/** Which client, which data, for how long: the person says yes or no (OpenID Connect Core 1.0, 3.1.2.4). */
export function ConsentView({
  lang,
  csrf,
  action,
  asked,
  actor,
}: Asking & { readonly asked: Interaction; readonly actor: Actor }) {
  const { name, consentDays, redirectUris } = asked.client;
  const [address = ''] = redirectUris;
  return (
    <>
      <h1>{named(lang, words.title, name)}</h1>
      {actor.actingFor === undefined ? (
        <p>{say(lang, fill(words.as, { name: actor.name }))}</p>
      ) : (
        <WarningText lang={lang}>
          {say(lang, fill(words.asFor, { name: actor.name, principal: actor.actingFor.name }))}
        </WarningText>
      )}
      <p>{named(lang, words.wants, name)}</p>
      <ul>
        {askedScopes(asked).map((scope) => (
          <li key={scope}>{say(lang, scopeWords(scope))}</li>
        ))}
      </ul>
      <InsetText>
        <p>{say(lang, fill(words.howLong, { days: String(consentDays) }))}</p>
        {address !== '' && <p>{say(lang, fill(words.where, { host: new URL(address).host }))}</p>}
      </InsetText>
      <Form csrf={csrf} lang={lang} action={action}>
        <input type="hidden" name="mandate" value={actor.actingFor?.mandateId ?? ''} />
        <ButtonRow>
          <Button name="answer" value="yes">
            {say(lang, words.yes)}
          </Button>
          <Button name="answer" value="no" look="secondary">
            {say(lang, words.no)}
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
}

/** The client takes nobody below level 2, and this sign-in is level 1: how to reach it. */
export function LevelView({ lang, csrf, action, name }: Asking & { readonly name: Text }) {
  return (
    <>
      <h1>{say(lang, words.level)}</h1>
      <p>{named(lang, words.levelWhy, name)}</p>
      <ul>
        <li>{say(lang, words.byNational)}</li>
        <li>{say(lang, words.byCounter)}</li>
      </ul>
      <Form csrf={csrf} lang={lang} action={action}>
        <Button name="answer" value="no" look="secondary">
          {say(lang, words.giveUp)}
        </Button>
      </Form>
    </>
  );
}

/**
 * Leads on to the client. A form may not lead to another site by itself (CSP, form-action), so the answer to it is this
 * page, which goes on.
 */
export function OnwardView({
  lang,
  to,
  name,
}: {
  readonly lang: Lang;
  readonly to: string;
  readonly name: Text;
}) {
  return (
    <>
      <meta http-equiv="refresh" content={`0; url=${to}`} />
      <Panel title={named(lang, words.onward, name)}>
        <p>{say(lang, words.onwardHint)}</p>
      </Panel>
      <LinkButton href={to}>{say(lang, words.goOn)}</LinkButton>
    </>
  );
}

/** Somebody signs out of a client: out of us too? */
export function SignOutView({
  lang,
  csrf,
  action,
  name,
}: Asking & { readonly name: Text | undefined }) {
  return (
    <>
      <h1>{say(lang, words.signOut)}</h1>
      <p>
        {name === undefined ? say(lang, words.signOutPlain) : named(lang, words.signOutWhy, name)}
      </p>
      <Form csrf={csrf} lang={lang} action={action}>
        <ButtonRow>
          <Button>{say(lang, words.signOutYes)}</Button>
          <Link href="/">{say(lang, words.stay)}</Link>
        </ButtonRow>
      </Form>
    </>
  );
}

const words = {
  title: text('{name} muốn dùng tài khoản của bạn', '{name} wants to use your account'),
  as: text('Bạn đang đăng nhập là {name}.', 'You are signed in as {name}.'),
  asFor: text(
    'Bạn là {name}, đang làm thay cho {principal}. Ứng dụng sẽ thấy dữ liệu của {principal} và làm việc thay cho {principal}; {principal} được báo.',
    'You are {name}, acting for {principal}. The application will see data of {principal} and act for {principal}, who is told.',
  ),
  wants: text('Nếu bạn đồng ý, {name} sẽ được:', 'If you agree, {name} may:'),
  howLong: text(
    'Sự đồng ý có hiệu lực {days} ngày. Bạn rút lại được bất cứ lúc nào ở Tài khoản, mục Ứng dụng đã cho phép.',
    'It counts for {days} days. Take it back at any time under Account, Applications you allowed.',
  ),
  where: text('Sau đó bạn trở lại {host}.', 'You then return to {host}.'),
  yes: text('Đồng ý', 'Allow'),
  no: text('Không đồng ý', 'Do not allow'),
  level: text('Cần mức định danh cao hơn', 'A higher level of identity is needed'),
  levelWhy: text(
    '{name} chỉ nhận người đã xác thực danh tính mức độ 2. Bạn đang ở mức độ 1. Cách lên mức độ 2:',
    '{name} takes only people whose identity is verified at level 2. You are at level 1. How to reach it:',
  ),
  byNational: text(
    'Đăng xuất rồi đăng nhập bằng tài khoản định danh điện tử mức độ 2.',
    'Sign out, then sign in with your level 2 electronic identity.',
  ),
  byCounter: text(
    'Hoặc mang thẻ căn cước đến Trung tâm Phục vụ hành chính công để được xác minh.',
    'Or bring your identity card to the service centre to be verified.',
  ),
  giveUp: text('Quay lại, không đăng nhập', 'Go back without signing in'),
  onward: text('Đang quay lại {name}', 'Going back to {name}'),
  onwardHint: text(
    'Nếu trang không tự chuyển, hãy bấm nút dưới đây.',
    'If the page does not go on by itself, press the button.',
  ),
  goOn: text('Tiếp tục', 'Continue'),
  signOut: text('Đăng xuất', 'Sign out'),
  signOutWhy: text(
    'Bạn vừa đăng xuất khỏi {name}. Đăng xuất luôn khỏi Cổng dịch vụ công và các trang khác mà bạn vào bằng tài khoản này?',
    'You have signed out of {name}. Sign out here too, and of the other sites that you entered with this account?',
  ),
  signOutPlain: text(
    'Đăng xuất khỏi Cổng dịch vụ công và các trang mà bạn vào bằng tài khoản này?',
    'Sign out here and of the sites that you entered with this account?',
  ),
  signOutYes: text('Đăng xuất khỏi tất cả', 'Sign out everywhere'),
  stay: text('Không, ở lại', 'No, stay'),
};
