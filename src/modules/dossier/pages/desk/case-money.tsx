import type { Demand } from '#/modules/payment/index.ts';
import { Ask, Button, Details, StatusTag, SummaryList } from '#/ui/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { caseWords as words } from './case-words.ts';
import type { CaseProps } from './dossier-view.tsx';
import { Hidden } from './hidden.tsx';
import { groundForm, referenceForm } from './inline-forms.ts';

const collectors = ['TIEP_NHAN', 'TRA_KET_QUA', 'CA_TIEP_NHAN', 'CB_THUE'];

/** What is owed and was paid; whoever collects records it here. */
export function Money(props: CaseProps) {
  const { visit, opened } = props;
  const { lang } = visit;
  const { demands, receipts, fees, dossier } = opened;
  const isToCome = fees > 0 && dossier.endedAt === null;
  const nothing = isToCome ? fill(words.moneyLater, { amount: formatDong(fees) }) : words.moneyNone;
  return (
    <section aria-labelledby="phi">
      <h2 id="phi">{say(lang, words.money)}</h2>
      {demands.length === 0 && <p class="soft">{say(lang, nothing)}</p>}
      {demands.map((demand) => (
        <Owed key={demand.id} {...props} demand={demand} />
      ))}
      {receipts.map((receipt) => (
        <p key={receipt.id}>
          {say(
            lang,
            fill(words.receipt, { series: receipt.series, number: String(receipt.number) }),
          )}{' '}
          · {formatDong(receipt.amount)} · {formatDay(dayOf(receipt.issuedAt))}
        </p>
      ))}
    </section>
  );
}

function Owed(props: CaseProps & { readonly demand: Demand }) {
  const { visit, demand } = props;
  const { lang } = visit;
  const { name, tone } = states[demand.state];
  const mayCollect = visit.actor!.posts.some(
    ({ unitId, role }) => unitId === demand.unitId && collectors.includes(role),
  );
  return (
    <>
      <SummaryList
        lang={lang}
        rows={[
          ...demand.lines.map((line) => ({
            label: say(lang, line.label),
            value: formatDong(line.amount * line.quantity),
          })),
          {
            label: say(lang, fill(words.moneyTotal, { amount: formatDong(demand.total) })),
            value: (
              <>
                <StatusTag tone={tone}>{say(lang, name)}</StatusTag> {demand.ground}
              </>
            ),
          },
        ]}
      />
      {demand.state === 'open' && mayCollect && <Collect {...props} />}
    </>
  );
}

function Collect({ visit, opened, filled, from, demand }: CaseProps & { readonly demand: Demand }) {
  const { lang } = visit;
  const here = `/can-bo/ho-so/${opened.dossier.code}`;
  const [reference, ground] = [referenceForm(demand.id), groundForm(demand.id)];
  const isWrong = (name: string) => filled.wrong[name] !== undefined;
  return (
    <>
      <form method="post" action={`${here}/thu-phi`}>
        <Hidden visit={visit} from={from} fields={{ demand: demand.id, method: 'cash' }} />
        <Button look="secondary" small icon="wallet">
          {say(lang, fill(words.cash, { amount: formatDong(demand.total) }))}
        </Button>
      </form>
      <Details summary={say(lang, words.transfer)} open={isWrong(reference.name)}>
        <form method="post" action={`${here}/thu-phi`}>
          <Hidden visit={visit} from={from} fields={{ demand: demand.id, method: 'transfer' }} />
          <Ask
            question={reference.question}
            typed={filled.typed}
            wrong={filled.wrong}
            lang={lang}
          />
          <Button look="secondary" small>
            {say(lang, words.transfer)}
          </Button>
        </form>
      </Details>
      <Details summary={say(lang, words.waive)} open={isWrong(ground.name)}>
        <form method="post" action={`${here}/mien-phi`}>
          <Hidden visit={visit} from={from} fields={{ demand: demand.id }} />
          <Ask question={ground.question} typed={filled.typed} wrong={filled.wrong} lang={lang} />
          <Button look="secondary" small>
            {say(lang, words.waive)}
          </Button>
        </form>
      </Details>
    </>
  );
}

const states: Readonly<
  Record<Demand['state'], { readonly name: Text; readonly tone: 'warning' | 'good' | 'neutral' }>
> = {
  open: { name: text('Chưa nộp', 'Not paid'), tone: 'warning' },
  paid: { name: text('Đã nộp', 'Paid'), tone: 'good' },
  waived: { name: text('Được miễn', 'Waived'), tone: 'good' },
  cancelled: { name: text('Không phải nộp nữa', 'Cancelled'), tone: 'neutral' },
  refunded: { name: text('Đã hoàn', 'Refunded'), tone: 'neutral' },
};
