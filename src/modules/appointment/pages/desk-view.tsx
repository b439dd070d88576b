import type { Unit } from '#/modules/agency/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { Button, ButtonRow, Csrf, DeskLayout, Link, StatusTag, Table } from '#/ui/index.ts';
import { formatTime } from '#/values/instant.ts';
import { fill, say, text } from '#/values/text.ts';
import type { Service } from '../appointment.ts';
import type { Desk, listWaiting, Shown as Called } from '../store/hall.ts';
import { ticketNumber, type Priority } from '../ticket.ts';

export interface DeskViewProps {
  readonly visit: Visit;
  readonly desk: Desk;
  readonly isMine: boolean;
  readonly unit: Unit;
  readonly services: readonly Service[];
  readonly priorities: readonly Priority[];
  readonly waiting: Awaited<ReturnType<typeof listWaiting>>;
  /** Who is at the desk now. */
  readonly present: Called | undefined;
  readonly skipped: readonly Called[];
}

/** One desk: who is there, what can be done next, who waits. Everything has a key. */
export function DeskView(props: DeskViewProps) {
  const { visit, desk, isMine, unit, present } = props;
  const { lang, csrf } = visit;
  const path = `/can-bo/goi-so/${desk.id}`;
  const isWorking = isMine && desk.pausedAt === null;
  const title = say(lang, fill(words.title, { desk: String(desk.number) }));
  return (
    <DeskLayout lang={lang} side={<Side {...props} />}>
      <h1>{title}</h1>
      <p class="soft">{say(lang, unit.name)}</p>
      <p class="kiosk-number">{present ? ticketNumber(present) : '–'}</p>
      {present && (
        <p>
          {say(lang, serviceName(props, present.serviceId))}{' '}
          {present.calls > 1 && (
            <span class="soft">{say(lang, fill(words.calls, { n: String(present.calls) }))}</span>
          )}
        </p>
      )}
      <form method="post" action={`${path}/goi`}>
        <Csrf token={csrf} />
        {present && <input type="hidden" name="ticket" value={present.id} />}
        <ButtonRow>
          {isWorking ? (
            <Button hotkey="g" icon="arrow-right">
              {say(lang, present ? words.doneAndNext : words.next)}
            </Button>
          ) : (
            <Button formAction={`${path}/mo`} hotkey="m">
              {say(lang, isMine ? words.goOn : words.open)}
            </Button>
          )}
          {isWorking && present && (
            <>
              <Button look="secondary" formAction={`${path}/goi-lai`} hotkey="l">
                {say(lang, words.again)}
              </Button>
              <Button look="secondary" formAction={`${path}/bo-qua`} hotkey="b">
                {say(lang, words.skip)}
              </Button>
              <Button look="secondary" formAction={`${path}/xong`} hotkey="o">
                {say(lang, words.done)}
              </Button>
            </>
          )}
          {isWorking && (
            <Button look="secondary" formAction={`${path}/tam-nghi`} hotkey="t">
              {say(lang, words.pause)}
            </Button>
          )}
          {isMine && (
            <Button look="quiet" formAction={`${path}/dong`}>
              {say(lang, words.close)}
            </Button>
          )}
        </ButtonRow>
      </form>
      {isWorking && present && <PassOn {...props} present={present} path={path} />}
      <Waiting {...props} />
    </DeskLayout>
  );
}

/** To another service of the unit; the turn is kept. */
function PassOn({
  visit: { lang, csrf },
  services,
  present,
  path,
}: DeskViewProps & { readonly present: Called; readonly path: string }) {
  const others = services.filter(({ id }) => id !== present.serviceId);
  if (others.length === 0) return null;
  return (
    <form method="post" action={`${path}/chuyen`}>
      <Csrf token={csrf} />
      <input type="hidden" name="ticket" value={present.id} />
      <ButtonRow>
        <span>{say(lang, words.passOn)}</span>
        {others.map(({ id, name }) => (
          <Button key={id} look="secondary" small name="service" value={id}>
            {say(lang, name)}
          </Button>
        ))}
      </ButtonRow>
    </form>
  );
}

