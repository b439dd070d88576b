import { stepUps, withStepUp } from '#/modules/identity/index.ts';
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
import type { Services } from '#/platform/module.ts';
import { BackLink, Button, DeskLayout, Form, Table, Tag, WarningText } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { manageClients } from '../access.ts';
import type { Op } from '../provider/serve.ts';
import { makeSigningKey, signingKeys } from '../signing-keys.ts';
import type { SigningKey } from '../store/signing-keys.ts';

const path = '/quan-tri/ung-dung/khoa';

/** The keys that sign tokens: which signs now, which follows, and the button that makes the next. */
export function keyRoutes({ keys }: Pick<Services, 'keys'>, op: Op): Route[] {
  async function show(tx: Tx, { lang, csrf, now }: Visit): Promise<Shown> {
    const known = await signingKeys(tx, keys, now);
    const signing = known.find(({ signsFrom }) => signsFrom <= now);
    const view = (
      <DeskLayout lang={lang}>
        <BackLink lang={lang} href="/quan-tri/ung-dung" />
        <h1>{say(lang, words.title)}</h1>
        <p>{say(lang, words.lead)}</p>
        <Table
          caption={say(lang, words.title)}
          captionUnseen
          rows={known}
          keyOf={({ kid }) => kid}
          columns={[
            {
              title: say(lang, words.kid),
              heads: true,
              cell: ({ kid }) => <code>{kid.slice(0, 12)}…</code>,
            },
            {
              title: say(lang, words.from),
              cell: ({ signsFrom }) => formatInstant(signsFrom, lang),
            },
            {
              title: say(lang, words.until),
              cell: ({ endsAt }) => (endsAt === null ? '' : formatInstant(endsAt, lang)),
            },
            { title: say(lang, words.standing), cell: (key) => standing(key, signing, now, lang) },
          ]}
        />
        <h2>{say(lang, words.turnTitle)}</h2>
        <p>{say(lang, words.turnHint)}</p>
        <Form csrf={csrf} lang={lang} action={path}>
          <Button name="occasion" value="turn">
            {say(lang, words.turn)}
          </Button>
        </Form>
        <h2>{say(lang, words.leakTitle)}</h2>
        <WarningText lang={lang}>{say(lang, words.leakHint)}</WarningText>
        <Form csrf={csrf} lang={lang} action={path}>
          <Button look="danger" name="occasion" value="leak">
            {say(lang, words.leak)}
          </Button>
        </Form>
      </DeskLayout>
    );
    return { title: say(lang, words.title), layout: 'desk', view };
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Redirect> {
    const isLeak = body['occasion'] === 'leak';
    const { accountId, at } = visit.actor!;
    await makeSigningKey(tx, keys, isLeak ? 'leak' : 'turn', accountId, at);
    op.forget();
    return { goTo: path, notice: say(visit.lang, isLeak ? words.leaked : words.turned) };
  }

  return [
    get(path, manageClients, show),
    withStepUp(stepUps.counter, post(path, manageClients, submit)),
  ];
}

function standing(key: SigningKey, signing: SigningKey | undefined, now: Date, lang: Lang) {
  if (key.kid === signing?.kid) return <Tag tone="good">{say(lang, words.signs)}</Tag>;
  return <Tag>{say(lang, key.signsFrom > now ? words.waits : words.past)}</Tag>;
}

const words = {
  title: text('Khóa ký', 'Signing keys'),
  lead: text(
    'Hệ thống tự thay khóa sau 90 ngày. Khóa mới được công bố trước một ngày, khóa cũ còn được công bố thêm 30 ngày, nên không ứng dụng nào bị gián đoạn.',
    'Keys are replaced after 90 days by themselves. A new one is published a day before it signs, an old one for 30 days more, so that no application is interrupted.',
  ),
  kid: text('Khóa', 'Key'),
  from: text('Ký từ', 'Signs from'),
  until: text('Công bố đến', 'Published until'),
  standing: text('Tình trạng', 'Standing'),
  signs: text('Đang ký', 'Signs now'),
  waits: text('Chờ đến lượt', 'Waits for its turn'),
  past: text('Đã thôi ký', 'Signs no more'),
  turnTitle: text('Thay khóa theo lượt', 'Replace in turn'),
  turnHint: text('Khóa mới bắt đầu ký sau 24 giờ.', 'The new key signs after 24 hours.'),
  turn: text('Tạo khóa kế tiếp', 'Make the next key'),
  turned: text('Đã tạo khóa kế tiếp.', 'The next key is made.'),
  leakTitle: text('Khóa bị lộ', 'A key is known to others'),
  leakHint: text(
    'Khóa mới ký ngay, khóa cũ mất hiệu lực ngay. Người đang dùng ứng dụng kết nối có thể phải đăng nhập lại.',
    'A new key signs at once and the old ones are worth nothing. People in connected applications may have to sign in again.',
  ),
  leak: text('Thay khóa ngay', 'Replace at once'),
  leaked: text(
    'Đã thay khóa. Khóa cũ không còn hiệu lực.',
    'The key is replaced. The old ones are worth nothing.',
  ),
};
