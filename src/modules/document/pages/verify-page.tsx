import { VerdictView, type Verdict } from '#/modules/signing/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { Button, Csrf, Link, NotificationBanner, SummaryList } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text } from '#/values/text.ts';
import type { Verified } from '../issued/verify.ts';

export type Question =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'file'; readonly sha256: string };

export interface VerifyPageProps {
  readonly visit: Visit;
  readonly question: Question | undefined;
  readonly found: Verified | undefined;
  /** What was found of its signatures, when a file was sent. */
  readonly verdict?: Verdict | undefined;
}

/** Asks for the code or the file of an issued paper and says whether it is genuine. */
export function VerifyPage({ visit, question, found, verdict }: VerifyPageProps) {
  const { lang, csrf } = visit;
  return (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p>{say(lang, words.intro)}</p>
      {question && <Answer visit={visit} question={question} found={found} />}
      {verdict && (
        <>
          <h2>{say(lang, words.signatures)}</h2>
          <VerdictView lang={lang} verdict={verdict} />
        </>
      )}
      <form method="get" action="/kiem-chung">
        <div class="ask">
          <label class="label" for="ma">
            {say(lang, words.code)}
          </label>
          <p class="hint" id="ma-hint">
            {say(lang, words.codeHint)}
          </p>
          <input
            class="input"
            id="ma"
            name="ma"
            autocomplete="off"
            spellcheck={false}
            maxLength={60}
            aria-describedby="ma-hint"
            value={question?.by === 'code' ? question.code : ''}
          />
        </div>
        <Button>{say(lang, words.check)}</Button>
      </form>
      <h2>{say(lang, words.orFile)}</h2>
      <form
        method="post"
        action={`/kiem-chung/tep?_csrf=${encodeURIComponent(csrf)}`}
        enctype="multipart/form-data"
      >
        <Csrf token={csrf} />
        <div class="ask">
          <label class="label" for="tep">
            {say(lang, words.file)}
          </label>
          <p class="hint" id="tep-hint">
            {say(lang, words.fileHint)}
          </p>
          <div class="upload">
            <input
              type="file"
              id="tep"
              name="tep"
              accept="application/pdf,.pdf"
              aria-describedby="tep-hint"
            />
          </div>
        </div>
        <Button look="secondary">{say(lang, words.checkFile)}</Button>
      </form>
      <h2>{say(lang, words.orWallet)}</h2>
      <p>
        <Link href="/kiem-chung/giay-to-so">{say(lang, words.askWallet)}</Link>
      </p>
    </>
  );
}

function Answer({
  visit: { lang },
  question,
  found,
}: VerifyPageProps & { readonly question: Question }) {
  if (!found) {
    return (
      <NotificationBanner tone="error" lang={lang} title={say(lang, words.unknown)}>
        {say(lang, question.by === 'code' ? words.unknownCode : words.unknownFile)}
      </NotificationBanner>
    );
  }
  return (
    <>
      <NotificationBanner
        tone={found.isDraft ? 'warning' : 'good'}
        lang={lang}
        title={say(lang, found.isDraft ? words.draft : words.genuine)}
      >
        {say(
          lang,
          found.isDraft ? words.draftMeans : question.by === 'code' ? words.compare : words.same,
        )}
      </NotificationBanner>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.kind), value: found.title },
          { label: say(lang, words.number), value: found.number ?? say(lang, words.none) },
          { label: say(lang, words.issuer), value: found.issuer },
          { label: say(lang, words.at), value: formatInstant(found.at, lang) },
          { label: say(lang, words.pages), value: String(found.pages) },
          {
            label: say(lang, words.verification),
            value: <span class="figures">{found.code}</span>,
          },
          { label: 'SHA-256', value: <code>{found.sha256}</code> },
        ]}
      />
      {found.isResult && (
        <p>
          {say(lang, words.yours)} <Link href="/toi/giay-to-so">{say(lang, words.take)}</Link>
        </p>
      )}
    </>
  );
}

