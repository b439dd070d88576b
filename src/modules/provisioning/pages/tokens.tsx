import { randomBytes } from 'node:crypto';
import { stepUps, withStepUp } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Filled } from '#/platform/form/index.ts';
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
import {
  AskAll,
  Button,
  DeskLayout,
  EmptyState,
  ErrorSummary,
  Form,
  NotificationBanner,
  Table,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { isId, newId } from '#/values/id.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text } from '#/values/text.ts';
import { manageTokens } from '../access.ts';
import { endToken, insertChange, insertToken, listChanges, listTokens } from '../store.ts';

const path = '/quan-tri/cap-tai-khoan';
const tokenDays = 365;

const wanted = form({
  name: ask.text({
    label: text('Hệ thống nào dùng mã này?', 'Which system will use the token?'),
    hint: text(
      'Ví dụ: Phần mềm quản lý cán bộ của Sở Nội vụ',
      'For example: staff system of the Department of Home Affairs',
    ),
    required: true,
    maxLength: 120,
  }),
});

/** Administrators make tokens for systems that cannot do OAuth, end them, and see what was changed by SCIM. */
export function tokenRoutes(): Route[] {
  async function show(
    tx: Tx,
    visit: Visit,
    filled: Filled = wanted.blank,
    token?: string,
  ): Promise<Shown> {
    const { lang, csrf, now } = visit;
    const [tokens, changes] = await Promise.all([listTokens(tx), listChanges(tx, 50)]);
    const isWrong = Object.keys(filled.wrong).length > 0;
    const view = (
      <DeskLayout lang={lang} wide>
        <ErrorSummary lang={lang} wrong={filled.wrong} />
        <h1>{say(lang, words.title)}</h1>
        <p>{say(lang, words.lead)}</p>
        {token !== undefined && (
          <NotificationBanner lang={lang} tone="good" title={say(lang, words.made)}>
            <p>
              <code>{token}</code>
            </p>
            <p>{say(lang, words.once)}</p>
          </NotificationBanner>
        )}
        <Table
          caption={say(lang, words.tokens)}
          rows={tokens}
          keyOf={({ id }) => id}
          empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
          columns={[
            { title: say(lang, words.system), heads: true, cell: ({ name }) => name },
            { title: say(lang, words.madeAt), cell: ({ made_at: at }) => formatInstant(at, lang) },
            {
              title: say(lang, words.usedAt),
              cell: ({ used_at: at }) => (at ? formatInstant(at, lang) : say(lang, words.never)),
            },
            { title: say(lang, words.endsAt), cell: ({ ends_at: at }) => formatInstant(at, lang) },
            {
              title: say(lang, words.deed),
              cell: ({ id, name, ends_at: at }) =>
                at > now && (
                  <Form csrf={csrf} lang={lang} action={`${path}/ket-thuc`}>
                    <Button look="danger" small name="id" value={id} about={name}>
                      {say(lang, words.end)}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
        <h2>{say(lang, words.make)}</h2>
        <Form csrf={csrf} lang={lang} action={path}>
          <AskAll questions={wanted.list} lang={lang} lookups={noLookups} {...filled} />
          <Button>{say(lang, words.make)}</Button>
        </Form>
        {changes.length > 0 && (
          <Table
            caption={say(lang, words.changes)}
            rows={changes}
            keyOf={({ id }) => id}
            columns={[
              { title: say(lang, words.when), cell: ({ at }) => formatInstant(at, lang) },
              { title: say(lang, words.system), cell: ({ by_name: by }) => by },
              {
                title: say(lang, words.what),
                cell: ({ change, resource, fields }) =>
                  `${say(lang, changeWords[change as keyof typeof changeWords])} (${resource}) ${fields.join(', ')}`,
              },
            ]}
          />
        )}
      </DeskLayout>
    );
    return { title: say(lang, words.title), layout: 'desk', view, ...(isWrong && { status: 422 }) };
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown> {
    const reading = wanted.read(body, {
      today: dayOf(visit.now),
      demo: visit.isDemo,
      lookups: noLookups,
    });
    if (!reading.answers) return show(tx, visit, reading);
    const { accountId: by, name: byName, at } = visit.actor!;
    const [id, token] = [newId(), randomBytes(32).toString('base64url')];
    const endsAt = new Date(at.getTime() + tokenDays * 86_400_000);
    await insertToken(tx, { id, name: reading.answers.name, token, by, at, endsAt });
    await insertChange(tx, {
      resource: 'Token',
      id,
      change: 'created',
      fields: [reading.answers.name],
      byName,
      byAccount: by,
      at,
    });
    // Shown in the answer itself: an address or a cookie would keep it.
    return show(tx, visit, wanted.blank, token);
  }

  async function submitEnd(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
    const id = typeof body['id'] === 'string' ? body['id'] : '';
    const { accountId: byAccount, name: byName, at } = visit.actor!;
    if (!isId(id) || !(await endToken(tx, id, at))) return refuse('provisioning.no-token');
    await insertChange(tx, {
      resource: 'Token',
      id,
      change: 'ended',
      fields: [],
      byName,
      byAccount,
      at,
    });
    return { goTo: path, notice: say(visit.lang, words.ended) };
  }

  return [
    get(path, manageTokens, (tx, visit) => show(tx, visit)),
    withStepUp(stepUps.counter, post(path, manageTokens, submit)),
    post(`${path}/ket-thuc`, manageTokens, submitEnd),
  ];
}

const changeWords = {
  created: text('Tạo', 'Created'),
  changed: text('Sửa', 'Changed'),
  closed: text('Khóa', 'Closed'),
  opened: text('Mở lại', 'Opened again'),
  deleted: text('Xóa khỏi danh sách', 'Deleted'),
  joined: text('Giao vị trí', 'Joined'),
  left: text('Thôi vị trí', 'Left'),
  ended: text('Chấm dứt', 'Ended'),
};

const words = {
  title: text('Cấp tài khoản cán bộ', 'Accounts of officials'),
  lead: text(
    'Phần mềm quản lý cán bộ hoặc định danh của cơ quan tự mở, sửa, khóa tài khoản ở đây theo chuẩn SCIM 2.0, địa chỉ /scim/v2. Hệ thống dùng được OAuth thì đăng ký ở Ứng dụng kết nối; hệ thống khác dùng mã dưới đây.',
    'Staff and identity systems of the agency open, change and close accounts here by SCIM 2.0 at /scim/v2. Those that can do OAuth are registered under Connected applications; others use a token made here.',
  ),
  made: text('Mã mới', 'The new token'),
  once: text('Chép mã ngay: nó chỉ hiện một lần này.', 'Copy it now: it is shown this once.'),
  tokens: text('Mã đang có', 'Tokens'),
  none: text('Chưa có mã nào', 'There are no tokens'),
  noneHint: text('Tạo mã đầu tiên bằng biểu mẫu bên dưới.', 'Make the first with the form below.'),
  system: text('Hệ thống', 'System'),
  madeAt: text('Tạo lúc', 'Made at'),
  usedAt: text('Dùng lần cuối', 'Last used'),
  never: text('Chưa dùng', 'Never'),
  endsAt: text('Hết hạn', 'Ends'),
  deed: text('Việc', 'Deed'),
  end: text('Chấm dứt', 'End'),
  ended: text('Đã chấm dứt mã.', 'The token is ended.'),
  make: text('Tạo mã mới', 'Make a token'),
  changes: text('Thay đổi gần đây', 'Latest changes'),
  when: text('Lúc', 'When'),
  what: text('Việc', 'What'),
};
