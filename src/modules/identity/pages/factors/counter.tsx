import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Filled } from '#/platform/form/index.ts';
import {
  get,
  hasRole,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  ButtonRow,
  DeskLayout,
  ErrorSummary,
  Form,
  WarningText,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, say, text } from '#/values/text.ts';
import { counters } from '../../access.ts';
import type { Entrance } from '../../enter.ts';
import { removeAtCounter } from '../../factors/remove-at-counter.ts';
import { stepUps, withStepUp } from '../../step-up.ts';
import { findAccount } from '../../store/accounts.ts';
import { listResets } from '../../store/factor-resets.ts';
import { getPerson } from '../../store/persons.ts';
import { Resets } from './resets.tsx';

const path = '/can-bo/go-xac-thuc';

/** At the counter: the second factor of somebody who lost their telephone goes, after a recorded look at their card. */
export function counterRoutes(entrance: Entrance): Route[] {
  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
    const reading = removalForm.read(body, {
      today: dayOf(visit.now),
      demo: visit.isDemo,
      lookups: noLookups,
    });
    const { answers } = reading;
    if (!answers) return show(tx, visit, reading);
    const account = await findAccount(tx, answers.account.trim());
    if (!account || account.kind === 'system')
      return show(tx, visit, { ...reading, wrong: { account: words.unknown } });
    const document = `${answers.document} …${answers.ending}`;
    const outcome = await removeAtCounter(tx, entrance, visit.actor!, { account, document });
    if (isRefusal(outcome)) return outcome;
    const { fullName: name } = await getPerson(tx, account.personId);
    const told = outcome.done ? words.done : words.asked;
    return { goTo: path, notice: say(visit.lang, fill(told, { name })) };
  }

  return [
    withStepUp(
      stepUps.counter,
      get(path, counters, (tx, visit) => show(tx, visit, removalForm.blank)),
    ),
    withStepUp(stepUps.counter, post(path, counters, submit)),
  ];
}

async function show(tx: Tx, visit: Visit, { typed, wrong }: Filled): Promise<Shown> {
  const { lang, csrf } = visit;
  const actor = visit.actor!;
  const resets = hasRole(actor, 'QUAN_TRI') ? await listResets(tx) : [];
  const title = say(lang, words.title);
  return {
    title,
    layout: 'desk',
    ...(Object.keys(wrong).length > 0 && { status: 422 }),
    view: (
      <DeskLayout lang={lang}>
        <BackLink href="/can-bo" lang={lang} />
        <ErrorSummary wrong={wrong} lang={lang} />
        <h1>{title}</h1>
        <p>{say(lang, words.intro)}</p>
        <WarningText lang={lang}>{say(lang, words.careful)}</WarningText>
        <Form csrf={csrf} lang={lang} action={path}>
          <AskAll questions={removalForm.list} typed={typed} wrong={wrong} lang={lang} />
          <ButtonRow>
            <Button look="danger">{say(lang, words.remove)}</Button>
          </ButtonRow>
        </Form>
        <Resets lang={lang} csrf={csrf} resets={resets} accountId={actor.accountId} />
      </DeskLayout>
    ),
  };
}

const removalForm = form({
  account: ask.text({
    label: text('Tên đăng nhập', 'Account name'),
    hint: text(
      'Với người dân là số định danh cá nhân (12 chữ số)',
      'For citizens, the personal identification number (12 digits)',
    ),
    required: true,
    maxLength: 100,
    missing: text('Nhập tên đăng nhập', 'Enter the account name'),
  }),
  document: ask.radio(
    [
      { value: 'Thẻ căn cước', label: text('Thẻ căn cước', 'Identity card') },
      { value: 'Hộ chiếu', label: text('Hộ chiếu', 'Passport') },
    ],
    {
      label: text('Giấy tờ đã đối chiếu', 'Document that was compared'),
      required: true,
    },
  ),
  ending: ask.text({
    label: text('4 ký tự cuối của số giấy tờ', 'Last 4 characters of its number'),
    required: true,
    maxLength: 4,
    pattern: '[0-9A-Za-z]{4}',
    missing: text('Nhập 4 ký tự cuối', 'Enter the last 4 characters'),
    wrong: text('Nhập đúng 4 chữ hoặc số cuối', 'Enter exactly the last 4 letters or digits'),
  }),
  compared: ask.consent({
    label: text(
      'Tôi đã so ảnh trên giấy tờ với người đứng trước mặt và thấy đúng là người đó',
      'I compared the photo on the document with the person in front of me: it is them',
    ),
    required: true,
  }),
});

const words = {
  title: text('Gỡ bước xác thực của người mất điện thoại', 'Remove a lost second factor'),
  intro: text(
    'Người đó sẽ chỉ cần mật khẩu để đăng nhập lại; mọi nơi đang đăng nhập bị đăng xuất và họ được báo tin. Với cán bộ, công chức: một người quản trị đề nghị, người khác duyệt, sau 24 giờ mới gỡ.',
    'They sign in again with the password alone; all sessions end and they are told. For officials one administrator asks, another approves, and it is removed after 24 hours.',
  ),
  careful: text(
    'Kẻ gian hay giả làm người mất điện thoại. Việc này được ghi lại cùng tên bạn và giấy tờ đã đối chiếu.',
    'Impostors pretend to have lost a phone. This is recorded with your name and the document that you compared.',
  ),
  remove: text('Gỡ bước xác thực', 'Remove the second factor'),
  unknown: text(
    'Không có tài khoản nào đang mở với tên này. Kiểm tra lại từng chữ số',
    'No open account has this name. Check it digit by digit',
  ),
  asked: text(
    'Đã đề nghị gỡ bước xác thực của {name}. Một người quản trị khác phải duyệt, rồi chờ 24 giờ.',
    'The removal of the second factor of {name} is asked for. Another administrator must approve, then 24 hours pass.',
  ),
  done: text('Đã gỡ bước xác thực của {name}.', 'The second factor of {name} is removed.'),
};
