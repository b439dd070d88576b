import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Body, type Filled } from '#/platform/form/index.ts';
import {
  get,
  post,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { AskAll, Button, ErrorSummary, Form, InsetText, Link } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { say, text } from '#/values/text.ts';
import { signedIn } from '../access.ts';
import { findPreference, putPreference, type Preference } from '../store/preferences.ts';
import { channelNames, type ChannelName } from '../write/template.ts';
import { channelWords, topicWords } from './words.ts';

const path = '/toi/bao-tin';

const preferences = form({
  first: ask.radio(
    channelNames.map((value) => ({ value, label: channelWords[value] })),
    {
      label: text('Bạn muốn được báo bằng cách nào trước?', 'How do you want to be told first?'),
      hint: text(
        'Nếu cách này không được, chúng tôi dùng cách khác mà bạn cho phép.',
        'When it does not work, we use another one that you allow.',
      ),
      required: true,
    },
  ),
  mail: ask.checkbox({ label: text('Cho phép gửi thư điện tử', 'Email is allowed') }),
  sms: ask.checkbox({ label: text('Cho phép nhắn tin SMS', 'Text messages are allowed') }),
  zns: ask.checkbox({ label: text('Cho phép nhắn qua Zalo', 'Zalo is allowed') }),
  push: ask.checkbox({
    label: text('Cho phép báo trên trình duyệt', 'Browser notifications are allowed'),
  }),
  isDigest: ask.checkbox({
    label: text(
      'Gom tin không gấp thành một thư mỗi ngày',
      'Gather what is not urgent into one mail a day',
    ),
  }),
  dossier: ask.checkbox({ label: topicWords['dossier']! }),
  payment: ask.checkbox({ label: topicWords['payment']! }),
  other: ask.checkbox({ label: topicWords['other']! }),
  lang: ask.radio(
    [
      { value: 'vi', label: text('Tiếng Việt', 'Vietnamese') },
      { value: 'en', label: text('Tiếng Anh', 'English') },
    ],
    { label: text('Ngôn ngữ của tin', 'Language of messages'), required: true },
  ),
});

const topics = ['dossier', 'payment', 'other'] as const;

/** How one wants to be told. */
export function preferenceRoutes(): Route[] {
  return [get(path, signedIn, show), post(path, signedIn, submit)];
}

async function show(tx: Tx, visit: Visit): Promise<Shown> {
  const known = await findPreference(tx, visit.actor!.personId);
  const { lang, channels, isDigest, muted }: Preference = known ?? {
    lang: 'vi',
    channels: channelNames,
    isDigest: false,
    muted: [],
  };
  const has = (name: ChannelName) => channels.includes(name);
  return asked(
    visit,
    preferences.filledWith({
      first: channels[0] ?? 'mail',
      mail: has('mail'),
      sms: has('sms'),
      zns: has('zns'),
      push: has('push'),
      isDigest,
      dossier: !muted.includes('dossier'),
      payment: !muted.includes('payment'),
      other: !muted.includes('other'),
      lang,
    }),
  );
}

async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
  const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
  const reading = preferences.read(body, setting);
  if (!reading.answers) return asked(visit, reading, 422);
  const { first, lang, isDigest, ...chosen } = reading.answers;
  const allowed = channelNames.filter((name) => chosen[name] === true);
  const channels = [first, ...allowed.filter((name) => name !== first)];
  const muted = topics.filter((topic) => chosen[topic] !== true);
  const preference = { lang, isDigest: isDigest === true, channels, muted };
  await putPreference(tx, visit.actor!.personId, preference, visit.now);
  return { goTo: path, notice: say(visit.lang, words.saved) };
}

function asked(visit: Visit, filled: Filled, status?: 422): Shown {
  const { lang, csrf } = visit;
  const title = say(lang, words.title);
  const view = (
    <>
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{title}</h1>
      <p>
        {say(lang, words.lead)} <Link href="/hop-thu">{say(lang, words.inbox)}</Link>
      </p>
      <Form csrf={csrf} lang={lang}>
        <AskAll questions={preferences.list} lang={lang} lookups={noLookups} {...filled} />
        <InsetText>{say(lang, words.mandatory)}</InsetText>
        <Button>{say(lang, words.save)}</Button>
      </Form>
      <p>
        <Link href="/tai-khoan">{say(lang, words.contact)}</Link>
      </p>
    </>
  );
  return { title, layout: 'citizen', view, status };
}

const words = {
  title: text('Cách nhận tin', 'How you are told'),
  lead: text(
    'Mọi tin đều có trong hộp thư ở đây. Bạn chọn tin nào được gửi thêm ra ngoài và bằng cách nào.',
    'Every message is in your inbox here. You choose which ones are sent to you besides, and how.',
  ),
  inbox: text('Mở hộp thư', 'Open the inbox'),
  mandatory: text(
    'Tin về an toàn tài khoản và quyền dữ liệu của bạn luôn được gửi. Ban đêm điện thoại của bạn không bị làm phiền, trừ tin an toàn tài khoản.',
    'Messages about the safety of your account and your data rights are always sent. At night your phone is left in peace, but for the safety of your account.',
  ),
  save: text('Lưu', 'Save'),
  saved: text('Đã lưu cách nhận tin', 'Saved'),
  contact: text('Sửa số điện thoại, thư điện tử', 'Change phone number and email address'),
};
