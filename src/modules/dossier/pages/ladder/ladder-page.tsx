import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Body, type Filled } from '#/platform/form/index.ts';
import {
  get,
  post,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { AskAll, BackLink, Button, DeskLayout, ErrorSummary, Form, Table } from '#/ui/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import { administrators } from '../../access.ts';
import { levels, moments, type Ladder, type Rung } from '../../escalation/ladder.ts';
import { setLadder } from '../../escalation/set-ladder.ts';
import { getLadder, listLadders } from '../../escalation/store.ts';
import { refusals } from '../../refusals.ts';
import { ladderWords as words, levelWords, momentWords, rungWords } from './ladder-words.ts';

const path = '/quan-tri/thang-nhac-han';

const asked = form({
  validFrom: ask.date({ label: words.validFrom, hint: words.validFromHint, required: true }),
  rungs: ask.table(
    {
      tells: ask.select(
        levels.map((value) => ({ value, label: levelWords[value] })),
        { label: words.who, required: true },
      ),
      when: ask.select(
        moments.map((value) => ({ value, label: momentWords[value] })),
        { label: words.when, required: true },
      ),
      amount: ask.decimal({ label: words.amount, hint: words.amountHint, min: 0, max: 1000 }),
    },
    { label: words.rungs, required: true, missing: words.rungsMissing },
  ),
  source: ask.text({ label: words.source, required: true, maxLength: 300 }),
});

/** Who is told when a step nears its due time or passes it: as it holds, as it held, and a form for another. */
export function ladderRoutes(): Route[] {
  return [
    get(path, administrators, async (tx, visit) => {
      const { rungs } = await getLadder(tx, dayOf(visit.now));
      return shown(tx, visit, asked.filledWith({ rungs: rungs.map((rung) => ({ ...rung })) }));
    }),
    post(path, administrators, submit),
  ];
}

async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect> {
  const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
  const reading = asked.read(body, setting);
  if (!reading.answers) return shown(tx, visit, reading, reading.again ? undefined : 422);
  const { validFrom, rungs, source } = reading.answers;
  const set = await setLadder(tx, visit.actor!, { validFrom, rungs: rungs.map(rungOf), source });
  if (isRefusal(set)) {
    const place = set.refused === 'dossier.ladder-too-early' ? 'validFrom' : 'rungs';
    const wrong = { [place]: refusals[set.refused as keyof typeof refusals].words };
    return shown(tx, visit, { ...reading, wrong }, 422);
  }
  const notice = say(visit.lang, fill(words.saved, { day: formatDay(validFrom) }));
  return { goTo: path, notice };
}

function rungOf({
  tells,
  when,
  amount,
}: Omit<Rung, 'amount'> & { amount?: number | undefined }): Rung {
  return { tells, when, amount: when === 'due' ? 0 : (amount ?? 0) };
}

async function shown(tx: Tx, visit: Visit, filled: Filled, status?: 422): Promise<Shown> {
  const { lang } = visit;
  const present = await getLadder(tx, dayOf(visit.now));
  const ladders = await listLadders(tx, 20);
  const title = say(lang, words.title);
  const view = (
    <DeskLayout lang={lang}>
      <BackLink lang={lang} href="/quan-tri/co-quan" />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{title}</h1>
      <p>{say(lang, words.intro)}</p>
      <h2>{say(lang, words.now)}</h2>
      <Rungs lang={lang} ladder={present} />
      <h2>{say(lang, words.all)}</h2>
      <Table
        caption={say(lang, words.all)}
        captionUnseen
        narrow="stack"
        rows={ladders}
        keyOf={({ id }) => id}
        columns={[
          {
            title: say(lang, words.when),
            heads: true,
            cell: (ladder) => say(lang, standingOf(ladder, present, visit.now)),
          },
          {
            title: say(lang, words.rungs),
            cell: (ladder) => <Rungs lang={lang} ladder={ladder} />,
          },
          { title: say(lang, words.source), cell: ({ source }) => source },
        ]}
      />
      <h2>{say(lang, words.change)}</h2>
      <Form csrf={visit.csrf} lang={lang}>
        <AskAll questions={asked.list} lang={lang} {...filled} />
        <Button>{say(lang, words.save)}</Button>
      </Form>
    </DeskLayout>
  );
  return { title, view, layout: 'desk', status };
}

function Rungs({ lang, ladder }: { readonly lang: Lang; readonly ladder: Ladder }) {
  return (
    <ol>
      {ladder.rungs.map((rung) => {
        const sentence = say(lang, rungWords(rung));
        return <li key={sentence}>{sentence}</li>;
      })}
    </ol>
  );
}

function standingOf(ladder: Ladder, present: Ladder, now: Date): Text {
  const facts = { day: formatDay(ladder.validFrom) };
  if (ladder.id === present.id) {
    return text(`${words.now.vi}, ${facts.day}`, `${words.now.en}, ${facts.day}`);
  }
  return fill(ladder.validFrom > dayOf(now) ? words.coming : words.past, facts);
}
