import { lookupsOf } from '#/modules/agency/index.ts';
import { getPerson } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Filled, Lookups } from '#/platform/form/index.ts';
import { get, post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { say } from '#/values/text.ts';
import { Button, ErrorSummary, Form, Questions } from '#/ui/index.ts';
import { fillers } from '../../access.ts';
import { openDraft, savePage, typingOf, type OpenDraft } from '../../commands/draft.ts';
import { profileOf } from '../../profile.ts';
import { applyWords as words } from '../words.ts';
import { ApplyPage, draftPaths, occasionOf, startPath } from './frame.tsx';

const path = '/nop/:slug/:draft/trang/:page';

/** The pages of questions of an application. */
export function questionRoutes(): Route[] {
  return [
    get(path, fillers, async (tx, visit) => {
      const opened = await openDraft(tx, visit.actor!, visit.params['draft'] ?? '');
      if (isRefusal(opened)) return opened;
      return show(tx, visit, opened, await filledOf(tx, opened, visit), 200);
    }),
    post(path, fillers, submit, { isResumed: true }),
  ];
}

async function submit(tx: Tx, visit: Visit, body: Body) {
  const page = visit.params['page'] ?? '';
  const saved = await savePage(tx, visit.actor!, {
    draftId: visit.params['draft'] ?? '',
    page,
    body,
    occasion: occasionOf(visit),
  });
  if (isRefusal(saved)) return saved;
  const { opened, reading } = saved;
  if (reading.again) return show(tx, visit, opened, reading, 200);
  if (!reading.answers) return show(tx, visit, opened, reading, 422);
  const paths = draftPaths(opened.procedure.catalogue.slug, opened.draft.id);
  if (visit.query['sua'] !== undefined) return { goTo: paths.review };
  const next = opened.procedure.form.nextPage(page, reading.kept, occasionOf(visit));
  return { goTo: next ? paths.page(next.id) : paths.papers };
}

/** What the page is filled with: what was typed and not right yet, else stored answers and what is known already. */
async function filledOf(tx: Tx, { draft, procedure }: OpenDraft, visit: Visit): Promise<Filled> {
  const page = visit.params['page'] ?? '';
  const person = await getPerson(tx, draft.personId ?? visit.actor!.personId);
  const stored = procedure.form.filledPage(page, draft.answers, {
    ...occasionOf(visit),
    profile: profileOf(person),
  });
  const typing = typingOf(draft, page);
  return typing ? { typed: { ...stored.typed, ...typing }, wrong: {} } : stored;
}

async function show(
  tx: Tx,
  visit: Visit,
  opened: OpenDraft,
  filled: Filled,
  status: 200 | 422,
): Promise<Shown | Refusal | { goTo: string }> {
  const { draft, procedure } = opened;
  const order = procedure.form.pagesInOrder(draft.answers, occasionOf(visit));
  const place = order.findIndex(({ id }) => id === visit.params['page']);
  const page = order[place];
  const paths = draftPaths(procedure.catalogue.slug, draft.id);
  if (!page) return { goTo: paths.review };
  const lookups = await lookupsOf(tx, occasionOf(visit).today);
  const title = say(visit.lang, page.title);
  const previous = order[place - 1];
  return {
    title,
    layout: 'citizen',
    status,
    view: (
      <ApplyPage
        visit={visit}
        opened={opened}
        back={previous ? paths.page(previous.id) : startPath(opened)}
        step={place + 1}
        steps={order.length + 2}
        title={title}
      >
        <ErrorSummary wrong={filled.wrong} lang={visit.lang} />
        {page.intro !== undefined && <p>{say(visit.lang, page.intro)}</p>}
        <Asking visit={visit} opened={opened} page={page} filled={filled} lookups={lookups} />
      </ApplyPage>
    ),
  };
}

interface AskingProps {
  readonly visit: Visit;
  readonly opened: OpenDraft;
  readonly page: ReturnType<OpenDraft['procedure']['form']['pagesInOrder']>[number];
  readonly filled: Filled;
  readonly lookups: Lookups;
}

function Asking({ visit, opened, page, filled, lookups }: AskingProps) {
  const { lang } = visit;
  return (
    <Form
      csrf={visit.csrf}
      lang={lang}
      island="autosave"
      islandProps={{
        url: `/api/v1/drafts/${opened.draft.id}/pages/${page.id}`,
        csrf: visit.csrf,
        lang,
      }}
    >
      <Questions
        questions={page.questions}
        followed={page.followed}
        typed={filled.typed}
        wrong={filled.wrong}
        lang={lang}
        lookups={lookups}
      />
      <Button>{say(lang, words.continue)}</Button>
    </Form>
  );
}
