import { formatDay, dayOf } from '#/values/day.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import { InsetText, LinkButton, NotificationBanner, QrCode, SummaryList } from '#/ui/index.ts';
import type { DemandState, FeeLine, PayableDemand } from './demand.ts';
import { vietQr } from './viet-qr.ts';

export interface PaymentPanelProps {
  readonly demand: PayableDemand;
  readonly lang: Lang;
  /** On the page where one pays; elsewhere it leads there. */
  readonly isOnOwnPage?: boolean | undefined;
}

/** What is owed for a dossier and how to pay it; once it is settled, what became of it. */
export function PaymentPanel(props: PaymentPanelProps) {
  if (props.demand.state !== 'open') return <Closed {...props} />;
  const { demand, lang } = props;
  const { collector } = demand;
  // What came already and did not suffice is not asked for again.
  const amount = formatDong(demand.total - demand.held);
  return (
    <section aria-labelledby={`nop-${demand.id}`}>
      <h2 id={`nop-${demand.id}`}>{say(lang, fill(words.toPay, { amount }))}</h2>
      <SummaryList lang={lang} rows={demand.lines.map((line) => lineRow(line, lang))} />
      {demand.held > 0 && (
        <InsetText>
          <p>{say(lang, fill(words.held, { amount: formatDong(demand.held) }))}</p>
        </InsetText>
      )}
      {props.isOnOwnPage !== true && (
        <p>
          <LinkButton href={`/nop-tien/${demand.id}`}>{say(lang, words.online)}</LinkButton>
        </p>
      )}
      <h3>{say(lang, words.byTransfer)}</h3>
      <p>{say(lang, words.scan)}</p>
      <p>
        <QrCode content={codeOf(demand)} label={say(lang, fill(words.code, { amount }))} />
      </p>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.bank), value: collector.bankName },
          {
            label: say(lang, words.account),
            value: <span class="figures">{collector.account}</span>,
          },
          { label: say(lang, words.holder), value: collector.accountHolder },
          { label: say(lang, words.amount), value: amount },
          {
            label: say(lang, words.reference),
            value: <strong class="figures">{demand.reference}</strong>,
          },
        ]}
      />
      <InsetText>
        <p>{say(lang, words.keepReference)}</p>
      </InsetText>
      <h3>{say(lang, words.byCash)}</h3>
      <p>
        {say(
          lang,
          fill(words.atCounter, { agency: collector.agencyName, reference: demand.reference }),
        )}
      </p>
    </section>
  );
}

function Closed({ demand, lang }: PaymentPanelProps) {
  const facts = {
    amount: formatDong(demand.total),
    day: formatDay(dayOf(demand.closedAt ?? demand.demandedAt)),
    ground: demand.ground ?? '',
  };
  const isGood = demand.state === 'paid' || demand.state === 'waived';
  return (
    <NotificationBanner tone={isGood ? 'good' : 'info'} lang={lang}>
      {say(lang, fill(closedWords[demand.state], facts))}
    </NotificationBanner>
  );
}

function lineRow(line: FeeLine, lang: Lang) {
  const sum = formatDong(line.amount * line.quantity);
  const value =
    line.quantity === 1 ? sum : `${line.quantity} × ${formatDong(line.amount)} = ${sum}`;
  return { label: say(lang, line.label), value: <span class="figures">{value}</span> };
}

function codeOf({
  total,
  held,
  reference,
  collector: { bankBin, account },
}: PayableDemand): string {
  return vietQr({ bankBin, account, amount: total - held, reference });
}

const closedWords: Readonly<Record<DemandState, Text>> = {
  open: text('Chưa nộp {amount}', '{amount} not paid'),
  paid: text('Đã nộp {amount} ngày {day}.', '{amount} was paid on {day}.'),
  waived: text('Được miễn {amount}. Căn cứ: {ground}.', '{amount} was waived. Ground: {ground}.'),
  cancelled: text(
    'Không phải nộp {amount} nữa: {ground}.',
    '{amount} is not owed any more: {ground}.',
  ),
  refunded: text(
    'Đã hoàn {amount} ngày {day}. Lý do: {ground}.',
    '{amount} was refunded on {day}. Reason: {ground}.',
  ),
};

const words = {
  toPay: text('Phải nộp {amount}', '{amount} to pay'),
  held: text(
    'Đã nhận {amount} cho khoản này, còn thiếu.',
    '{amount} came for this; it is not enough yet.',
  ),
  online: text('Nộp trực tuyến', 'Pay online'),
  byTransfer: text('Chuyển khoản', 'By transfer'),
  scan: text(
    'Mở ứng dụng ngân hàng, chọn quét mã QR rồi quét mã này. Số tiền và nội dung đã có sẵn.',
    'Open your banking app and scan this code. Amount and reference are filled in.',
  ),
  code: text('Mã VietQR để chuyển {amount}', 'VietQR code to transfer {amount}'),
  bank: text('Ngân hàng', 'Bank'),
  account: text('Số tài khoản', 'Account number'),
  holder: text('Chủ tài khoản', 'Account holder'),
  amount: text('Số tiền', 'Amount'),
  reference: text('Nội dung chuyển khoản', 'Reference'),
  keepReference: text(
    'Nếu tự nhập, hãy ghi đúng số tiền và đúng nội dung trên. Nhờ đó khoản tiền được ghi nhận cho hồ sơ của bạn; bạn nhận tin trong hộp thư khi xong.',
    'If you type it yourself, use exactly this amount and reference, so that the money is matched to your application. You will get a message when it is done.',
  ),
  byCash: text('Nộp tiền mặt', 'In cash'),
  atCounter: text(
    'Đến quầy của {agency} và đọc mã {reference}.',
    'Come to the counter of {agency} and tell the reference {reference}.',
  ),
};