const words = {
  title: text('Kiểm chứng giấy tờ', 'Verify a paper'),
  intro: text(
    'Kiểm tra một giấy tờ có đúng do cơ quan này cấp hay không, và chữ ký số trong một tệp PDF có thật hay không.',
    'Check whether a paper was really issued here, and whether the digital signatures of a PDF are genuine.',
  ),
  code: text('Mã kiểm chứng', 'Verification code'),
  codeHint: text(
    'Mã gồm 12 chữ và số, in ở chân trang của giấy, ví dụ 7K3F-QX2M-9TBD',
    'Twelve letters and digits at the foot of the paper, for example 7K3F-QX2M-9TBD',
  ),
  check: text('Kiểm tra mã', 'Check the code'),
  orFile: text('Hoặc kiểm tra bằng tệp PDF', 'Or check the PDF file'),
  file: text('Tệp PDF của giấy tờ', 'PDF file of the paper'),
  fileHint: text(
    'PDF của bất kỳ nơi nào, tối đa 20 MB: xem ai ký, có bị sửa không, có phải do cơ quan này cấp không. Tệp không được lưu lại.',
    'A PDF from anywhere, at most 20 MB: who signed, whether it was changed, whether it was issued here. The file is not kept.',
  ),
  orWallet: text('Hoặc giấy tờ số người khác giữ trong ví', 'Or a credential in somebody’s wallet'),
  askWallet: text('Xem giấy tờ số của người khác', 'See somebody’s digital credential'),
  signatures: text('Chữ ký số trong tệp', 'Digital signatures in the file'),
  checkFile: text('Kiểm tra tệp', 'Check the file'),
  genuine: text('Giấy tờ này do cơ quan cấp', 'This paper was issued here'),
  compare: text(
    'Mã đúng. Hãy so các thông tin dưới đây với giấy bạn đang cầm: loại giấy, số, cơ quan cấp phải giống hệt.',
    'The code is right. Compare what stands below with the paper in your hand: kind, number and issuer must be the same.',
  ),
  same: text(
    'Tệp giống hệt bản gốc, không bị sửa chỗ nào.',
    'The file is the same as the original; nothing in it was changed.',
  ),
  draft: text('Đây chỉ là bản dự thảo', 'This is only a draft'),
  draftMeans: text(
    'Bản dự thảo chưa được ký, không có giá trị.',
    'A draft is not signed and has no effect.',
  ),
  yours: text('Giấy này là của bạn?', 'Is this paper yours?'),
  take: text('Lấy bản số vào ví', 'Take it into your wallet'),
  unknown: text('Không tìm thấy giấy tờ nào', 'No such paper'),
  unknownCode: text(
    'Không có giấy tờ mang mã này. Hãy xem lại từng chữ của mã. Nếu vẫn không thấy, giấy này không do cơ quan cấp.',
    'No paper carries this code. Check each letter. If it is still not found, the paper was not issued here.',
  ),
  unknownFile: text(
    'Tệp này không trùng với giấy tờ nào cơ quan này đã cấp. Có thể tệp đã bị sửa, được lưu lại bằng phần mềm khác, hoặc do nơi khác cấp. Nếu giấy có mã kiểm chứng, hãy thử kiểm tra bằng mã.',
    'The file matches no paper issued here. It may have been changed, saved by other software, or come from elsewhere. If it carries a verification code, try the code.',
  ),
  kind: text('Loại giấy tờ', 'Kind of paper'),
  number: text('Số, ký hiệu', 'Number'),
  issuer: text('Cơ quan cấp', 'Issued by'),
  at: text('Thời điểm cấp', 'Issued at'),
  pages: text('Số trang', 'Pages'),
  verification: text('Mã kiểm chứng', 'Verification code'),
  none: text('Không có', 'None'),
};
