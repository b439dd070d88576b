import type { Unit } from '#/modules/agency/index.ts';
import type { Filled, Lookups, Question } from '#/platform/form/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import {
  AskAll,
  BackLink,
  Button,
  Csrf,
  DeskLayout,
  ErrorSummary,
  Form,
  SummaryList,
  Table,
} from '#/ui/index.ts';
import { formatDay } from '#/values/day.ts';
import { fill, say, text } from '#/values/text.ts';
import type { BookingRule, Service } from '../appointment.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { PlannedOffer } from '../store/plan.ts';
import type { Priority } from '../ticket.ts';

export interface PlanViewProps {
  readonly visit: Visit;
  readonly questions: readonly Question[];
  readonly filled: Filled;
  readonly lookups: Lookups;
  readonly units: readonly Unit[];
  readonly offers: readonly PlannedOffer[];
  readonly services: readonly Service[];
  readonly priorities: readonly Priority[];
  readonly kiosks: readonly Kiosk[];
  readonly rule: BookingRule;
}

const path = '/quan-tri/quay';

/** What is planned, then a form for the next change; rules and priorities with their sources; devices in the halls. */
export function PlanView(props: PlanViewProps) {
  const { visit, filled, rule, priorities } = props;
  const { lang, csrf } = visit;
  return (
    <DeskLayout lang={lang}>
      <BackLink lang={lang} href="/quan-tri/co-quan" />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{say(lang, words.title)}</h1>
      <Offers {...props} />
      <h2>{say(lang, words.assign)}</h2>
      <Form csrf={csrf} lang={lang} action={path}>
        <AskAll questions={props.questions} lang={lang} lookups={props.lookups} {...filled} />
        <Button>{say(lang, words.save)}</Button>
      </Form>
      <h2>{say(lang, words.rule)}</h2>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.ahead), value: rule.aheadDays },
          { label: say(lang, words.notice), value: rule.noticeMinutes },
          { label: say(lang, words.grace), value: rule.graceMinutes },
          { label: say(lang, words.most), value: rule.mostOpen },
          ...priorities.map(({ name, source }) => ({ label: say(lang, name), value: source })),
        ]}
      />
      <Kiosks {...props} />
    </DeskLayout>
  );
}

function Offers({ visit, offers, services, units }: PlanViewProps) {
  const { lang, csrf } = visit;
  const unitName = (id: string) => say(lang, units.find((unit) => unit.id === id)!.name);
  const serviceName = ({ serviceId }: PlannedOffer) => {
    const service = services.find(({ id }) => id === serviceId);
    return service ? say(lang, service.name) : '';
  };
  const desk = ({ deskNumber, unitId }: PlannedOffer) =>
    `${say(lang, fill(words.desk, { desk: String(deskNumber) }))}, ${unitName(unitId)}`;
  const until = ({ validTo }: PlannedOffer) => (validTo === null ? '' : ` – ${formatDay(validTo)}`);
  return (
    <Table
      caption={say(lang, words.offers)}
      rows={offers}
      keyOf={({ id }) => id}
      empty={<p>{say(lang, words.none)}</p>}
      columns={[
        { title: say(lang, words.deskTitle), heads: true, cell: desk },
        { title: say(lang, words.serves), cell: serviceName },
        { title: say(lang, words.minutes), numeric: true, cell: ({ minutes }) => minutes },
        {
          title: say(lang, words.booked),
          cell: ({ isBookable }) => say(lang, isBookable ? words.yes : words.no),
        },
        {
          title: say(lang, words.from),
          cell: (offer) => formatDay(offer.validFrom) + until(offer),
        },
        { title: say(lang, words.source), cell: ({ source }) => source },
        {
          title: say(lang, words.deed),
          cell: (offer) => (
            <form method="post" action={`${path}/ket-thuc`}>
              <Csrf token={csrf} />
              <input type="hidden" name="offer" value={offer.id} />
              <Button look="secondary" small about={`${desk(offer)}: ${serviceName(offer)}`}>
                {say(lang, words.end)}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}

function Kiosks({ visit: { lang, csrf }, kiosks, units, services }: PlanViewProps) {
  const halls = units.filter(({ id }) => services.some(({ unitId }) => unitId === id));
  return (
    <>
      <h2>{say(lang, words.kiosks)}</h2>
      <p>{say(lang, words.kiosksLead)}</p>
      <ul>
        {kiosks.map(({ id, name }) => (
          <li key={id}>
            {name}{' '}
            <form method="post" action={`${path}/may/dong`}>
              <Csrf token={csrf} />
              <input type="hidden" name="kiosk" value={id} />
              <Button look="secondary" small about={name}>
                {say(lang, words.kioskClose)}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={`${path}/may`}>
        <Csrf token={csrf} />
        <p>
          <label for="kiosk-name">{say(lang, words.kioskName)}</label>
          <br />
          <input id="kiosk-name" name="name" maxLength={100} required autocomplete="off" />
        </p>
        {halls.map(({ id, name }) => (
          <p key={id}>
            <Button look="secondary" name="unit" value={id}>
              {say(lang, fill(words.kioskOpen, { unit: say(lang, name) }))}
            </Button>
          </p>
        ))}
      </form>
    </>
  );
}

const words = {
  title: text('Quầy và lịch hẹn', 'Desks and appointments'),
  offers: text('Quầy nào nhận việc gì', 'Which desk serves what'),
  none: text('Chưa phân công quầy nào.', 'No desk is assigned.'),
  desk: text('Quầy {desk}', 'Desk {desk}'),
  deskTitle: text('Quầy', 'Desk'),
  serves: text('Việc', 'Serves'),
  minutes: text('Phút mỗi lượt', 'Minutes each'),
  booked: text('Đặt trước', 'Bookable'),
  yes: text('Có', 'Yes'),
  no: text('Không', 'No'),
  from: text('Thời gian', 'From'),
  source: text('Căn cứ', 'Decision'),
  deed: text('Thao tác', 'Act'),
  end: text('Kết thúc từ mai', 'End tomorrow'),
  assign: text('Phân công quầy', 'Assign a desk'),
  save: text('Phân công', 'Assign'),
  rule: text('Quy định đang áp dụng', 'Rules in force'),
  ahead: text('Đặt trước nhiều nhất (ngày)', 'Days ahead, at most'),
  notice: text('Đặt trước ít nhất (phút)', 'Minutes ahead, at least'),
  grace: text('Đến muộn được giữ lượt (phút)', 'Turn kept for minutes late'),
  most: text('Số lịch hẹn một người giữ', 'Appointments of one person'),
  kiosks: text('Máy lấy số', 'Ticket machines'),
  kiosksLead: text(
    'Chỉ máy mở ở đây mới lấy được số, để không ai lấy số từ xa.',
    'Only devices that are opened here give numbers, so that nobody takes them from afar.',
  ),
  kioskName: text('Máy đặt ở đâu?', 'Where does the device stand?'),
  kioskOpen: text('Mở máy tại {unit}', 'Open a device at {unit}'),
  kioskClose: text('Đóng máy', 'Close'),
};
