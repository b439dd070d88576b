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
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  ButtonRow,
  DeskLayout,
  ErrorSummary,
  Form,
  SummaryList,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { formatDong } from '#/values/money.ts';
import { say, text } from '#/values/text.ts';
import { keepers, mayCollect } from '../access.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { askBack } from '../give-back.ts';
import { bookPayout, matchMoney } from '../reconcile/match-money.ts';
import { lockOpenArrival, type OpenArrival } from '../store/arrivals.ts';
import { listDetails } from '../store/statements.ts';
import { sourceName } from './source-words.ts';

const list = '/can-bo/doi-soat';

/** Page of a piece of money that waits for a person. */
export function moneyHref(id: string): string {
  return `${list}/tien/${id}`;
}

const match = form({
  reference: ask.text({
    label: text('Mã nộp', 'Reference'),
    hint: text('Ví dụ LP7K2M9QX4TB', 'For example LP7K2M9QX4TB'),
    required: true,
    maxLength: 40,
  }),
});

const back = form({
  ground: ask.text({
    label: text('Lý do hoàn', 'Why it is given back'),
    hint: text('Ví dụ: nộp hai lần', 'For example: paid twice'),
    required: true,
    maxLength: 300,
  }),
});

interface Typed {
  readonly match: Filled;
  readonly back: Filled;
}

const blank: Typed = { match: match.blank, back: back.blank };

/** What can be done with money that no demand has used: match it, give it back, or book it as a gateway's. */
export function moneyRoutes(gateways: readonly Gateway[]): Route[] {
  const path = moneyHref(':id');
  const read = (typed: Typed) => (tx: Tx, visit: Visit) => show(tx, visit, gateways, typed);
  return [
    get(path, keepers, read(blank)),
    post(`${path}/ghep`, keepers, async (tx, visit, body) => {
      const reading = match.read(body, settingOf(visit));
      if (!reading.answers) return read({ ...blank, match: reading })(tx, visit);
      const { reference } = reading.answers;
      const done = await matchMoney(tx, visit.actor!, { arrivalId: idOf(visit), reference });
      if (isRefusal(done)) return done;
      return { goTo: list, notice: say(visit.lang, done.isPaid ? words.paid : words.matched) };
    }),
    post(`${path}/hoan`, keepers, async (tx, visit, body) => {
      const reading = back.read(body, settingOf(visit));
      if (!reading.answers) return read({ ...blank, back: reading })(tx, visit);
      const { ground } = reading.answers;
      return after(visit, await askBack(tx, visit.actor!, { arrivalId: idOf(visit), ground }));
    }),
    post(`${path}/chuyen-ve`, keepers, async (tx, visit, body: Body) => {
      const gateway = gateways.find(({ code }) => code === body['gateway']);
      if (!gateway) return refuse('payment.no-gateway');
      const payout = { arrivalId: idOf(visit), gateway: gateway.code };
      return after(visit, await bookPayout(tx, visit.actor!, payout));
    }),
  ];
}

function after(visit: Visit, done: object | Refusal): Redirect | Refusal {
  return 'refused' in done ? done : { goTo: list, notice: say(visit.lang, words.done) };
}

function settingOf({ now, isDemo }: Visit) {
  return { today: dayOf(now), demo: isDemo, lookups: noLookups };
}

/** An id that is none finds nothing. */
function idOf({ params }: Visit): string {
  const id = params['id'] ?? '';
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? id
    : '00000000-0000-0000-0000-000000000000';
}

