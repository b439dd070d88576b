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
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  DeskLayout,
  EmptyState,
  ErrorSummary,
  Form,
  Link,
  SummaryList,
  Table,
  Tag,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text } from '#/values/text.ts';
import { leaders } from '../access.ts';
import { decideRequest, extendRequest, kindWords, openRequest } from '../request.ts';
import { listForDesk, type Request } from '../store/requests.ts';
import { stateWords } from './state-words.ts';

const path = '/can-bo/du-lieu-ca-nhan';

const decision = form({
  verdict: ask.radio(
    [
      { value: 'accept', label: text('Chấp nhận', 'Accept') },
      { value: 'refuse', label: text('Không chấp nhận', 'Refuse') },
    ],
    { label: text('Quyết định', 'Decision'), required: true },
  ),
  answer: ask.textarea({
    label: text('Trả lời và lý do', 'Answer and reason'),
    hint: text('Người dân đọc đúng những lời này', 'The person reads these very words'),
    required: true,
    maxLength: 2000,
  }),
});

/** Leaders answer requests and questions about data. */
export function deskRoutes(): Route[] {
  return [
    get(path, leaders, showList),
    get(`${path}/:id`, leaders, (tx, visit) => showOne(tx, visit, decision.blank)),
    post(`${path}/:id`, leaders, submit),
    post(`${path}/:id/gia-han`, leaders, async (tx, visit) => {
      const outcome = await extendRequest(tx, visit.actor!, visit.params['id']!);
      return isRefusal(outcome)
        ? outcome
        : { goTo: `${path}/${visit.params['id']}`, notice: say(visit.lang, words.extended) };
    }),
  ];
}

async function showList(tx: Tx, { lang, now }: Visit): Promise<Shown> {
  const requests = await listForDesk(tx);
  const view = (
    <DeskLayout lang={lang} wide>
      <BackLink href="/can-bo" lang={lang} />
      <h1>{say(lang, words.title)}</h1>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={requests}
        keyOf={({ id }) => id}
        empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
        columns={[
          {
            title: say(lang, words.kind),
            heads: true,
            cell: ({ id, kind }) => (
              <Link href={`${path}/${id}`}>{say(lang, kindWords[kind])}</Link>
            ),
          },
          { title: say(lang, words.madeAt), cell: ({ madeAt }) => formatInstant(madeAt, lang) },
          {
            title: say(lang, words.dueAt),
            cell: ({ state, answerDueAt, dueAt }) => (
              <>
                {formatInstant(dueAt, lang)}{' '}
                {state === 'OPEN' && answerDueAt < now && (
                  <Tag tone="warning">{say(lang, words.late)}</Tag>
                )}
              </>
            ),
          },
          { title: say(lang, words.state), cell: ({ state }) => say(lang, stateWords[state]) },
        ]}
      />
    </DeskLayout>
  );
  return { title: say(lang, words.title), layout: 'desk', view };
}

async function showOne(tx: Tx, visit: Visit, filled: Filled): Promise<Shown | Refusal> {
  const request = await openRequest(tx, visit.actor!, visit.params['id']!);
  if (isRefusal(request)) return request;
  const { lang, csrf } = visit;
  const title = say(lang, kindWords[request.kind]);
  const here = `${path}/${request.id}`;
  const isWrong = Object.keys(filled.wrong).length > 0;
  const view = (
    <DeskLayout lang={lang}>
      <BackLink href={path} lang={lang} />
      <ErrorSummary wrong={filled.wrong} lang={lang} />
      <h1>{title}</h1>
      <SummaryList lang={lang} rows={factsOf(request, visit)} />
      {request.state === 'OPEN' && (
        <>
          <Form csrf={csrf} lang={lang} action={here}>
            <AskAll questions={decision.list} lang={lang} lookups={noLookups} {...filled} />
            <Button>{say(lang, words.decide)}</Button>
          </Form>
          {request.extendedAt === null && (
            <Form csrf={csrf} lang={lang} action={`${here}/gia-han`}>
              <Button look="secondary">{say(lang, words.extend)}</Button>
            </Form>
          )}
        </>
      )}
    </DeskLayout>
  );
  return { title, layout: 'desk', ...(isWrong && { status: 422 }), view };
}

function factsOf(request: Request, { lang }: Visit) {
  return [
    { label: say(lang, words.state), value: say(lang, stateWords[request.state]) },
    { label: say(lang, words.asked), value: request.words },
    { label: say(lang, words.madeAt), value: formatInstant(request.madeAt, lang) },
    { label: say(lang, words.answerBy), value: formatInstant(request.answerDueAt, lang) },
    { label: say(lang, words.dueAt), value: formatInstant(request.dueAt, lang) },
    { label: say(lang, words.basis), value: request.legalBasis },
    ...(request.answer === null ? [] : [{ label: say(lang, words.answer), value: request.answer }]),
  ];
}

async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
  const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
  const reading = decision.read(body, setting);
  if (!reading.answers) return showOne(tx, visit, reading);
  const { verdict, answer } = reading.answers;
  const outcome = await decideRequest(tx, visit.actor!, visit.params['id']!, {
    isAccepted: verdict === 'accept',
    answer,
  });
  return isRefusal(outcome) ? outcome : { goTo: path, notice: say(visit.lang, words.decided) };
}

const words = {
  title: text('Yêu cầu về dữ liệu cá nhân', 'Requests about personal data'),
  none: text('Chưa có yêu cầu nào', 'No requests'),
  noneHint: text('Yêu cầu và câu hỏi của người dân hiện ở đây.', 'What people ask shows here.'),
  kind: text('Yêu cầu', 'Request'),
  madeAt: text('Gửi lúc', 'Sent'),
  dueAt: text('Giải quyết trước', 'Done by'),
  answerBy: text('Trả lời trước', 'Answered by'),
  late: text('Quá hạn trả lời', 'Answer overdue'),
  state: text('Tình trạng', 'State'),
  asked: text('Người dân viết', 'They wrote'),
  basis: text('Căn cứ', 'Legal basis'),
  answer: text('Trả lời', 'Answer'),
  decide: text('Gửi quyết định', 'Send the decision'),
  decided: text('Đã trả lời.', 'It is answered.'),
  extend: text('Gia hạn một lần', 'Extend once'),
  extended: text('Đã gia hạn và báo người dân.', 'It is extended, and the person was told.'),
};
