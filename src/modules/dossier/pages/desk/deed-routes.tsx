import type { Tx } from '#/platform/db/index.ts';
import { noLookups } from '#/platform/form/index.ts';
import { get, post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { fill, say } from '#/values/text.ts';
import { officials } from '../../access.ts';
import { attempt } from '../../desk/attempt-store.ts';
import { findInScope, openDossier, type DeskDossier } from '../../desk/open-dossier.ts';
import { occasionOf } from '../apply/frame.tsx';
import { caseHref, refused, whereTo } from './after-act.ts';
import { askedBy } from './asked-by.ts';
import { DeedPage, type DeedPageProps } from './deed-page.tsx';
import { deedWords } from './deed-words.ts';
import { deeds, type Deed, type DeedAnswers } from './deeds.ts';

type Answer = Shown | Refusal | { goTo: string; notice?: string };

/** One address for every act of the desk; acts that need words show their form there first. */
export function deedRoutes(): Route[] {
  return deeds.flatMap((deed) => {
    const path = `/can-bo/ho-so/:code/${deed.slug}`;
    return [
      get(path, officials, (tx, visit) => ask(tx, visit, deed)),
      post(path, officials, (tx, visit, body) => send(tx, visit, deed, body)),
    ];
  });
}

/** Shows the form of an act while it is lawful; otherwise the dossier says what is. */
async function ask(tx: Tx, visit: Visit, deed: Deed): Promise<Answer> {
  const from = visit.query['tu'] ?? '';
  const opened = await open(tx, visit);
  if (isRefusal(opened)) return opened;
  const asked = opened.acts.includes(deed.verb)
    ? await askedBy(tx, visit, deed, opened)
    : undefined;
  if (!asked) return { goTo: caseHref(opened.dossier.code, from) };
  return form(
    visit,
    { deed, opened, asked, filled: asked.form.filledWith(asked.usual), from },
    200,
  );
}

async function send(tx: Tx, visit: Visit, deed: Deed, body: Body): Promise<Answer> {
  const code = visit.params['code'] ?? '';
  const from = typeof body['tu'] === 'string' ? body['tu'] : '';
  let answers: DeedAnswers = { note: body['note'] };
  if (deed.asks !== undefined || body['asked'] !== undefined) {
    const opened = await open(tx, visit);
    if (isRefusal(opened)) return opened;
    const asked = await askedBy(tx, visit, deed, opened);
    const filled = asked?.form.read(body, { ...occasionOf(visit), lookups: noLookups });
    if (asked && filled && !filled.answers)
      return form(visit, { deed, opened, asked, filled, from }, 422);
    answers = filled?.answers ?? {};
  }
  const done = await attempt(tx, () => deed.run(tx, visit.actor!, code, answers));
  if (isRefusal(done)) return refused(tx, visit, done, from);
  const isNext = deed.isEnd && body['next'] !== undefined;
  return whereTo(
    tx,
    visit,
    { code, from, isNext },
    say(visit.lang, fill(deedWords[deed.verb].done, { code })),
  );
}

async function open(tx: Tx, visit: Visit): Promise<DeskDossier | Refusal> {
  const dossier = await findInScope(tx, visit.actor!, visit.params['code'] ?? '');
  return isRefusal(dossier) ? dossier : openDossier(tx, visit.actor!, dossier);
}

function form(
  visit: Visit,
  page: Omit<DeedPageProps, 'visit' | 'title'>,
  status: 200 | 422,
): Shown {
  const title = say(visit.lang, deedWords[page.deed.verb].act);
  return {
    title: `${title}: ${page.opened.dossier.code}`,
    layout: 'desk',
    status,
    view: <DeedPage visit={visit} title={title} {...page} />,
  };
}
