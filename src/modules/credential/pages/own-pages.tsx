import type { Tx } from '#/platform/db/index.ts';
import { get, post, type Body, type Route, type Visit } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal, refuse } from '#/platform/refusal.ts';
import {
  BackLink,
  Button,
  EmptyState,
  Form,
  InsetText,
  Link,
  QrCode,
  StatusTag,
} from '#/ui/index.ts';
import { isId } from '#/values/id.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text } from '#/values/text.ts';
import { citizens } from '../access.ts';
import { makeOffer, offerLink, offerOf, personCode } from '../issue/offer.ts';
import { holdOffer } from '../store/offers.ts';
import type { CredentialOffice } from '../office.ts';
import type { CredentialPorts, TakeableResult } from '../ports.ts';
import { revoke } from '../status.ts';
import { findCredential, listOfPerson, type CredentialRow } from '../store/credentials.ts';
import { WalletPart, type WalletPartProps } from './wallet-part.tsx';

const path = '/toi/giay-to-so';

/** One's results that can be taken into a wallet, and the credentials that were taken. */
export function ownRoutes(
  { keys }: Services,
  office: CredentialOffice,
  ports: CredentialPorts,
): Route[] {
  return [
    get(path, citizens, show),
    get(`${path}/cho-xem`, citizens, showFromWallet),
    post(`${path}/lay`, citizens, take),
    get(`${path}/lay/:id`, citizens, showOffer),
    post(`${path}/thu-hoi`, citizens, giveUp),
  ];

  async function show(tx: Tx, visit: Visit) {
    const results = await ports.listResults(tx, visit.actor!);
    const taken = await listOfPerson(tx, visit.actor!.personId);
    const title = say(visit.lang, words.title);
    return {
      title,
      layout: 'citizen' as const,
      view: <OwnView visit={visit} results={results} taken={taken} wallet={walletOf(visit)} />,
    };
  }

  /** What the wallet of one account is called in the browser; it tells nothing about whose it is. */
  function walletOf({ actor }: Visit): Wallet {
    const wallet = keys.sign('web wallet', actor!.personId).slice(0, 22);
    return { wallet, site: office.url };
  }

  async function showFromWallet(_tx: Tx, visit: Visit) {
    const { lang } = visit;
    const title = say(lang, words.showTitle);
    return {
      title,
      layout: 'citizen' as const,
      view: (
        <>
          <BackLink href={path} lang={lang} />
          <h1>{title}</h1>
          <WalletPart lang={lang} part="show" {...walletOf(visit)} />
        </>
      ),
    };
  }

  async function take(tx: Tx, visit: Visit, body: Body) {
    const documentId = idIn(body);
    if (documentId === undefined) return refuse('credential.no-result');
    const offer = await makeOffer(tx, visit.actor!, ports, documentId);
    return isRefusal(offer) ? offer : { goTo: `${path}/lay/${offer}` };
  }

  async function showOffer(tx: Tx, visit: Visit) {
    const { id = '' } = visit.params;
    const offer = isId(id) ? await holdOffer(tx, { id }) : undefined;
    const result = offer && (await ports.findResult(tx, offer.documentId));
    const isOpen = offer?.personId === visit.actor!.personId && offer.expiresAt > visit.now;
    if (!isOpen || !result || offer.tokenHash !== null) return refuse('credential.no-offer');
    const { lang } = visit;
    const offered = { offerId: id, type: result.facts.type };
    const link = offerLink(office, keys, offered);
    const code = personCode(keys, id);
    const more = { offer: offerOf(office, keys, offered), code };
    return {
      title: say(lang, words.takeTitle),
      layout: 'citizen' as const,
      view: (
        <>
          <BackLink href={path} lang={lang} />
          <h1>{say(lang, words.takeTitle)}</h1>
          <p class="lead">{say(lang, result.facts.name)}</p>
          <WalletPart lang={lang} part="take" {...walletOf(visit)} more={more} />
          <h2>{say(lang, words.otherWallet)}</h2>
          <p>{say(lang, fill(words.scan, { name: say(lang, result.facts.name) }))}</p>
          <QrCode content={link} label={say(lang, words.qr)} />
          <p>
            {/* Another program opens it: its scheme is none that pages may link to. */}
            {say(lang, words.onThisPhone)} <code class="long-code">{link}</code>
          </p>
          <InsetText>
            {say(lang, words.code)} <strong>{code}</strong>
          </InsetText>
          <p>{say(lang, fill(words.until, { at: formatInstant(offer.expiresAt, lang) }))}</p>
        </>
      ),
    };
  }

  async function giveUp(tx: Tx, visit: Visit, body: Body) {
    const id = idIn(body);
    const row = id === undefined ? undefined : await findCredential(tx, id);
    if (!row || row.personId !== visit.actor!.personId) return refuse('credential.none');
    await revoke(tx, visit.actor!, { id: row.id });
    return { goTo: path, notice: say(visit.lang, words.revokedNow) };
  }
}

