import { InsetText, NotificationBanner, StatusTag, SummaryList, type Tone } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Lang } from '#/values/text.ts';
import type { Verdict } from '../verdict.ts';

/** What was found of the signatures of a file, in plain words, one after the other. */
export function VerdictView({ lang, verdict }: { readonly lang: Lang; readonly verdict: Verdict }) {
  const { indication, signatures } = verdict;
  const { tone, title, means } = findings[indication];
  return (
    <>
      <NotificationBanner tone={tone} lang={lang} title={say(lang, title)}>
        {say(lang, means)}
      </NotificationBanner>
      {signatures.map((one, n) => (
        <SignatureFinding key={n} lang={lang} one={one} no={n + 1} />
      ))}
      {signatures.length > 0 && <InsetText>{say(lang, words.basis)}</InsetText>}
    </>
  );
}

function SignatureFinding({
  lang,
  one,
  no,
}: {
  readonly lang: Lang;
  readonly one: Verdict['signatures'][number];
  readonly no: number;
}) {
  const isStamp = one.kind === 'timestamp';
  const { tone, title } = findings[one.indication];
  return (
    <section>
      <h3>
        {say(lang, isStamp ? words.stamp : words.signature)} {no}
      </h3>
      <SummaryList
        lang={lang}
        rows={[
          {
            label: say(lang, words.verdict),
            value: <StatusTag tone={tone}>{say(lang, one.sub ? title : words.valid)}</StatusTag>,
          },
          { label: say(lang, words.why), value: say(lang, one.words) },
          { label: say(lang, words.who), value: one.signer ?? say(lang, words.unknown) },
          ...(one.reason ? [{ label: say(lang, words.purpose), value: one.reason }] : []),
          { label: say(lang, words.issuer), value: one.issuer ?? say(lang, words.unknown) },
          {
            label: say(lang, words.when),
            value: one.provenAt
              ? formatInstant(new Date(one.provenAt), lang)
              : say(lang, words.noTime),
          },
          {
            label: say(lang, words.after),
            value: say(lang, changesOf(one)),
          },
        ]}
      />
    </section>
  );
}

function changesOf({ sub, isLast }: Verdict['signatures'][number]) {
  if (sub === 'ALTERED_AFTER_SIGNING' || sub === 'HASH_FAILURE') return words.changed;
  if (sub === 'FORMAT_FAILURE' || sub === 'SIG_CRYPTO_FAILURE') return words.unknown;
  return isLast ? words.nothingAfter : words.onlySignaturesAfter;
}

const findings: Readonly<
  Record<
    Verdict['indication'],
    {
      readonly tone: Exclude<Tone, 'neutral'>;
      readonly title: ReturnType<typeof text>;
      readonly means: ReturnType<typeof text>;
    }
  >
> = {
  'TOTAL-PASSED': {
    tone: 'good',
    title: text('Chữ ký số hợp lệ', 'The signatures are valid'),
    means: text(
      'Nội dung còn nguyên như lúc ký, và biết chắc ai đã ký.',
      'The content is as it was signed, and it is certain who signed.',
    ),
  },
  INDETERMINATE: {
    tone: 'warning',
    title: text('Chưa kết luận được', 'This cannot be decided'),
    means: text(
      'Chưa thấy dấu hiệu sửa đổi, nhưng chưa đủ căn cứ để tin mọi chữ ký. Lý do ghi ở từng chữ ký dưới đây. Đừng dùng giấy này như bản đã ký, hãy hỏi nơi cấp.',
      'No sign of change was found, but there is not enough to believe each signature. The reason stands with each below. Do not rely on it; ask who issued it.',
    ),
  },
  'TOTAL-FAILED': {
    tone: 'error',
    title: text('Chữ ký số không hợp lệ', 'A signature is not valid'),
    means: text(
      'Có chữ ký sai hoặc tệp đã bị sửa sau khi ký. Đừng tin giấy này.',
      'A signature is wrong, or the file was changed after signing. Do not believe it.',
    ),
  },
  'NO-SIGNATURE': {
    tone: 'info',
    title: text('Tệp không có chữ ký số', 'The file has no digital signature'),
    means: text(
      'Không có gì trong tệp chứng minh ai đã ký. Hình con dấu, chữ ký chụp lại không phải chữ ký số.',
      'Nothing in it proves who signed. Pictures of stamps and signatures are no digital signatures.',
    ),
  },
  UNREADABLE: {
    tone: 'warning',
    title: text('Không đọc được chữ ký số', 'The signatures cannot be read'),
    means: text(
      'Tệp không phải PDF, bị hỏng, hoặc có mật khẩu.',
      'The file is no PDF, is damaged, or has a password.',
    ),
  },
};

const words = {
  signature: text('Chữ ký', 'Signature'),
  stamp: text('Dấu thời gian', 'Time stamp'),
  verdict: text('Kết luận', 'Finding'),
  valid: text('Hợp lệ', 'Valid'),
  why: text('Vì sao', 'Why'),
  who: text('Người hoặc cơ quan ký', 'Signed by'),
  purpose: text('Mục đích', 'Purpose'),
  issuer: text('Nơi cấp chứng thư', 'Certificate issued by'),
  when: text('Thời điểm ký (có dấu thời gian)', 'Signed at (by a time stamp)'),
  noTime: text('Không có dấu thời gian chứng minh', 'No time stamp proves it'),
  after: text('Thay đổi sau khi ký', 'Changed after signing'),
  changed: text('Đã bị sửa', 'It was changed'),
  nothingAfter: text('Không có gì thêm vào', 'Nothing was added'),
  onlySignaturesAfter: text(
    'Chỉ thêm chữ ký, dấu thời gian hoặc dữ liệu chứng minh',
    'Only signatures, time stamps or evidence were added',
  ),
  unknown: text('Không xác định được', 'Not known'),
  basis: text(
    'Kết luận theo danh sách chứng thư gốc mà cơ quan này tin cậy, vào lúc kiểm tra. Tệp đã tải lên không được lưu; trang kết quả này tự xóa sau 15 phút.',
    'By the roots that this office trusts, at the time of the check. The file was not kept; this page is deleted after 15 minutes.',
  ),
};
