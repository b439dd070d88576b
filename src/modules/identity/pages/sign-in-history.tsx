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
import { Button, Form, Table, Tag } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import { signedIn } from '../access.ts';
import { blockWay, openWay, waysOf, type WaySeen } from '../block-way.ts';
import type { Entrance } from '../enter.ts';
import { stepUps, withStepUp } from '../step-up.ts';
import type { Way } from '../store/blocked-ways.ts';
import { listSignIns, type PastSignIn } from '../store/sign-ins.ts';
import { factorPage } from './factors/page.tsx';
import { posted } from './posted.ts';
import { openedBy } from './sign-ins.tsx';

const path = '/tai-khoan/dang-nhap';

/** How many sign-ins are shown. */
const most = 50;

/** Every sign-in of the last months, and the ways in: each can be closed by its owner. */
export function historyRoutes({ tell }: Entrance, hasNational: boolean): Route[] {
  async function show(tx: Tx, visit: Visit): Promise<Shown> {
    const { lang, csrf, actor } = visit;
    const ways = await waysOf(tx, actor!, hasNational);
    const past = await listSignIns(tx, actor!.accountId, most);
    return factorPage(visit, {
      title: words.title,
      lead: words.lead,
      back: '/tai-khoan',
      children: (
        <>
          <h2>{say(lang, words.ways)}</h2>
          <ul class="tasks">
            {ways
              .filter(({ isThere, isBlocked }) => isThere || isBlocked)
              .map((one) => (
                <WayRow key={one.way} lang={lang} csrf={csrf} one={one} />
              ))}
          </ul>
          <h2>{say(lang, words.past)}</h2>
          <History lang={lang} past={past} />
        </>
      ),
    });
  }

  async function block(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
    const way = readWay(body);
    if (way === undefined) return { goTo: path };
    const outcome = await blockWay(tx, tell, visit.actor!, { way, hasNational });
    return isRefusal(outcome) ? outcome : { goTo: path, notice: say(visit.lang, words.blocked) };
  }

  async function open(tx: Tx, visit: Visit, body: Body): Promise<Redirect> {
    const way = readWay(body);
    if (way === undefined) return { goTo: path };
    await openWay(tx, tell, visit.actor!, way);
    return { goTo: path, notice: say(visit.lang, words.opened) };
  }

  return [
    get(path, signedIn, show),
    withStepUp(stepUps.factors, post(`${path}/khoa-cach`, signedIn, block), { back: path }),
    withStepUp(stepUps.factors, post(`${path}/mo-cach`, signedIn, open), { back: path }),
  ];
}

function WayRow({
  lang,
  csrf,
  one: { way, isBlocked },
}: {
  readonly lang: Lang;
  readonly csrf: string;
  readonly one: WaySeen;
}) {
  const name = say(lang, wayNames[way]);
  return (
    <li class="task">
      <div class="task-title">
        <strong>{name}</strong>{' '}
        {isBlocked && <Tag tone="warning">{say(lang, words.isBlocked)}</Tag>}
      </div>
      <Form csrf={csrf} lang={lang} action={`${path}/${isBlocked ? 'mo-cach' : 'khoa-cach'}`}>
        <input type="hidden" name="cach" value={way} />
        <Button look={isBlocked ? 'secondary' : 'danger'} small about={name}>
          {say(lang, isBlocked ? words.open : words.block)}
        </Button>
      </Form>
    </li>
  );
}

function History({ lang, past }: { readonly lang: Lang; readonly past: readonly PastSignIn[] }) {
  return (
    <Table
      caption={say(lang, words.past)}
      captionUnseen
      columns={[
        { title: say(lang, words.when), cell: ({ at }) => formatInstant(at, lang) },
        { title: say(lang, words.by), cell: ({ by }) => say(lang, openedBy[by]) },
        {
          title: say(lang, words.level),
          cell: ({ assurance }) => say(lang, assurance === 2 ? words.two : words.one),
        },
        {
          title: say(lang, words.browser),
          cell: ({ isNewDevice }) => say(lang, isNewDevice ? words.unknown : words.known),
        },
      ]}
      rows={past}
      empty={<p>{say(lang, words.none)}</p>}
    />
  );
}

function readWay(body: Body): Way | undefined {
  const told = posted(body, 'cach');
  return Object.hasOwn(wayNames, told) ? (told as Way) : undefined;
}

const wayNames: Readonly<Record<Way, Text>> = {
  password: text('Mật khẩu', 'Password'),
  passkey: text('Khóa truy cập', 'Passkeys'),
  national: text('Định danh điện tử (VNeID)', 'Electronic identity (VNeID)'),
};

const words = {
  title: text('Lịch sử và cách đăng nhập', 'Sign-in history and ways in'),
  lead: text(
    'Thấy lần nào không phải bạn, hãy đăng xuất mọi nơi khác ở trang Tài khoản rồi khóa cách đã bị lộ.',
    'If one was not you, sign out everywhere else on the account page and close the way that leaked.',
  ),
  ways: text('Các cách vào tài khoản', 'Ways into the account'),
  past: text('Những lần đăng nhập', 'Sign-ins'),
  when: text('Lúc', 'When'),
  by: text('Bằng', 'By'),
  level: text('Mức định danh', 'Level of identity'),
  one: text('Mức 1', 'Level 1'),
  two: text('Mức 2', 'Level 2'),
  browser: text('Trình duyệt', 'Browser'),
  known: text('Đã từng dùng', 'Used before'),
  unknown: text('Chưa từng dùng', 'Not used before'),
  none: text('Chưa có lần nào được ghi.', 'None was written down yet.'),
  isBlocked: text('Đang khóa', 'Closed'),
  block: text('Khóa cách này', 'Close this way'),
  open: text('Mở lại', 'Open it again'),
  blocked: text(
    'Đã khóa. Từ nay cách đó không mở được tài khoản.',
    'Closed. That way no longer opens the account.',
  ),
  opened: text('Đã mở lại.', 'Opened again.'),
};