type Wallet = Pick<WalletPartProps, 'wallet' | 'site'>;

interface OwnProps {
  readonly visit: Visit;
  readonly results: readonly TakeableResult[];
  readonly taken: readonly CredentialRow[];
  readonly wallet: Wallet;
}

function OwnView({ visit: { lang, csrf }, results, taken, wallet }: OwnProps) {
  return (
    <>
      <BackLink href="/tai-khoan" lang={lang} />
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <h2>{say(lang, words.results)}</h2>
      {results.length === 0 && <EmptyState title={say(lang, words.noResults)} />}
      {results.map(({ documentId, title, number, facts }) => (
        <section class="card" key={documentId} aria-labelledby={`kq-${documentId}`}>
          <h3 id={`kq-${documentId}`}>{say(lang, facts.name)}</h3>
          <p>
            {title}
            {number !== undefined && ` · ${number}`}
          </p>
          <Form csrf={csrf} lang={lang} action={`${path}/lay`}>
            <input type="hidden" name="id" value={documentId} />
            <Button>{say(lang, fill(words.take, { name: say(lang, facts.name) }))}</Button>
          </Form>
        </section>
      ))}
      <WalletPart lang={lang} part="list" {...wallet} />
      {taken.length > 0 && <h2>{say(lang, words.taken)}</h2>}
      {taken.map((row) => (
        <section class="card" key={row.id} aria-labelledby={`gt-${row.id}`}>
          <h3 id={`gt-${row.id}`}>
            {say(lang, fill(words.takenAt, { at: formatInstant(row.issuedAt, lang) }))}
          </h3>
          <p>
            <StatusTag tone={row.revokedAt === null ? 'good' : 'neutral'}>
              {say(lang, row.revokedAt === null ? words.valid : words.revoked)}
            </StatusTag>
          </p>
          {row.revokedAt === null && (
            <Form csrf={csrf} lang={lang} action={`${path}/thu-hoi`}>
              <input type="hidden" name="id" value={row.id} />
              <Button look="danger">{say(lang, words.revoke)}</Button>
            </Form>
          )}
        </section>
      ))}
      <p>
        <Link href={`${path}/cho-xem`}>{say(lang, words.showTitle)}</Link>
      </p>
      <p>
        <Link href="/kiem-chung/giay-to-so">{say(lang, words.askLink)}</Link>
      </p>
    </>
  );
}

function idIn({ id }: Body): string | undefined {
  return typeof id === 'string' && isId(id) ? id : undefined;
}

const words = {
  title: text('Giấy tờ số', 'Digital credentials'),
  lead: text(
    'Lấy kết quả đã nhận vào ví, rồi đưa cho nơi cần xem đúng những thông tin bạn chọn. Bản giấy vẫn có giá trị như cũ.',
    'Take a delivered result into a wallet, and show whoever needs it only what you choose. The paper keeps its worth.',
  ),
  results: text('Kết quả có thể lấy', 'Results that you can take'),
  noResults: text(
    'Chưa có kết quả nào lấy được thành giấy tờ số.',
    'There is no result to take yet.',
  ),
  take: text('Lấy vào ví: {name}', 'Take into a wallet: {name}'),
  taken: text('Các bản đã cấp', 'What was issued'),
  takenAt: text('Lấy lúc {at}', 'Taken at {at}'),
  valid: text('Còn giá trị', 'Valid'),
  revoked: text('Đã thu hồi', 'Revoked'),
  revoke: text('Thu hồi bản này', 'Revoke this one'),
  revokedNow: text(
    'Đã thu hồi. Từ giờ không ai tin bản này nữa.',
    'It is revoked. Nobody will trust it any more.',
  ),
  askLink: text('Xem giấy tờ số của người khác', "See somebody else's credential"),
  showTitle: text('Cho xem giấy tờ số', 'Show a digital credential'),
  otherWallet: text(
    'Hoặc vào ứng dụng ví trên điện thoại',
    'Or into a wallet application on your phone',
  ),
  takeTitle: text('Lấy giấy tờ vào ví', 'Take the credential into a wallet'),
  scan: text(
    'Mở ứng dụng ví trên điện thoại và quét mã này để lấy {name}.',
    'Open the wallet on your phone and scan this code to take: {name}.',
  ),
  qr: text('Mã QR để ví lấy giấy tờ', 'QR code for the wallet'),
  onThisPhone: text(
    'Ví ở ngay máy này? Chép liên kết:',
    'Is the wallet on this device? Copy the link:',
  ),
  code: text('Khi ví hỏi, gõ mã:', 'When the wallet asks, type:'),
  until: text('Mã dùng được một lần, đến {at}.', 'It works once, until {at}.'),
};
