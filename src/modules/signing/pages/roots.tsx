import { hash } from 'node:crypto';
import { stepUps, withStepUp } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Filled } from '#/platform/form/index.ts';
import {
  get,
  post,
  type Body,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { nameOfSubject } from '#/platform/pades/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  DeskLayout,
  EmptyState,
  ErrorSummary,
  Form,
  Table,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { isId, newId } from '#/values/id.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text } from '#/values/text.ts';
import { manageCertificates } from '../access.ts';
import { insertRoot, listRoots, updateRootEnded } from '../store/roots.ts';
import { newRoot } from './forms.ts';
import { readPem } from './read-pem.ts';

const path = '/quan-tri/chu-ky-so/goc';

/** The list of trust: roots by which signatures in uploaded files are judged. */
export function rootRoutes(): Route[] {
  return [
    get(path, manageCertificates, (tx, visit) => show(tx, visit)),
    withStepUp(stepUps.counter, post(path, manageCertificates, submit)),
    withStepUp(stepUps.counter, post(`${path}/bo`, manageCertificates, submitEnd)),
  ];

  async function show(tx: Tx, visit: Visit, filled: Filled = newRoot.blank): Promise<Shown> {
    const { lang, csrf } = visit;
    const isWrong = Object.keys(filled.wrong).length > 0;
    const view = (
      <DeskLayout lang={lang} wide>
        <BackLink lang={lang} href="/quan-tri/chu-ky-so" />
        <ErrorSummary lang={lang} wrong={filled.wrong} />
        <h1>{say(lang, words.title)}</h1>
        <p>{say(lang, words.lead)}</p>
        <Table
          caption={say(lang, words.title)}
          captionUnseen
          rows={await listRoots(tx)}
          keyOf={({ id }) => id}
          empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
          columns={[
            { title: say(lang, words.name), heads: true, cell: ({ name }) => name },
            {
              title: 'SHA-256',
              cell: ({ certificate }) => (
                <code>{hash('sha256', certificate, 'hex').slice(0, 16)}…</code>
              ),
            },
            { title: say(lang, words.source), cell: ({ source }) => source },
            { title: say(lang, words.since), cell: ({ addedAt }) => formatInstant(addedAt, lang) },
            {
              title: say(lang, words.deed),
              cell: ({ id, name, endedAt }) =>
                endedAt === null ? (
                  <Form csrf={csrf} lang={lang} action={`${path}/bo`}>
                    <Button look="danger" small name="id" value={id} about={name}>
                      {say(lang, words.end)}
                    </Button>
                  </Form>
                ) : (
                  say(lang, words.ended)
                ),
            },
          ]}
        />
        <h2>{say(lang, words.add)}</h2>
        <Form csrf={csrf} lang={lang} action={path}>
          <AskAll questions={newRoot.list} lang={lang} lookups={noLookups} {...filled} />
          <Button>{say(lang, words.add)}</Button>
        </Form>
      </DeskLayout>
    );
    return { title: say(lang, words.title), layout: 'desk', view, ...(isWrong && { status: 422 }) };
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
    const { lang, now, isDemo } = visit;
    const reading = newRoot.read(body, { today: dayOf(now), demo: isDemo, lookups: noLookups });
    if (!reading.answers) return show(tx, visit, reading);
    const [root] = readPem(reading.answers.chung_thu) ?? [];
    if (!root?.x509.ca) return show(tx, visit, { ...reading, wrong: { chung_thu: words.noRoot } });
    const { accountId: addedBy, at: addedAt } = visit.actor!;
    const { nguon: source } = reading.answers;
    const [id, name, certificate] = [newId(), nameOfSubject(root), root.der];
    await insertRoot(tx, { id, name, certificate, source, addedBy, addedAt });
    return { goTo: path, notice: say(lang, words.added) };
  }

  async function submitEnd(tx: Tx, visit: Visit, body: Body): Promise<Redirect | Refusal> {
    const id = typeof body['id'] === 'string' ? body['id'] : '';
    if (!isId(id) || !(await updateRootEnded(tx, id, visit.now))) return refuse('signing.no-root');
    return { goTo: path, notice: say(visit.lang, words.endedNow) };
  }
}

const words = {
  title: text('Chứng thư gốc được tin', 'Trusted roots'),
  lead: text(
    'Chữ ký trong tệp tải lên trang Kiểm chứng chỉ được coi là hợp lệ khi chứng thư dẫn lên một trong các chứng thư gốc này.',
    'Signatures in files sent to the page Verify count only when their certificates lead up to one of these.',
  ),
  none: text('Chưa tin chứng thư gốc nào', 'No roots yet'),
  noneHint: text(
    'Thêm chứng thư gốc của Ban Cơ yếu Chính phủ và của Trung tâm Chứng thực điện tử quốc gia.',
    'Add the roots of the Government Cipher Committee and of the national authority.',
  ),
  name: text('Tên', 'Name'),
  source: text('Nguồn', 'Source'),
  since: text('Tin từ', 'Trusted since'),
  deed: text('Việc', 'Action'),
  end: text('Thôi tin', 'Trust no more'),
  ended: text('Đã thôi tin', 'Trusted no more'),
  endedNow: text('Đã thôi tin chứng thư gốc này.', 'This root is trusted no more.'),
  add: text('Thêm chứng thư gốc', 'Add a root'),
  added: text('Đã thêm chứng thư gốc.', 'The root is added.'),
  noRoot: text(
    'Không đọc được chứng thư gốc. Hãy dán cả dòng BEGIN CERTIFICATE và END CERTIFICATE của chứng thư nơi cấp.',
    'No root can be read. Paste the certificate of an authority with its lines BEGIN and END CERTIFICATE.',
  ),
};
