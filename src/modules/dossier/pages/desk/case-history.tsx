import { isRole, roles } from '#/modules/agency/index.ts';
import { Details, Steps, Timeline, type Step, type TimelineEvent } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import type { Opinion } from '../../commands/give-opinion.ts';
import type { DeskDossier } from '../../desk/open-dossier.ts';
import type { Level } from '../../escalation/ladder.ts';
import type { Act } from '../../store/index.ts';
import { doerOf } from '../../doer-words.ts';
import { actWords } from '../../verb-words.ts';
import { levelWords } from '../ladder/ladder-words.ts';
import { caseWords as words } from './case-words.ts';
import type { CaseProps } from './dossier-view.tsx';

/** Where the dossier is in its process, and everything that happened to it: acts, notes among officials, readings. */
export function CaseHistory({
  visit,
  opened,
  steps,
}: CaseProps & { readonly steps: readonly Step[] }) {
  const { lang } = visit;
  return (
    <>
      <h2>{say(lang, words.history)}</h2>
      <Timeline label={say(lang, words.history)} events={eventsOf(opened, lang)} />
      <Details summary={say(lang, words.step)} open>
        <Steps steps={steps} lang={lang} />
      </Details>
    </>
  );
}

interface Dated {
  readonly at: Date;
  readonly event: TimelineEvent;
}

function eventsOf({ history, reads }: DeskDossier, lang: Lang): TimelineEvent[] {
  const acts = history.map((act): Dated => ({ at: act.at, event: actEvent(act, lang) }));
  // Whoever opens a dossier reads about its owner and its submitter at once: that is one line.
  const seen = new Map(
    reads.map((read): [string, Dated] => [
      `${read.readerName} ${read.at.toISOString()}`,
      {
        at: read.at,
        event: {
          title: say(lang, words.read),
          when: formatInstant(read.at, lang),
          who: [read.readerName, roleWords(read.role, lang)].filter(Boolean).join(', '),
          isRead: true,
        },
      },
    ]),
  );
  // Of equal instants the later act stands first: a stable sort of what was reversed.
  return [...acts.toReversed(), ...seen.values()]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ event }) => event);
}

function actEvent(act: Act, lang: Lang): TimelineEvent {
  return {
    title: say(lang, actWords(act)),
    when: formatInstant(act.at, lang),
    who: [doerOf(act, lang), roleWords(act.role, lang)].filter(Boolean).join(', '),
    body: [act.words, ...factWords(act, lang)].filter(Boolean).join(' · ') || undefined,
  };
}

const opinionWords: Readonly<Record<Opinion, Text>> = {
  agree: text('Đồng ý', 'Agrees'),
  object: text('Không đồng ý', 'Objects'),
};

/** What the facts of an act tell to officials. */
function factWords({ facts }: Act, lang: Lang): string[] {
  const told: string[] = [];
  const fact = (name: string) => (typeof facts[name] === 'string' ? (facts[name] as string) : '');
  if (fact('note')) told.push(fact('note'));
  if (fact('opinion')) told.push(say(lang, opinionWords[fact('opinion') as Opinion]));
  if (fact('toName')) told.push(say(lang, text(`Cho: ${fact('toName')}`, `To: ${fact('toName')}`)));
  if (fact('number')) told.push(say(lang, text(`Số ${fact('number')}`, `No. ${fact('number')}`)));
  const tells = facts['tells'];
  if (Array.isArray(tells)) {
    told.push(tells.map((level: Level) => say(lang, levelWords[level])).join(', '));
  }
  if (fact('dueAt')) {
    const due = formatInstant(new Date(fact('dueAt')), lang);
    told.push(say(lang, text(`Hạn: ${due}`, `Due: ${due}`)));
  }
  return told;
}

function roleWords(role: string | null, lang: Lang): string {
  return role !== null && isRole(role) ? say(lang, roles[role]).toLowerCase() : '';
}
