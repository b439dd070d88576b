import { findProcedureInForce } from '#/modules/procedure/index.ts';
import { get, post, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse } from '#/platform/refusal.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Text } from '#/values/text.ts';
import {
  Ask,
  BackLink,
  Button,
  Card,
  Cards,
  Csrf,
  Form,
  LinkButton,
  WarningText,
} from '#/ui/index.ts';
import { beginDraft, discardDraft } from '../../commands/draft.ts';
import { appliers, fillers } from '../../access.ts';
import { isSureEnough } from '../../may.ts';
import { listLiveDrafts, type Draft } from '../../store/index.ts';
import { applyWords as words } from '../words.ts';
import { draftPaths, occasionOf } from './frame.tsx';

/** Where an application begins, or goes on: nothing is made by merely looking. */
export function startRoutes(): Route[] {
  return [
    get('/nop/:slug', appliers, async (tx, visit) => {
      const slug = visit.params['slug'] ?? '';
      const found = await findProcedureInForce(tx, slug, occasionOf(visit).today);
      if (!found) return refuse('dossier.no-procedure');
      const drafts = (await listLiveDrafts(tx, visit.actor!)).filter(
        ({ procedureId }) => procedureId === found.version.procedureId,
      );
      return startPage(visit, found.procedure.catalogue, drafts);
    }),
    post('/nop/:slug', appliers, async (tx, visit, body) => {
      const slug = visit.params['slug'] ?? '';
      const subject = typeof body['subject'] === 'string' ? body['subject'] : '';
      const begun = await beginDraft(tx, visit.actor!, {
        slug,
        subject,
        occasion: occasionOf(visit),
      });
      if (isRefusal(begun)) return begun;
      const { draft, procedure } = begun;
      const first = procedure.form.nextPage(undefined, draft.answers, occasionOf(visit));
      const paths = draftPaths(slug, draft.id);
      return {
        goTo:
          draft.page !== null
            ? paths.page(draft.page)
            : first
              ? paths.page(first.id)
              : paths.papers,
      };
    }),
    post('/nop/:slug/:draft/xoa', fillers, async (tx, visit) => {
      const done = await discardDraft(tx, visit.actor!, visit.params['draft'] ?? '');
      if (isRefusal(done)) return done;
      const goTo = visit.actor!.kind === 'official' ? '/can-bo/nhan-ho-so' : '/ho-so';
      return { goTo, notice: say(visit.lang, words.discarded) };
    }),
  ];
}

interface Named {
  readonly slug: string;
  readonly name: Text;
  readonly shortName: Text;
  readonly assurance?: 1 | 2;
}

function startPage(visit: Visit, procedure: Named, drafts: readonly Draft[]): Shown {
  const { lang } = visit;
  const title = say(lang, fill(words.start, { name: say(lang, procedure.shortName) }));
  return {
    title,
    layout: 'citizen',
    view: (
      <>
        <BackLink href={`/dich-vu/${procedure.slug}`} lang={lang} />
        <p class="caption">{say(lang, procedure.shortName)}</p>
        <h1>{say(lang, words.apply)}</h1>
        {!isSureEnough(visit.actor!, procedure) && (
          <WarningText lang={lang}>{say(lang, words.unsure)}</WarningText>
        )}
        {drafts.length > 0 ? (
          <Resume visit={visit} procedure={procedure} drafts={drafts} />
        ) : (
          <Begin visit={visit} procedure={procedure} />
        )}
      </>
    ),
  };
}

function Begin({ visit, procedure }: { readonly visit: Visit; readonly procedure: Named }) {
  const { lang } = visit;
  return (
    <>
      <h2>{say(lang, words.before)}</h2>
      <p>{say(lang, words.beforeText)}</p>
      <h2>{say(lang, words.known)}</h2>
      <p>{say(lang, words.knownText)}</p>
      <Form csrf={visit.csrf} lang={lang} action={`/nop/${procedure.slug}`}>
        <Button>{say(lang, words.begin)}</Button>
      </Form>
    </>
  );
}

interface ResumeProps {
  readonly visit: Visit;
  readonly procedure: Named;
  readonly drafts: readonly Draft[];
}

function Resume({ visit, procedure, drafts }: ResumeProps) {
  const { lang } = visit;
  return (
    <>
      <h2>{say(lang, words.resumeTitle)}</h2>
      <Cards>
        {drafts.map((draft) => (
          <DraftCard key={draft.id} visit={visit} procedure={procedure} draft={draft} />
        ))}
      </Cards>
      <h2>{say(lang, words.another)}</h2>
      <Form csrf={visit.csrf} lang={lang} action={`/nop/${procedure.slug}`}>
        <Ask
          question={{
            name: 'subject',
            kind: 'text',
            label: words.anotherLabel,
            hint: words.anotherHint,
            required: true,
            maxLength: 80,
          }}
          typed={{}}
          wrong={{}}
          lang={lang}
        />
        <Button look="secondary">{say(lang, words.begin)}</Button>
      </Form>
    </>
  );
}

function DraftCard({
  visit,
  procedure,
  draft,
}: Omit<ResumeProps, 'drafts'> & { readonly draft: Draft }) {
  const { lang } = visit;
  const paths = draftPaths(procedure.slug, draft.id);
  const title = draft.subject === '' ? say(lang, procedure.shortName) : draft.subject;
  return (
    <Card title={title}>
      <p>{say(lang, fill(words.resumeText, { at: formatInstant(draft.savedAt, lang) }))}</p>
      <div class="button-row">
        <LinkButton href={draft.page === null ? paths.review : paths.page(draft.page)}>
          {say(lang, words.resume)}
        </LinkButton>
        <form method="post" action={paths.discard}>
          <Csrf token={visit.csrf} />
          <Button look="quiet" icon="trash-2" about={title}>
            {say(lang, words.discard)}
          </Button>
        </form>
      </div>
    </Card>
  );
}
