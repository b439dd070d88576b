import { SummaryList } from '#/ui/index.ts';
import { say, type Lang } from '#/values/text.ts';
import { deadlineOf } from '../deadline-of.ts';
import type { Dossier } from '../dossier.ts';
import type { Times } from '../times/times-of.ts';
import {
  forecastWords,
  legalWords,
  timesWords as words,
  waitedWords,
} from '../times/times-words.ts';

export interface ThreeTimesProps {
  readonly lang: Lang;
  readonly now: Date;
  readonly dossier: Dossier;
  readonly times: Times;
}

/** What the law promises, what others really waited, and what is to be expected here: side by side, none for another. */
export function ThreeTimes({ lang, now, dossier, times }: ThreeTimesProps) {
  // Too few are over for either: said once.
  const isUnknown = times.waited === null && times.forecast === 'few';
  return (
    <section aria-labelledby="ba-moc">
      <h2 id="ba-moc">{say(lang, words.title)}</h2>
      <SummaryList
        lang={lang}
        rows={[
          {
            label: say(lang, words.legal),
            value: say(lang, legalWords(dossier, deadlineOf(dossier, now))),
          },
          ...(isUnknown
            ? [{ label: say(lang, words.experience), value: say(lang, words.few) }]
            : [
                { label: say(lang, words.waited), value: say(lang, waitedWords(times)) },
                { label: say(lang, words.forecast), value: say(lang, forecastWords(times)) },
              ]),
        ]}
      />
      {times.isProvisional && <p class="soft">{say(lang, words.provisional)}</p>}
      {typeof times.forecast !== 'string' && <p class="soft">{say(lang, words.disclaimer)}</p>}
    </section>
  );
}
