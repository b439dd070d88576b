import type { ComponentChildren } from 'preact';
import type { Unit } from '#/modules/agency/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import {
  Button,
  Csrf,
  Icon,
  InsetText,
  Link,
  NotificationBanner,
  WarningText,
} from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import type { Service } from '../appointment.ts';
import { refusals } from '../refusals.ts';
import { ticketNumber, type Priority, type Ticket } from '../ticket.ts';

interface KioskFrame {
  readonly visit: Visit;
  readonly unit: Unit;
  /** Where the device starts again. */
  readonly home: string;
  readonly kioskKey: string;
}

/** Seconds without a touch until the device asks, and until it goes back to the start. */
const idle = { seconds: 45, warning: 20 };

function Kiosk({
  frame: { visit, unit, home },
  title,
  children,
}: {
  readonly frame: KioskFrame;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const { lang } = visit;
  return (
    <div class="kiosk" data-island="idle-return" data-props={JSON.stringify({ home, ...idle })}>
      <p class="soft">{say(lang, unit.name)}</p>
      <h1>{title}</h1>
      <p>
        <button
          type="button"
          class="button button--secondary"
          data-island="read-aloud"
          data-read={say(lang, words.listen)}
          data-stop={say(lang, words.stop)}
          hidden
        >
          <Icon name="volume-2" />
          <span>{say(lang, words.listen)}</span>
        </button>
      </p>
      {children}
      <div class="kiosk-idle" data-idle="" hidden role="alert">
        <p>{say(lang, words.idle)}</p>
        <button type="button" class="button">
          {say(lang, words.stay)}
        </button>
      </div>
    </div>
  );
}

export interface ServicesViewProps extends KioskFrame {
  readonly services: readonly Service[];
  /** How long one waits for each. */
  readonly waits: ReadonlyMap<string, string>;
  readonly wrong?: Refusal | undefined;
}

/** First: what did you come for, or do you have an appointment? */
export function ServicesView(props: ServicesViewProps) {
  const { visit, services, waits, wrong, kioskKey } = props;
  const { lang, params } = visit;
  return (
    <Kiosk frame={props} title={say(lang, words.what)}>
      {wrong && (
        <NotificationBanner tone="error" lang={lang}>
          {say(
            lang,
            wrong.refused === 'appointment.none'
              ? words.noAppointment
              : refusals[wrong.refused as keyof typeof refusals].words,
          )}
        </NotificationBanner>
      )}
      <ul class="kiosk-choices">
        {services.map((service) => (
          <li key={service.id}>
            <Link href={`/quay/${params['unit']}?may=${kioskKey}&viec=${service.id}`}>
              <strong>{say(lang, service.name)}</strong>
              <span>{waits.get(service.id)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <h2>{say(lang, words.expected)}</h2>
      <form method="post" action={`/quay/${params['unit']}/hen`} autocomplete="off">
        <Csrf token={visit.csrf} />
        <input type="hidden" name="may" value={kioskKey} />
        <p>
          <label for="code">{say(lang, words.code)}</label>
        </p>
        <p>
          <input
            class="input kiosk-input"
            id="code"
            name="code"
            inputMode="numeric"
            autocomplete="off"
            maxLength={300}
            aria-describedby="code-hint"
          />
        </p>
        <p id="code-hint" class="hint">
          {say(lang, words.cardHint)}
        </p>
        <div
          data-island="card-camera"
          data-props={JSON.stringify({ field: 'code', none: say(lang, words.noCard) })}
          hidden
        >
          <button type="button" class="button button--secondary">
            <Icon name="camera" />
            <span>{say(lang, words.camera)}</span>
          </button>
          <output />
        </div>
        <p>
          <Button>{say(lang, words.arrive)}</Button>
        </p>
      </form>
    </Kiosk>
  );
}

export interface PrioritiesViewProps extends KioskFrame {
  readonly service: Service;
  readonly priorities: readonly Priority[];
}

/** Second: is your turn to come earlier? */
export function PrioritiesView(props: PrioritiesViewProps) {
  const { visit, service, priorities, kioskKey, home } = props;
  const { lang } = visit;
  return (
    <Kiosk frame={props} title={say(lang, words.priority)}>
      <form method="post" action={`/quay/${visit.params['unit']}`}>
        <Csrf token={visit.csrf} />
        <input type="hidden" name="may" value={kioskKey} />
        <input type="hidden" name="service" value={service.id} />
        <ul class="kiosk-choices">
          <li>
            <button type="submit" name="priority" value="">
              <strong>{say(lang, words.noPriority)}</strong>
            </button>
          </li>
          {priorities.map(({ code, name }) => (
            <li key={code}>
              <button type="submit" name="priority" value={code}>
                <strong>{say(lang, name)}</strong>
              </button>
            </li>
          ))}
        </ul>
      </form>
      <p>
        <Link href={home}>{say(lang, words.back)}</Link>
      </p>
    </Kiosk>
  );
}

export interface TicketViewProps extends KioskFrame {
  readonly ticket: Ticket;
  readonly service: Service;
  readonly ahead: number;
  readonly wait: string;
}

/** Last: the number. */
export function TicketView(props: TicketViewProps) {
  const { visit, unit, ticket, service, ahead, wait, home } = props;
  const { lang } = visit;
  return (
    <Kiosk frame={props} title={say(lang, kioskWords.yours)}>
      <p class="kiosk-number">{ticketNumber(ticket)}</p>
      <p class="lead">{say(lang, service.name)}</p>
      {ticket.state === 'WAITING' && (
        <p>
          {say(lang, fill(words.ahead, { ahead: String(ahead) }))} {wait}
        </p>
      )}
      <InsetText>{say(lang, words.look)}</InsetText>
      <p>
        <Link href={`/man-hinh/${unit.key}`}>{say(lang, words.board)}</Link>
      </p>
      <p>
        <Link href={home}>{say(lang, words.done)}</Link>
      </p>
    </Kiosk>
  );
}

/** A device that nobody has opened, or somebody at home. */
export function ClosedKiosk({ visit: { lang }, unit }: Pick<KioskFrame, 'visit' | 'unit'>) {
  return (
    <>
      <h1>{say(lang, kioskWords.title)}</h1>
      <p class="lead">{say(lang, unit.name)}</p>
      <WarningText lang={lang}>{say(lang, words.closed)}</WarningText>
      <ul>
        <li>
          <Link href="/dat-lich">{say(lang, words.book)}</Link>
        </li>
        <li>
          <Link href={`/man-hinh/${unit.key}`}>{say(lang, words.board)}</Link>
        </li>
      </ul>
    </>
  );
}

export const kioskWords = {
  title: text('Lấy số thứ tự', 'Take a number'),
  yours: text('Số của bạn', 'Your number'),
};

const words = {
  listen: text('Nghe đọc', 'Listen'),
  stop: text('Dừng đọc', 'Stop reading'),
  idle: text(
    'Bạn còn ở đây không? Máy sắp trở về trang đầu.',
    'Are you still there? This device is about to go back to the start.',
  ),
  stay: text('Tôi cần thêm thời gian', 'I need more time'),
  what: text('Bạn đến làm việc gì?', 'What did you come for?'),
  expected: text('Bạn đã đặt lịch?', 'Do you have an appointment?'),
  code: text('Mã hẹn 5 số, hoặc số căn cước', 'The code of 5 digits, or your personal number'),
  cardHint: text(
    'Có thể đưa mã QR trên thẻ căn cước vào máy quét. Máy không giữ lại thông tin trên thẻ.',
    'You may hold the QR code of your identity card to the scanner. Nothing on the card is kept.',
  ),
  camera: text('Quét thẻ bằng máy ảnh', 'Scan the card by camera'),
  noCard: text(
    'Chưa đọc được mã trên thẻ. Hãy giữ thẻ gần hơn, hoặc bấm số.',
    'The code on the card cannot be read. Hold it nearer, or type the number.',
  ),
  arrive: text('Tôi đã đến', 'I am here'),
  noAppointment: text(
    'Không thấy lịch hẹn hôm nay theo mã này. Hãy kiểm tra lại, hoặc chọn việc ở trên để lấy số.',
    'There is no appointment today by this code. Check it, or choose above to take a number.',
  ),
  priority: text('Bạn thuộc trường hợp nào?', 'Which of these are you?'),
  noPriority: text('Không thuộc trường hợp nào', 'None of these'),
  back: text('Quay lại từ đầu', 'Back to the start'),
  ahead: text('Trước bạn còn {ahead} người.', '{ahead} people are before you.'),
  look: text(
    'Hãy nhớ hoặc chụp lại số này, rồi theo dõi màn hình trong phòng chờ.',
    'Remember or photograph this number, and watch the board in the hall.',
  ),
  board: text('Xem đang gọi đến số nào', 'See which number is called'),
  done: text('Xong, cho người tiếp theo', 'Done, for the next person'),
  closed: text(
    'Số thứ tự chỉ lấy được ở máy trong phòng chờ. Máy này chưa được mở; ở nơi khác, bạn đặt lịch trước.',
    'Numbers are given only by machines in the hall. This one is not open; from elsewhere book a time.',
  ),
  book: text('Đặt lịch đến quầy', 'Book a time at a desk'),
};