function Waiting(props: DeskViewProps) {
  const { visit, waiting, priorities } = props;
  const { lang } = visit;
  const priorityOf = (code: string | null) => priorities.find((each) => each.code === code)?.name;
  return (
    <div data-island="hall-board" data-props={JSON.stringify({ seconds: 8 })} id="dang-cho">
      <Table
        caption={say(lang, fill(words.waiting, { n: String(waiting.length) }))}
        rows={waiting}
        keyOf={({ id }) => id}
        empty={<p>{say(lang, words.nobody)}</p>}
        columns={[
          { title: say(lang, words.number), heads: true, cell: (row) => ticketNumber(row) },
          {
            title: say(lang, words.service),
            cell: (row) => say(lang, serviceName(props, row.serviceId)),
          },
          { title: say(lang, words.since), cell: (row) => formatTime(row.takenAt, lang) },
          {
            title: say(lang, words.note),
            cell: (row) => {
              const priority = priorityOf(row.priorityCode);
              if (priority) return <StatusTag tone="warning">{say(lang, priority)}</StatusTag>;
              return row.isExpected ? (
                <StatusTag tone="info">{say(lang, words.expected)}</StatusTag>
              ) : (
                ''
              );
            },
          },
        ]}
      />
    </div>
  );
}

function Side({ visit: { lang, csrf }, desk, isMine, unit, skipped }: DeskViewProps) {
  return (
    <>
      <h2>{say(lang, words.skipped)}</h2>
      {skipped.length === 0 && <p class="soft">{say(lang, words.noneSkipped)}</p>}
      <ul>
        {skipped.map((one) => (
          <li key={one.id}>
            {ticketNumber(one)}{' '}
            {isMine && (
              <form method="post" action={`/can-bo/goi-so/${desk.id}/goi-lai`}>
                <Csrf token={csrf} />
                <input type="hidden" name="ticket" value={one.id} />
                <Button look="secondary" small about={ticketNumber(one)}>
                  {say(lang, words.again)}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p>
        <Link href={`/man-hinh/${unit.key}`}>{say(lang, words.board)}</Link>
      </p>
      <p>
        <Link href={`/can-bo/goi-so/lich-hen?don-vi=${unit.key}`}>{say(lang, words.today)}</Link>
      </p>
    </>
  );
}

function serviceName({ services }: DeskViewProps, id: string) {
  return services.find((service) => service.id === id)?.name ?? words.service;
}

const words = {
  title: text('Quầy {desk}', 'Desk {desk}'),
  calls: text('(đã gọi {n} lần)', '(called {n} times)'),
  next: text('Gọi số tiếp theo', 'Call the next'),
  doneAndNext: text('Xong, gọi số tiếp theo', 'Done, call the next'),
  open: text('Mở quầy', 'Open the desk'),
  goOn: text('Làm việc tiếp', 'Go on'),
  again: text('Gọi lại', 'Call again'),
  skip: text('Bỏ qua (không đến)', 'Pass over (did not come)'),
  done: text('Xong', 'Done'),
  pause: text('Tạm nghỉ', 'Pause'),
  close: text('Đóng quầy', 'Close the desk'),
  passOn: text('Chuyển sang:', 'Pass on to:'),
  waiting: text('Đang chờ: {n}', 'Waiting: {n}'),
  nobody: text('Không có ai đang chờ.', 'Nobody is waiting.'),
  number: text('Số', 'Number'),
  service: text('Việc', 'What for'),
  since: text('Lấy số lúc', 'Since'),
  note: text('Ưu tiên', 'Priority'),
  expected: text('Có hẹn', 'Appointment'),
  skipped: text('Đã bỏ qua', 'Passed over'),
  noneSkipped: text('Chưa bỏ qua số nào', 'Nobody was passed over'),
  board: text('Màn hình phòng chờ', 'Board of the hall'),
  today: text('Lịch hẹn hôm nay', 'Appointments of today'),
};
