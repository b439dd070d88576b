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
  BackLink,
  Button,
  ButtonRow,
  Card,
  Cards,
  ErrorSummary,
  Form,
  Link,
  SummaryList,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text, type Lang } from '#/values/text.ts';
import { signedIn } from '../access.ts';
import { kindWords, makeRequest } from '../request.ts';
import { findTerm, isReadOf, listRequestsOf, type Kind, type Request } from '../store/requests.ts';
import { stateWords } from './state-words.ts';

const path = '/toi/du-lieu/yeu-cau';
const kinds: readonly Kind[] = ['ACCESS', 'CORRECT', 'DELETE', 'RESTRICT', 'OBJECT'];

const said = ask.textarea({
  label: text('Bạn muốn gì?', 'What do you want?'),
  hint: text(
    'Nói rõ dữ liệu nào, ví dụ “Sửa số điện thoại cũ trong hồ sơ”',
    'Say which data, for example “Correct the old phone number”',
  ),
  required: true,
  maxLength: 2000,
});

const requestForm = form({
  kind: ask.radio(
    kinds.map((value) => ({ value, label: kindWords[value] })),
    { label: text('Bạn yêu cầu điều gì?', 'What do you ask?'), required: true },
  ),
  words: said,
});

const complaintForm = form({ words: said });

/** One's requests about one's data, and questions about readings. */
export function requestRoutes(): Route[] {
  return [
    get(path, signedIn, (tx, visit) => showRequests(tx, visit, requestForm.blank)),
    post(path, signedIn, submitRequest),
    get('/toi/du-lieu/hoi-ly-do', signedIn, async (_tx, visit) =>
      showComplaint(visit, complaintForm.blank, visit.query['lan'] ?? ''),
    ),
    post('/toi/du-lieu/hoi-ly-do', signedIn, submitComplaint),
  ];
}

async function submitRequest(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
  const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
  const reading = requestForm.read(body, setting);
  if (!reading.answers) return showRequests(tx, visit, reading);
  await makeRequest(tx, visit.actor!, { ...reading.answers, readId: null });
  return { goTo: path, notice: say(visit.lang, words.sent) };
}

async function submitComplaint(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<Shown | Redirect | Refusal> {
  const readId = typeof body['lan'] === 'string' ? body['lan'] : '';
  const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
  const reading = complaintForm.read(body, setting);
  if (!reading.answers) return showComplaint(visit, reading, readId);
  const { actor } = visit;
  if (!(await isReadOf(tx, readId, actor!.personId))) return refuse('rights.none');
  await makeRequest(tx, actor!, { kind: 'COMPLAINT', words: reading.answers.words, readId });
  return { goTo: path, notice: say(visit.lang, words.sent) };
}

async function showRequests(tx: Tx, visit: Visit, filled: Filled): Promise<Shown> {
  const { lang, csrf, actor, now } = visit;
  const [requests, term] = await Promise.all([
    listRequestsOf(tx, actor!.personId),
    findTerm(tx, 'ACCESS', dayOf(now)),
  ]);
  const lead = fill(words.lead, {
    answer: String(term.answerDays),
    done: String(term.doneDays),
    extension: String(term.extensionDays),
    law: term.legalBasis,
  });
  const isWrong = Object.keys(filled.wrong).length > 0;
  const view = (
    <>
      <BackLink href="/toi/du-lieu" lang={lang} />
      <ErrorSummary wrong={filled.wrong} lang={lang} />
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, lead)}</p>
      <h2>{say(lang, words.copy)}</h2>
      <p>
        <Link href="/toi/du-lieu/ban-sao.json">{say(lang, words.json)}</Link>
        {' · '}
        <Link href="/toi/du-lieu/ban-sao.pdf">{say(lang, words.pdf)}</Link>
      </p>
      {requests.length > 0 && <h2>{say(lang, words.made)}</h2>}
      <Cards>
        {requests.map((request) => (
          <RequestCard key={request.id} request={request} lang={lang} />
        ))}
      </Cards>
      <h2>{say(lang, words.make)}</h2>
      <Form csrf={csrf} lang={lang} action={path}>
        <AskAll questions={requestForm.list} lang={lang} lookups={noLookups} {...filled} />
        <ButtonRow>
          <Button>{say(lang, words.send)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
  return {
    title: say(lang, words.title),
    layout: 'citizen',
    ...(isWrong && { status: 422 }),
    view,
  };
}

function RequestCard({ request, lang }: { readonly request: Request; readonly lang: Lang }) {
  const { kind, madeAt, answerDueAt, dueAt, state, answer, legalBasis, words: asked } = request;
  return (
    <Card title={say(lang, kindWords[kind])}>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.state), value: say(lang, stateWords[state]) },
          { label: say(lang, words.asked), value: asked },
          { label: say(lang, words.madeAt), value: formatInstant(madeAt, lang) },
          { label: say(lang, words.answerBy), value: formatInstant(answerDueAt, lang) },
          { label: say(lang, words.doneBy), value: formatInstant(dueAt, lang) },
          { label: say(lang, words.basis), value: legalBasis },
          ...(answer === null ? [] : [{ label: say(lang, words.answer), value: answer }]),
        ]}
      />
    </Card>
  );
}

