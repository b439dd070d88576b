import { listUnits } from '#/modules/agency/index.ts';
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
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { AskAll, BackLink, Button, DeskLayout, ErrorSummary, Form } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { say, text, type Text } from '#/values/text.ts';
import { manageCertificates } from '../access.ts';
import { addCertificate } from '../add-certificate.ts';
import { findSignerAccount } from '../store/accounts.ts';
import { listCertificates } from '../store/certificates.ts';
import { CertificatesView } from './certificates-view.tsx';
import { newCertificate } from './forms.ts';
import { namesIn, readPem } from './read-pem.ts';

const path = '/quan-tri/chu-ky-so';

/** Administrators see all certificates, and put new ones to use. */
export function certificateRoutes(): Route[] {
  return [
    get(path, manageCertificates, show),
    get(`${path}/them`, manageCertificates, (_tx, visit) => Promise.resolve(showForm(visit))),
    withStepUp(stepUps.counter, post(`${path}/them`, manageCertificates, submit)),
  ];

  async function show(tx: Tx, { lang, now }: Visit): Promise<Shown> {
    const [certificates, units] = [await listCertificates(tx), await listUnits(tx)];
    return {
      title: say(lang, words.title),
      layout: 'desk',
      view: <CertificatesView {...{ lang, now, certificates, units }} />,
    };
  }

  function showForm({ lang, csrf }: Visit, filled: Filled = newCertificate.blank): Shown {
    const isWrong = Object.keys(filled.wrong).length > 0;
    const view = (
      <DeskLayout lang={lang}>
        <BackLink lang={lang} href={path} />
        <ErrorSummary lang={lang} wrong={filled.wrong} />
        <h1>{say(lang, words.add)}</h1>
        <p>{say(lang, words.addLead)}</p>
        <Form csrf={csrf} lang={lang} action={`${path}/them`}>
          <AskAll questions={newCertificate.list} lang={lang} lookups={noLookups} {...filled} />
          <Button>{say(lang, words.add)}</Button>
        </Form>
      </DeskLayout>
    );
    return { title: say(lang, words.add), layout: 'desk', view, ...(isWrong && { status: 422 }) };
  }

  async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
    const { lang, now, isDemo } = visit;
    const reading = newCertificate.read(body, {
      today: dayOf(now),
      demo: isDemo,
      lookups: noLookups,
    });
    if (!reading.answers) return showForm(visit, reading);
    const { answers } = reading;
    const wrong = (name: string, what: Text): Shown =>
      showForm(visit, { ...reading, wrong: { [name]: what } });
    const unit = (await listUnits(tx)).find(({ key }) => key === answers.don_vi.trim());
    if (!unit) return wrong('don_vi', words.noUnit);
    const account =
      answers.loai === 'personal'
        ? await findSignerAccount(tx, answers.tai_khoan?.trim() ?? '')
        : null;
    if (account === undefined) return wrong('tai_khoan', words.noAccount);
    const [own, ...issuers] = readPem(answers.chung_thu) ?? [];
    if (!own || own.x509.ca) return wrong('chung_thu', words.noPem);
    if (own.validTo <= now) return wrong('chung_thu', words.over);
    const { name: ledBy, accountId: by, at } = visit.actor!;
    const added = await addCertificate(tx, {
      id: newId(),
      usage: answers.loai,
      accountId: account,
      unitId: unit.id,
      certificate: own.der,
      issuers: issuers.map(({ der }) => der),
      reach: answers.noi_giu_khoa,
      place: answers.ten_khoa,
      sealedKey: null,
      by,
      at,
      ceremony: {
        heldAt: at,
        place: answers.noi_lam,
        ledBy,
        witnesses: namesIn(answers.nguoi_chung_kien),
      },
    });
    if (isRefusal(added)) return added;
    return { goTo: `${path}/${added.id}`, notice: say(lang, words.added) };
  }
}

const words = {
  title: text('Chữ ký số', 'Digital signatures'),
  add: text('Thêm chứng thư', 'Add a certificate'),
  addLead: text(
    'Khóa ký nằm ở thiết bị hoặc dịch vụ ký từ xa, không đưa vào đây. Việc đưa khóa vào dùng được ghi vào sổ minh bạch.',
    'The key stays in the module or with the service. That it was put to use is written into the public ledger.',
  ),
  added: text('Đã thêm chứng thư.', 'The certificate is added.'),
  noUnit: text('Không có đơn vị mang mã này.', 'There is no office with this key.'),
  noAccount: text(
    'Không có tài khoản cán bộ đang mở mang tên này.',
    'There is no open account of an official with this name.',
  ),
  noPem: text(
    'Không đọc được chứng thư để ký. Hãy dán cả dòng BEGIN CERTIFICATE và END CERTIFICATE.',
    'No certificate to sign with can be read. Paste it with its lines BEGIN and END CERTIFICATE.',
  ),
  over: text('Chứng thư này đã hết hạn.', 'This certificate has run out.'),
};
