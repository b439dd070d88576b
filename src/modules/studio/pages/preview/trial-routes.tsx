import { lookupsOf } from '#/modules/agency/index.ts';
import {
  assessPartly,
  compileProcedure,
  type CompiledProcedure,
} from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Lookups, Occasion } from '#/platform/form/index.ts';
import {
  get,
  post,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { Button, ErrorSummary, Form, InsetText, LinkButton, Questions } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, say, text } from '#/values/text.ts';
import { reviewers } from '../../access.ts';
import { home, placeHref } from '../places.ts';
import { layOut, type Bench, type Workbench } from '../workbench.ts';
import { here } from './preview-page.tsx';
import { beginTrial, continueTrial, type Trial } from './trial.ts';
import { TrialEnd } from './trial-end.tsx';

const words = {
  progress: text('{service} · Trang {no}/{of}', '{service} · page {no} of {of}'),
  next: text('Tiếp tục', 'Continue'),
  again: text('Làm lại từ đầu', 'Begin again'),
  end: text('Kiểm tra lại', 'Check your answers'),
} as const;

/** The pages of a trial. Answers are carried in the form itself: nothing is stored. */
export function trialRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}/trang`;
  const open = async (tx: Tx, visit: Visit): Promise<Tried | Redirect | Refusal> => {
    const bench = await layOut(tx, visit, workbench);
    if (isRefusal(bench)) return bench;
    const lookups = await lookupsOf(tx, dayOf(visit.now));
    const compiled = compileProcedure(bench.artefacts, lookups);
    if ('faults' in compiled) return { goTo: placeHref(bench.draft.id, here) };
    const on = { today: dayOf(visit.now), demo: true };
    const territory = await workbench.links.territory(tx, visit.now);
    return { bench, procedure: compiled.procedure, lookups, on, territory };
  };
  return [
    get(path, reviewers, async (tx, visit) => {
      const tried = await open(tx, visit);
      return 'bench' in tried ? shown(visit, tried, beginTrial(tried.procedure, tried.on)) : tried;
    }),
    post(`${path}/:trang`, reviewers, async (tx, visit, body) => {
      const tried = await open(tx, visit);
      if (!('bench' in tried)) return tried;
      const page = visit.params['trang'] ?? '';
      return shown(visit, tried, continueTrial(tried.procedure, page, body, tried.on));
    }),
  ];
}

/** What a trial needs. */
interface Tried {
  readonly bench: Bench;
  readonly procedure: CompiledProcedure;
  readonly lookups: Lookups;
  readonly on: Occasion;
  readonly territory: string;
}

function shown(visit: Visit, tried: Tried, trial: Trial): Shown {
  const { lang } = visit;
  const { at, filled } = trial;
  const service = say(lang, tried.procedure.catalogue.shortName);
  if (at === undefined) {
    const title = say(lang, words.end);
    return { title, view: <End {...{ visit, tried, trial, title }} />, layout: 'bare' };
  }
  const title = say(lang, at.page.title);
  const own = placeHref(tried.bench.draft.id, `${here}/trang`);
  const facts = { service, no: String(at.no), of: String(at.of) };
  const view = (
    <div class="column">
      <p class="caption">{say(lang, fill(words.progress, facts))}</p>
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{title}</h1>
      {at.page.intro !== undefined && <p>{say(lang, at.page.intro)}</p>}
      {trial.warnings.map((warning, no) => (
        <InsetText key={no}>{say(lang, warning.words)}</InsetText>
      ))}
      <Form csrf={visit.csrf} lang={lang} action={`${own}/${at.page.id}`}>
        <input type="hidden" name="_answers" value={JSON.stringify(trial.answers)} />
        <Questions
          questions={at.page.questions}
          followed={at.page.followed}
          typed={filled.typed}
          wrong={filled.wrong}
          lang={lang}
          lookups={tried.lookups}
        />
        <Button>{say(lang, words.next)}</Button>
      </Form>
    </div>
  );
  const status = Object.keys(filled.wrong).length > 0 ? 422 : 200;
  return { title, view, layout: 'bare', status };
}

interface EndProps {
  readonly visit: Visit;
  readonly tried: Tried;
  readonly trial: Trial;
  readonly title: string;
}

function End({ visit: { lang }, tried, trial, title }: EndProps) {
  const { procedure, on, territory, bench } = tried;
  const answers = {
    ...procedure.precheck?.prune(trial.answers, on),
    ...procedure.form.prune(trial.answers, on),
  };
  const assessment = assessPartly(procedure, {
    answers,
    channel: procedure.catalogue.channels[0]!,
    submittedOn: on.today,
    territory,
    beneficiary: [],
    variant: 'NORMAL',
  });
  return (
    <div class="column">
      <h1>{title}</h1>
      <TrialEnd
        lang={lang}
        assessment={assessment}
        sections={procedure.form.describe(trial.answers, lang, on)}
      />
      <LinkButton href={placeHref(bench.draft.id, `${here}/trang`)} look="secondary">
        {say(lang, words.again)}
      </LinkButton>
    </div>
  );
}
