import type { Tx } from '#/platform/db/index.ts';
import { get, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { Button, Link, Table } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { formatTime } from '#/values/instant.ts';
import { fill, say, text } from '#/values/text.ts';
import { everybody } from '../access.ts';
import { listCalled, listStandings } from '../store/hall.ts';
import { listServices } from '../store/plan.ts';
import { CalledList, unitOfKey, waitWords } from './hall.tsx';

/** The board in the hall: which numbers are called, and how long others wait. It names nobody. */
export function boardRoutes(): Route[] {
  return [get('/man-hinh/:unit', everybody, show)];
}

const mostCalled = 6;
const everySeconds = 5;
/** Without scripts the whole page comes anew: less often, since whoever reads it by ear begins again each time. */
const withoutScriptSeconds = 20;

async function show(tx: Tx, visit: Visit): Promise<Shown | Refusal> {
  const { lang, now } = visit;
  const unit = await unitOfKey(tx, visit.params['unit']);
  if (isRefusal(unit)) return unit;
  const on = dayOf(now);
  const [called, standings, services] = await Promise.all([
    listCalled(tx, unit.id, on, ['CALLED'], mostCalled),
    listStandings(tx, unit.id, on, now),
    listServices(tx, on, unit.id),
  ]);
  const isStill = visit.query['dung'] !== undefined;
  const nameOf = (id: string) => services.find((service) => service.id === id)!.name;
  const title = say(lang, words.title);
  return {
    title,
    layout: 'bare',
    ...(!isStill && { renewSeconds: withoutScriptSeconds }),
    view: (
      <div
        class="hall"
        data-island="hall-board"
        data-props={JSON.stringify({ seconds: everySeconds })}
      >
        <h1>{title}</h1>
        <p class="lead">{say(lang, unit.name)}</p>
        <div id="bang-so" aria-live="polite">
          <CalledList called={called} lang={lang} />
          <Table
            caption={say(lang, words.waiting)}
            rows={standings}
            keyOf={({ serviceId }) => serviceId}
            columns={[
              {
                title: say(lang, words.service),
                heads: true,
                cell: ({ serviceId }) => say(lang, nameOf(serviceId)),
              },
              { title: say(lang, words.people), numeric: true, cell: ({ waiting }) => waiting },
              {
                title: say(lang, words.wait),
                cell: (standing) => waitWords(standing.waiting, standing, lang),
              },
            ]}
          />
          <p class="soft">{say(lang, fill(words.at, { time: formatTime(now, lang) }))}</p>
        </div>
        <p data-voice="" hidden>
          <Button look="secondary" icon="volume-2">
            {say(lang, words.voice)}
          </Button>
        </p>
        <p>
          {isStill ? (
            <Link href={visit.path}>{say(lang, words.goOn)}</Link>
          ) : (
            <Link href={`${visit.path}?dung`}>{say(lang, words.stop)}</Link>
          )}
        </p>
      </div>
    ),
  };
}

const words = {
  title: text('Đang gọi số', 'Now calling'),
  waiting: text('Đang chờ', 'Waiting'),
  service: text('Việc', 'What for'),
  people: text('Số người', 'People'),
  wait: text('Nếu lấy số bây giờ', 'If you take a number now'),
  at: text('Lúc {time}', 'At {time}'),
  voice: text('Bật đọc số bằng loa', 'Speak the numbers aloud'),
  stop: text('Dừng tự cập nhật', 'Stop renewing'),
  goOn: text('Tự cập nhật lại', 'Renew again'),
};
