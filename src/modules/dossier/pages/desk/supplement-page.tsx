import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Filled } from '#/platform/form/index.ts';
import { get, post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { Ask, BackLink, Button, DeskLayout, ErrorSummary, Form, InsetText } from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import { officials } from '../../access.ts';
import { requestSupplement } from '../../commands/request-supplement.ts';
import { attempt } from '../../desk/attempt-store.ts';
import { findInScope, openDossier, type DeskDossier } from '../../desk/open-dossier.ts';
import { occasionOf } from '../apply/frame.tsx';
import { caseHref, refused, whereTo } from './after-act.ts';
import { deedWords } from './deed-words.ts';
import { supplementSlug } from './deeds.ts';
import { NextTick } from './next-tick.tsx';
import {
  askable,
  itemsOf,
  namesOf,
  supplementQuestions,
  usualSupplement,
} from './supplement-fields.ts';

type Answer = Shown | Refusal | { goTo: string; notice?: string };

/** Requesting a supplement: everything that is missing or wrong, named at once. */
export function supplementRoutes(): Route[] {
  const path = `/can-bo/ho-so/:code/${supplementSlug}`;
  return [get(path, officials, ask), post(path, officials, send)];
}

async function ask(tx: Tx, visit: Visit): Promise<Answer> {
  const from = visit.query['tu'] ?? '';
  const opened = await open(tx, visit);
  if (isRefusal(opened)) return opened;
  if (!opened.acts.includes('request-supplement'))
    return { goTo: caseHref(opened.dossier.code, from) };
  const questions = supplementQuestions(slotsOf(opened), opened.procedure);
  return show(
    visit,
    { opened, from, filled: questions.filledWith(usualSupplement(opened.checks)) },
    200,
  );
}

async function send(tx: Tx, visit: Visit, body: Body): Promise<Answer> {
  const from = typeof body['tu'] === 'string' ? body['tu'] : '';
  const opened = await open(tx, visit);
  if (isRefusal(opened)) return opened;
  const { code } = opened.dossier;
  const reading = supplementQuestions(slotsOf(opened), opened.procedure).read(body, {
    ...occasionOf(visit),
    lookups: noLookups,
  });
  if (!reading.answers)
    return show(visit, { opened, from, filled: reading }, reading.again ? 200 : 422);
  const answers: Readonly<Record<string, unknown>> = reading.answers;
  const judged = itemsOf(answers, slotsOf(opened));
  if ('wrong' in judged)
    return show(visit, { opened, from, filled: { ...reading, wrong: judged.wrong } }, 422);
  const words = typeof answers['words'] === 'string' ? answers['words'] : null;
  const done = await attempt(tx, () =>
    requestSupplement(tx, visit.actor!, { code, items: judged.items, words }),
  );
  if (isRefusal(done)) return refused(tx, visit, done, from);
  const told = done.isSent ? deedWords['request-supplement'].done : pageWords.proposed;
  return whereTo(
    tx,
    visit,
    { code, from, isNext: body['next'] !== undefined },
    say(visit.lang, fill(told, { code })),
  );
}

async function open(tx: Tx, visit: Visit): Promise<DeskDossier | Refusal> {
  const dossier = await findInScope(tx, visit.actor!, visit.params['code'] ?? '');
  return isRefusal(dossier) ? dossier : openDossier(tx, visit.actor!, dossier);
}

function slotsOf({ slots, dossier }: DeskDossier) {
  return askable(slots, dossier);
}

interface PageProps {
  readonly opened: DeskDossier;
  readonly from: string;
  readonly filled: Filled;
}

function show(visit: Visit, page: PageProps, status: 200 | 422): Shown {
  const title = say(visit.lang, deedWords['request-supplement'].act);
  return {
    title: `${title}: ${page.opened.dossier.code}`,
    layout: 'desk',
    status,
    view: <Page visit={visit} title={title} {...page} />,
  };
}

function Page({
  visit,
  opened,
  from,
  filled,
  title,
}: PageProps & { readonly visit: Visit; readonly title: string }) {
  const { lang } = visit;
  const { dossier, procedure } = opened;
  const slots = slotsOf(opened);
  const { list } = supplementQuestions(slots, procedure);
  const drawn = (name: string, inner: boolean) => {
    const found = list.find((one) => one.name === name);
    // Which of them must be answered depends on the ticks, so none is called optional.
    const question = found && { ...found, required: true };
    return (
      question && (
        <Ask
          question={question}
          typed={filled.typed}
          wrong={filled.wrong}
          lang={lang}
          inner={inner}
        />
      )
    );
  };
  return (
    <DeskLayout lang={lang}>
      <BackLink href={caseHref(dossier.code, from)} lang={lang} />
      <ErrorSummary wrong={filled.wrong} lang={lang} />
      <p class="caption">
        {dossier.code} · {dossier.abstract}
      </p>
      <h1>{title}</h1>
      <InsetText>
        {say(lang, dossier.supplements === 0 ? pageWords.once : pageWords.further)}
      </InsetText>
      <Form
        csrf={visit.csrf}
        lang={lang}
        action={`/can-bo/ho-so/${dossier.code}/${supplementSlug}`}
      >
        <input type="hidden" name="tu" value={from} />
        {slots.length > 0 && <h2>{say(lang, pageWords.papers)}</h2>}
        {slots.map(({ paper }) => {
          const names = namesOf(paper.code);
          return (
            <div class="point" key={paper.code}>
              {drawn(names.pick, true)}
              <div class="point-why">
                {drawn(names.reason, true)}
                {drawn(names.words, true)}
              </div>
            </div>
          );
        })}
        {drawn('muc', false)}
        <Ask
          question={list.find(({ name }) => name === 'words')!}
          typed={filled.typed}
          wrong={filled.wrong}
          lang={lang}
        />
        {from !== '' && <NextTick lang={lang} />}
        <Button>
          {say(
            lang,
            dossier.supplements === 0 ? deedWords['request-supplement'].act : pageWords.propose,
          )}
        </Button>
      </Form>
    </DeskLayout>
  );
}

const pageWords = {
  papers: text('Giấy tờ cần bổ sung', 'Papers to supplement'),
  once: text(
    'Chỉ được yêu cầu bổ sung một lần: hãy nêu hết các điểm. Thời hạn giải quyết tạm dừng đến khi người nộp gửi bổ sung.',
    'A supplement may be requested once: name all points. The deadline is paused until the applicant answers.',
  ),
  further: text(
    'Hồ sơ đã được yêu cầu bổ sung một lần. Yêu cầu này chỉ gửi đi khi lãnh đạo cho phép.',
    'A supplement was requested before. This request goes out only when a superior allows it.',
  ),
  propose: text('Đề nghị lãnh đạo cho phép', 'Ask the superior'),
  proposed: text(
    'Đã trình lãnh đạo đề nghị bổ sung thêm hồ sơ {code}.',
    'A further request for {code} was proposed.',
  ),
};
