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
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { BackLink, Button, EmptyState, Form } from '#/ui/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { fill, say, text } from '#/values/text.ts';
import { signedIn } from '../access.ts';
import { withdraw } from '../interaction.ts';
import { scopeWords } from '../scopes.ts';
import { listGrants } from '../store/grants.ts';

const path = '/tai-khoan/ung-dung';

/** What one has allowed to which application, each with the button that takes it back. */
export function givenRoutes(): Route[] {
  async function show(tx: Tx, visit: Visit): Promise<Shown> {
    const { lang, csrf } = visit;
    const grants = await listGrants(tx, visit.actor!.accountId, visit.now);
    const view = (
      <>
        <BackLink lang={lang} href="/tai-khoan" />
        <h1>{say(lang, words.title)}</h1>
        <p>{say(lang, words.lead)}</p>
        {grants.length === 0 && (
          <EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>
        )}
        {grants.map(({ id, clientName, scopes, since, endsAt, isForAnother }) => (
          <section key={id}>
            <h2>{say(lang, clientName)}</h2>
            {isForAnother && <p>{say(lang, words.forAnother)}</p>}
            <ul>
              {scopes.map((scope) => (
                <li key={scope}>{say(lang, scopeWords(scope))}</li>
              ))}
            </ul>
            <p>
              {say(
                lang,
                fill(words.span, { from: formatDay(dayOf(since)), to: formatDay(dayOf(endsAt)) }),
              )}
            </p>
            <Form csrf={csrf} lang={lang} action={path}>
              <Button look="danger" small name="id" value={id} about={say(lang, clientName)}>
                {say(lang, words.withdraw)}
              </Button>
            </Form>
          </section>
        ))}
      </>
    );
    return { title: say(lang, words.title), layout: 'citizen', view };
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
    const id = body['id'];
    const isGone = typeof id === 'string' && (await withdraw(tx, visit.actor!.accountId, id));
    if (!isGone) return refuse('openid.no-grant');
    return { goTo: path, notice: say(visit.lang, words.withdrawn) };
  }

  return [get(path, signedIn, show), post(path, signedIn, submit)];
}

const words = {
  title: text('Ứng dụng đã cho phép', 'Applications you allowed'),
  lead: text(
    'Những ứng dụng dưới đây dùng được dữ liệu của bạn vì bạn đã đồng ý. Rút lại thì ứng dụng mất quyền ngay.',
    'These may use data of yours because you agreed. When you take it back they lose it at once.',
  ),
  none: text('Bạn chưa cho phép ứng dụng nào', 'You have allowed no application'),
  noneHint: text(
    'Khi đăng nhập vào trang khác bằng tài khoản này, bạn sẽ được hỏi trước.',
    'When you sign in to another site with this account, you are asked first.',
  ),
  span: text('Đồng ý ngày {from}, có hiệu lực đến {to}', 'Allowed on {from}, until {to}'),
  forAnother: text(
    'Dùng khi bạn làm thay người khác theo ủy quyền.',
    'Used when you act for somebody else by a mandate.',
  ),
  withdraw: text('Rút lại', 'Take back'),
  withdrawn: text(
    'Đã rút lại. Ứng dụng không dùng được dữ liệu của bạn nữa.',
    'Taken back. The application can use nothing of yours any more.',
  ),
};
