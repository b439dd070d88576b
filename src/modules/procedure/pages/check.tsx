import { lookupsOf } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Lookups, Occasion, Question } from '#/platform/form/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { Ask, BackLink, Button, ErrorSummary } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, say, type Text } from '#/values/text.ts';
import { assessPartly } from '../assess.ts';
import type { CatalogueFacts, Channel } from '../catalogue.ts';
import { precheckPage } from '../compile-forms.ts';
import type { CompiledProcedure } from '../compiled.ts';
import type { ProcedureLinks } from '../links.ts';
import { CheckResult } from './check-result.tsx';
import { checkWords } from './check-words.ts';
import { channelNames } from './labels.ts';

const channelName = 'cach_nop';

/**
 * Eligibility, papers, fee and deadline from a few questions, before anything is filled in. The answers live in the
 * address only: nothing is stored, the page can be kept and passed on.
 */
export async function showCheck(
  tx: Tx,
  visit: Visit,
  procedure: CompiledProcedure,
  links: Pick<ProcedureLinks, 'territory'>,
): Promise<Shown> {
  const { lang, query, now } = visit;
  const on = { today: dayOf(now), demo: visit.isDemo };
  const title = say(
    lang,
    fill(checkWords.title, { service: say(lang, procedure.catalogue.shortName) }),
  );
  const state = readState(procedure, query, on);
  if (!state.isDone) {
    const lookups = await lookupsOf(tx, on.today);
    const view = <CheckForm {...{ visit, procedure, state, title, lookups }} />;
    return {
      title,
      view,
      layout: 'citizen',
      status: Object.keys(state.wrong).length > 0 ? 422 : 200,
    };
  }
  const assessment = assessPartly(procedure, {
    answers: state.answers,
    channel: state.channel,
    submittedOn: on.today,
    territory: await links.territory(tx, now),
    beneficiary: [],
    variant: 'NORMAL',
  });
  const told = [
    ...(procedure.precheck?.describe(state.answers, lang, on) ?? []).flatMap(
      (section) => section.rows,
    ),
    { label: say(lang, checkWords.channel), value: say(lang, channelNames[state.channel]) },
  ];
  const change = `${visit.path}?${new URLSearchParams({ ...query, sua: '1' }).toString()}`;
  const view = (
    <CheckResult {...{ lang, facts: procedure.catalogue, assessment, told, title, change }} />
  );
  return { title, view, layout: 'citizen' };
}

/** Where the check stands: what was typed, what is asked now, and the answers once all are right. */
interface State {
  readonly isDone: boolean;
  readonly questions: readonly Question[];
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, Text>>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly channel: Channel;
}

function readState(
  { precheck, catalogue }: CompiledProcedure,
  query: Visit['query'],
  on: Occasion,
): State {
  const channel =
    catalogue.channels.find((one) => one === query[channelName]) ?? catalogue.channels[0]!;
  const asked = (answers: State['answers']) => [
    ...(precheck?.pagesInOrder(answers, on)[0]?.questions ?? []),
    ...channelQuestion(catalogue),
  ];
  if (query['_asked'] === undefined) {
    const answers = precheck?.prefill({}, on) ?? {};
    const typed = {
      ...precheck?.filledPage(precheckPage, answers, on).typed,
      [channelName]: channel,
    };
    return { isDone: false, questions: asked(answers), typed, wrong: {}, answers, channel };
  }
  const reading = precheck?.readPage(precheckPage, query, {}, on);
  const isRight = reading === undefined || (reading.answers !== undefined && !reading.again);
  const kept = reading?.kept ?? {};
  return {
    isDone: isRight && query['sua'] === undefined,
    questions: asked(kept),
    typed: { ...reading?.typed, [channelName]: channel },
    wrong: reading?.wrong ?? {},
    answers: kept,
    channel,
  };
}

function channelQuestion({ channels }: CatalogueFacts): Question[] {
  if (channels.length < 2) return [];
  const options = channels.map((value) => ({ value, label: channelNames[value] }));
  return [{ name: channelName, kind: 'radio', label: checkWords.channel, required: true, options }];
}

interface CheckFormProps {
  readonly visit: Visit;
  readonly procedure: CompiledProcedure;
  readonly state: State;
  readonly title: string;
  readonly lookups: Lookups;
}

function CheckForm({ visit, procedure, state, title, lookups }: CheckFormProps) {
  const { lang, path } = visit;
  const { questions, typed, wrong } = state;
  const back = `/dich-vu/${procedure.catalogue.slug}`;
  return (
    <div class="column">
      <BackLink lang={lang} href={back}>
        {say(lang, procedure.catalogue.shortName)}
      </BackLink>
      <ErrorSummary lang={lang} wrong={wrong} />
      <h1>{title}</h1>
      <p class="lead">{say(lang, checkWords.lead)}</p>
      <form method="get" action={path} novalidate>
        <input type="hidden" name="_asked" value={questions.map(({ name }) => name).join(' ')} />
        {questions.map((question) => (
          <Ask key={question.name} {...{ question, lang, lookups, typed, wrong }} />
        ))}
        <Button icon="list-checks">{say(lang, checkWords.see)}</Button>
      </form>
    </div>
  );
}
