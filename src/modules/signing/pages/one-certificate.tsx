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
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  DeskLayout,
  ErrorSummary,
  Form,
  SummaryList,
  Table,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text } from '#/values/text.ts';
import { manageCertificates } from '../access.ts';
import { standingAt } from '../certificate.ts';
import { revokeCertificate } from '../revoke.ts';
import { findCertificate } from '../store/certificates.ts';
import { listCeremoniesOf } from '../store/ceremonies.ts';
import { CertificateTag, reachWords, usageWords } from './certificates-view.tsx';
import { revocation } from './forms.ts';
import { namesIn } from './read-pem.ts';

const path = '/quan-tri/chu-ky-so';

/** One certificate: what it says, the ceremonies of its key, and the form that takes it back. */
export function oneCertificateRoutes(): Route[] {
  return [
    get(`${path}/:id`, manageCertificates, (tx, visit) => show(tx, visit)),
    withStepUp(stepUps.counter, post(`${path}/:id/thu-hoi`, manageCertificates, submit)),
  ];

  async function show(
    tx: Tx,
    visit: Visit,
    filled: Filled = revocation.blank,
  ): Promise<Shown | Refusal> {
    const { lang, csrf, now, params } = visit;
    const id = params['id'] ?? '';
    const one = isId(id) ? await findCertificate(tx, id) : undefined;
    if (!one) return refuse('signing.no-certificate-here');
    const ceremonies = await listCeremoniesOf(tx, id);
    const isWrong = Object.keys(filled.wrong).length > 0;
    const view = (
      <DeskLayout lang={lang}>
        <BackLink lang={lang} href={path} />
        <ErrorSummary lang={lang} wrong={filled.wrong} />
        <h1>{one.holder}</h1>
        <SummaryList
          lang={lang}
          rows={[
            {
              label: say(lang, words.standing),
              value: <CertificateTag lang={lang} standing={standingAt(one, now)} />,
            },
            { label: say(lang, words.usage), value: say(lang, usageWords[one.usage]) },
            { label: say(lang, words.issuer), value: one.issuer },
            { label: say(lang, words.serial), value: <code>{one.serial}</code> },
            { label: say(lang, words.from), value: formatInstant(one.validFrom, lang) },
            { label: say(lang, words.until), value: formatInstant(one.validTo, lang) },
            {
              label: say(lang, words.reach),
              value: `${say(lang, reachWords[one.reach])}${one.place === null ? '' : `: ${one.place}`}`,
            },
            ...(one.revokedWhy === null
              ? []
              : [{ label: say(lang, words.why), value: one.revokedWhy }]),
          ]}
        />
        <Table
          caption={say(lang, words.ceremonies)}
          rows={ceremonies}
          keyOf={({ n }) => String(n)}
          columns={[
            { title: say(lang, words.when), cell: ({ heldAt }) => formatInstant(heldAt, lang) },
            { title: say(lang, words.what), cell: ({ kind }) => say(lang, words[kind]) },
            { title: say(lang, words.where), cell: ({ place }) => place },
            { title: say(lang, words.ledBy), cell: ({ ledBy }) => ledBy },
            { title: say(lang, words.witnesses), cell: ({ witnesses }) => witnesses.join(', ') },
          ]}
        />
        {one.revokedAt === null && (
          <>
            <h2>{say(lang, words.revoke)}</h2>
            <p>{say(lang, words.revokeHint)}</p>
            <Form csrf={csrf} lang={lang} action={`${path}/${id}/thu-hoi`}>
              <AskAll questions={revocation.list} lang={lang} lookups={noLookups} {...filled} />
              <Button look="danger">{say(lang, words.revoke)}</Button>
            </Form>
          </>
        )}
      </DeskLayout>
    );
    return { title: one.holder, layout: 'desk', view, ...(isWrong && { status: 422 }) };
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
    const { lang, now, isDemo, params } = visit;
    const id = params['id'] ?? '';
    if (!isId(id)) return refuse('signing.no-certificate-here');
    const reading = revocation.read(body, { today: dayOf(now), demo: isDemo, lookups: noLookups });
    if (!reading.answers) return show(tx, visit, reading);
    const { ly_do: why, noi_lam: place, nguoi_chung_kien: names } = reading.answers;
    const done = await revokeCertificate(tx, visit.actor!, {
      id,
      why,
      place,
      witnesses: namesIn(names),
    });
    if (isRefusal(done)) return done;
    return { goTo: `${path}/${id}`, notice: say(lang, words.done) };
  }
}

const words = {
  standing: text('Tình trạng', 'Standing'),
  usage: text('Dùng để', 'Used for'),
  issuer: text('Nơi cấp', 'Issued by'),
  serial: text('Số hiệu', 'Serial number'),
  from: text('Hiệu lực từ', 'Valid from'),
  until: text('Hiệu lực đến', 'Valid until'),
  reach: text('Khóa ở', 'Key in'),
  why: text('Lý do thu hồi', 'Revoked because'),
  ceremonies: text('Nghi thức khóa', 'Ceremonies of the key'),
  when: text('Khi nào', 'When'),
  what: text('Việc', 'What'),
  where: text('Ở đâu', 'Where'),
  ledBy: text('Người thực hiện', 'Done by'),
  witnesses: text('Người chứng kiến', 'Witnesses'),
  activated: text('Đưa vào dùng', 'Put to use'),
  revoked: text('Thu hồi', 'Taken back'),
  revoke: text('Thu hồi chứng thư', 'Take the certificate back'),
  revokeHint: text(
    'Từ lúc thu hồi, hệ thống không ký gì bằng chứng thư này nữa. Giấy đã ký trước đó vẫn giữ giá trị. Nhớ báo cả nơi cấp chứng thư.',
    'Nothing is signed with it from then on. What was signed before keeps its value. Tell the issuer as well.',
  ),
  done: text('Đã thu hồi chứng thư.', 'The certificate is taken back.'),
};
