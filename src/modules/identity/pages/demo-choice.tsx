import { say, text, type Lang, type Text } from '#/values/text.ts';
import { Button, Csrf } from '#/ui/index.ts';
import { demoAccounts, type DemoAccount } from '../demo/accounts.ts';

export interface DemoChoiceProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly back?: string | undefined;
}

/** One button for each demo account, with who that is and what they do. */
export function DemoChoice({ lang, csrf, back }: DemoChoiceProps) {
  return (
    <form method="post" action="/dang-nhap/demo" aria-labelledby="dung-thu">
      <Csrf token={csrf} />
      {back !== undefined && <input type="hidden" name="tiep" value={back} />}
      <h2 id="dung-thu">{say(lang, words.title)}</h2>
      <p>{say(lang, words.lead)}</p>
      {groups.map(({ title, accounts }) => (
        <section key={title.vi}>
          <h3>{say(lang, title)}</h3>
          <ul class="tasks">
            {accounts.map((account) => (
              <DemoRow key={account.name} account={account} lang={lang} />
            ))}
          </ul>
        </section>
      ))}
    </form>
  );
}

function DemoRow({ account, lang }: { readonly account: DemoAccount; readonly lang: Lang }) {
  const { name, person, description } = account;
  return (
    <li class="task">
      <div class="task-title">
        <strong>{person.fullName}</strong>
        <span class="hint">
          <WhoIs account={account} lang={lang} />. {say(lang, description)}
        </span>
      </div>
      <Button look="secondary" small name="account" value={name} about={person.fullName}>
        {say(lang, words.use)}
      </Button>
    </li>
  );
}

/** Titles of posts and names of businesses have no English form. */
function WhoIs({ account, lang }: { readonly account: DemoAccount; readonly lang: Lang }) {
  const title = account.posts[0]?.title ?? account.person.organisationName;
  if (title === undefined || title === null) return <>{say(lang, words.citizen)}</>;
  return <span lang="vi">{title}</span>;
}

const words = {
  title: text('Dùng thử', 'Try it'),
  lead: text(
    'Chọn một người để xem hệ thống bằng mắt của họ, không cần mật khẩu.',
    'Choose a person to see the system through their eyes, without a password.',
  ),
  use: text('Đăng nhập', 'Sign in'),
  citizen: text('Người dân', 'Citizen'),
};

const groups: readonly { readonly title: Text; readonly accounts: readonly DemoAccount[] }[] = [
  {
    title: text('Người dân, hộ kinh doanh', 'Citizens and businesses'),
    accounts: ofKind('citizen'),
  },
  { title: text('Cán bộ, công chức', 'Officials'), accounts: ofKind('official') },
];

function ofKind(kind: DemoAccount['kind']): readonly DemoAccount[] {
  return demoAccounts.filter((account) => account.kind === kind);
}