function showComplaint({ lang, csrf }: Visit, filled: Filled, readId: string): Shown {
  const title = say(lang, words.ask);
  const isWrong = Object.keys(filled.wrong).length > 0;
  const view = (
    <>
      <BackLink href="/toi/du-lieu" lang={lang} />
      <ErrorSummary wrong={filled.wrong} lang={lang} />
      <h1>{title}</h1>
      <p>{say(lang, words.askLead)}</p>
      <Form csrf={csrf} lang={lang} action="/toi/du-lieu/hoi-ly-do">
        <input type="hidden" name="lan" value={readId} />
        <AskAll questions={complaintForm.list} lang={lang} lookups={noLookups} {...filled} />
        <ButtonRow>
          <Button>{say(lang, words.send)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
  return { title, layout: 'citizen', ...(isWrong && { status: 422 }), view };
}

const words = {
  title: text('Yêu cầu về dữ liệu của tôi', 'Requests about my data'),
  lead: text(
    'Bạn được trả lời trong {answer} ngày làm việc và được giải quyết trong {done} ngày; khi cần, thêm được một lần tối đa {extension} ngày ({law}).',
    'You are answered within {answer} working days and it is done within {done} days; where needed {extension} days more, once ({law}).',
  ),
  copy: text('Bản sao dữ liệu của bạn', 'A copy of your data'),
  json: text('Tải tệp JSON cho máy đọc', 'JSON for programs'),
  pdf: text('Tải bản PDF để đọc, in', 'PDF to read and print'),
  made: text('Yêu cầu đã gửi', 'What you asked'),
  make: text('Gửi yêu cầu mới', 'Ask something'),
  send: text('Gửi yêu cầu', 'Send'),
  sent: text('Đã nhận yêu cầu của bạn.', 'Your request has arrived.'),
  state: text('Tình trạng', 'State'),
  asked: text('Bạn viết', 'You wrote'),
  madeAt: text('Gửi lúc', 'Sent'),
  answerBy: text('Trả lời trước', 'Answered by'),
  doneBy: text('Giải quyết xong trước', 'Done by'),
  basis: text('Căn cứ', 'Legal basis'),
  answer: text('Trả lời', 'Answer'),
  ask: text('Hỏi lý do một lần xem', 'Ask why data was read'),
  askLead: text(
    'Câu hỏi đến người lãnh đạo, không đến người đã xem. Bạn thấy câu trả lời ở trang Yêu cầu.',
    'It goes to a superior, not to who looked. The answer shows on your page of requests.',
  ),
};
