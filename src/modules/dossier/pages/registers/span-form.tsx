import type { Unit } from '#/modules/agency/index.ts';
import { Button } from '#/ui/index.ts';
import { formatDay, type Day } from '#/values/day.ts';
import { say, type Lang, type Text } from '#/values/text.ts';
import type { RegisterSpan } from '../../registers/register.ts';
import { registerWords as words } from './register-words.ts';

export interface SpanFormProps {
  readonly lang: Lang;
  readonly action: string;
  readonly span: RegisterSpan;
  readonly units: readonly Unit[];
  readonly isWrong: boolean;
}

/** Asks for the days, and for the unit where an official has posts in several. */
export function SpanForm({ lang, action, span, units, isWrong }: SpanFormProps) {
  return (
    <form method="get" action={action} class="desk-find">
      {units.length > 1 && (
        <div class="ask">
          <label class="label" for="don-vi">
            {say(lang, words.unit)}
          </label>
          <select class="select" id="don-vi" name="don-vi">
            {units.map((unit) => (
              <option key={unit.id} value={unit.id} selected={unit.id === span.unitId}>
                {say(lang, unit.name)}
              </option>
            ))}
          </select>
        </div>
      )}
      <DayBox lang={lang} name="tu" label={words.from} day={span.from} isWrong={isWrong} />
      <DayBox lang={lang} name="den" label={words.until} day={span.until} isWrong={false} />
      <Button look="secondary">{say(lang, words.show)}</Button>
    </form>
  );
}

interface DayBoxProps {
  readonly lang: Lang;
  readonly name: string;
  readonly label: Text;
  readonly day: Day;
  readonly isWrong: boolean;
}

function DayBox({ lang, name, label, day, isWrong }: DayBoxProps) {
  return (
    <div class="ask">
      <label class="label" for={name}>
        {say(lang, label)}
      </label>
      <input
        class="input input--10"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        id={name}
        name={name}
        value={formatDay(day)}
        aria-invalid={isWrong || undefined}
      />
    </div>
  );
}
