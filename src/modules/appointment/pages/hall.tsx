import { listUnits, type Unit } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { fill, say, text, type Lang } from '#/values/text.ts';
import { forecastWait } from '../forecast.ts';
import type { Shown as Called, Standing } from '../store/hall.ts';
import { ticketNumber } from '../ticket.ts';

/** The unit that an address names by its key. */
export async function unitOfKey(tx: Tx, key: string | undefined): Promise<Unit | Refusal> {
  const unit = (await listUnits(tx)).find((one) => one.key === key);
  return unit ?? refuse('appointment.no-such-service');
}

/** How long somebody waits, with how sure that is: never a single number. */
export function waitWords(
  ahead: number,
  { desks, minutes }: Pick<Standing, 'desks' | 'minutes'>,
  lang: Lang,
): string {
  if (desks === 0) return say(lang, words.noDesk);
  const forecast = forecastWait(ahead, desks, minutes);
  if (!forecast) return say(lang, words.unknown);
  const { from, to, measured } = forecast;
  if (to === 0) return say(lang, words.soon);
  const facts = { from: String(from), to: String(to), measured: String(measured) };
  return say(lang, fill(words.wait, facts));
}

export interface CalledListProps {
  readonly called: readonly Called[];
  readonly lang: Lang;
}

/** The numbers that are called now, the latest first and largest. */
export function CalledList({ called, lang }: CalledListProps) {
  if (called.length === 0) return <p class="board-none">{say(lang, words.nobody)}</p>;
  return (
    <ol class="board">
      {called.map((one) => (
        <li
          key={one.id}
          data-call={`${one.id} ${one.calls}`}
          data-say={say(
            lang,
            fill(words.spoken, {
              number: spelled(ticketNumber(one)),
              desk: String(one.deskNumber),
            }),
          )}
        >
          <span class="board-number">{ticketNumber(one)}</span>
          <span class="board-desk">
            {say(lang, fill(words.desk, { desk: String(one.deskNumber) }))}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Letter and digits one by one: a voice would read A012 as a word. */
function spelled(number: string): string {
  return number.split('').join(' ');
}

const words = {
  noDesk: text('Hiện chưa có quầy nào gọi', 'No desk is calling now'),
  unknown: text('Chưa đủ số liệu để ước lượng', 'Too little was measured to tell'),
  soon: text('Sắp đến lượt', 'Your turn is next'),
  wait: text(
    'Khoảng {from} đến {to} phút (một nửa số người; theo {measured} lượt gần đây)',
    'About {from} to {to} minutes (for half of the people; from the last {measured})',
  ),
  nobody: text('Chưa gọi số nào', 'No number is called yet'),
  spoken: text('Mời số {number} đến quầy {desk}', 'Number {number}, please come to desk {desk}'),
  desk: text('Quầy {desk}', 'Desk {desk}'),
};