async function show(
  tx: Tx,
  visit: Visit,
  gateways: readonly Gateway[],
  typed: Typed,
): Promise<Shown | Refusal> {
  const arrival = await lockOpenArrival(tx, idOf(visit));
  if (!arrival) return refuse('payment.no-arrival');
  const { lang } = visit;
  const details = (await listDetails(tx, [arrival.unitId])).get(arrival.reference);
  const wrong = { ...typed.match.wrong, ...typed.back.wrong };
  const isOpen = arrival.left > 0 && !arrival.isAskedBack;
  const title = `${formatDong(arrival.left)} · ${arrival.reference}`;
  const view = (
    <DeskLayout lang={lang}>
      <BackLink href={list} lang={lang} />
      <ErrorSummary wrong={wrong} lang={lang} />
      <h1>{title}</h1>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.came), value: formatInstant(arrival.cameAt, lang) },
          {
            label: say(lang, words.source),
            value: say(lang, sourceName(arrival.source, gateways)),
          },
          { label: say(lang, words.amount), value: formatDong(arrival.amount) },
          { label: say(lang, words.left), value: formatDong(arrival.left) },
          { label: say(lang, words.meant), value: arrival.demandReference ?? '—' },
          { label: say(lang, words.details), value: details ?? '—' },
        ]}
      />
      {isOpen && mayCollect(visit.actor!, arrival.unitId) ? (
        <Deeds visit={visit} arrival={arrival} gateways={gateways} typed={typed} />
      ) : (
        <p>{say(lang, arrival.isAskedBack ? words.waits : words.nothing)}</p>
      )}
    </DeskLayout>
  );
  const isWrong = Object.keys(wrong).length > 0;
  return { title, layout: 'desk', view, ...(isWrong && { status: 422 }) };
}

function Deeds({
  visit: { lang, csrf },
  arrival,
  gateways,
  typed,
}: {
  readonly visit: Visit;
  readonly arrival: OpenArrival;
  readonly gateways: readonly Gateway[];
  readonly typed: Typed;
}) {
  const here = moneyHref(arrival.id);
  return (
    <>
      <h2>{say(lang, words.match)}</h2>
      <Form csrf={csrf} lang={lang} action={`${here}/ghep`}>
        <AskAll questions={match.list} lang={lang} lookups={noLookups} {...typed.match} />
        <Button>{say(lang, words.matchDo)}</Button>
      </Form>
      <h2>{say(lang, words.back)}</h2>
      <Form csrf={csrf} lang={lang} action={`${here}/hoan`}>
        <AskAll questions={back.list} lang={lang} lookups={noLookups} {...typed.back} />
        <Button look="secondary">{say(lang, words.backDo)}</Button>
      </Form>
      {arrival.way === 'transfer' && gateways.length > 0 && (
        <>
          <h2>{say(lang, words.payout)}</h2>
          <Form csrf={csrf} lang={lang} action={`${here}/chuyen-ve`}>
            <ButtonRow>
              {gateways.map(({ code, name }) => (
                <Button key={code} look="secondary" name="gateway" value={code}>
                  {say(lang, name)}
                </Button>
              ))}
            </ButtonRow>
          </Form>
        </>
      )}
    </>
  );
}

const words = {
  came: text('Đến lúc', 'Came'),
  source: text('Nguồn', 'Source'),
  amount: text('Số tiền', 'Amount'),
  left: text('Chưa dùng', 'Not used'),
  meant: text('Nộp cho mã', 'Meant for'),
  details: text('Nội dung chuyển khoản', 'Words of the transfer'),
  match: text('Ghép với khoản phải nộp', 'Match it to what is owed'),
  matchDo: text('Ghép', 'Match'),
  back: text('Hoàn lại người nộp', 'Give it back'),
  backDo: text('Đề nghị hoàn', 'Ask to give it back'),
  payout: text('Đây là tiền cổng thanh toán chuyển về', 'This is money that a gateway passes on'),
  waits: text(
    'Đang chờ người thứ hai duyệt hoàn.',
    'It waits for a second person to approve the refund.',
  ),
  nothing: text('Không còn việc gì với khoản tiền này.', 'Nothing is left to do.'),
  paid: text('Đã ghép: khoản phải nộp đã được trả đủ.', 'Matched: what was owed is paid.'),
  matched: text('Đã ghép: vẫn còn thiếu tiền.', 'Matched: it is not enough yet.'),
  done: text('Đã ghi.', 'Recorded.'),
};
