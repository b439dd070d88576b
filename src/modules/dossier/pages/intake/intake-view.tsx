import type { Filled, Lookups, Question } from '#/platform/form/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import {
  Ask,
  AskAll,
  BackLink,
  Button,
  Card,
  Cards,
  Csrf,
  DeskLayout,
  ErrorSummary,
  Form,
  LinkButton,
} from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Text } from '#/values/text.ts';
import type { Draft } from '../../store/index.ts';
import { draftPaths } from '../apply/frame.tsx';
import { applyWords } from '../words.ts';
import { intakeWords as words } from './intake-words.ts';
import { personForm } from './start-form.ts';

/** A paper dossier that somebody has begun to enter. */
export interface Begun {
  readonly draft: Draft;
  readonly slug: string;
  readonly name: Text;
}

interface Start {
  readonly list: readonly Question[];
  readonly filled: Filled;
  readonly begun: readonly Begun[];
}

/** Which procedure, by which way, whose; and what was begun before. */
export function startPage(visit: Visit, { list, filled, begun }: Start, status: 200 | 422): Shown {
  const { lang } = visit;
  const title = say(lang, words.title);
  return {
    title,
    layout: 'desk',
    status,
    view: (
      <DeskLayout lang={lang}>
        <ErrorSummary wrong={filled.wrong} lang={lang} />
        <h1>{title}</h1>
        <p>{say(lang, words.intro)}</p>
        <p>
          <LinkButton
            look="secondary"
            small
            icon="shield-check"
            href="/can-bo/nhan-ho-so/tai-khoan"
          >
            {say(lang, words.accountTitle)}
          </LinkButton>
        </p>
        <Form csrf={visit.csrf} lang={lang} action="/can-bo/nhan-ho-so">
          {list.map((question) => (
            <Ask
              key={question.name}
              question={question}
              typed={filled.typed}
              wrong={filled.wrong}
              lang={lang}
            />
          ))}
          <Button>{say(lang, words.begin)}</Button>
        </Form>
        {begun.length > 0 && <h2>{say(lang, words.resume)}</h2>}
        <Cards>
          {begun.map((one) => (
            <BegunCard key={one.draft.id} visit={visit} begun={one} />
          ))}
        </Cards>
      </DeskLayout>
    ),
  };
}

function BegunCard({ visit, begun }: { readonly visit: Visit; readonly begun: Begun }) {
  const { lang } = visit;
  const { draft, slug, name } = begun;
  const paths = draftPaths(slug, draft.id);
  return (
    <Card title={`${say(lang, name)} · ${draft.subject}`}>
      <p class="soft">
        {say(lang, fill(applyWords.resumeText, { at: formatInstant(draft.savedAt, lang) }))}
      </p>
      <div class="button-row">
        <LinkButton small href={draft.page === null ? paths.review : paths.page(draft.page)}>
          {say(lang, words.resumeDo)}
        </LinkButton>
        <form method="post" action={paths.discard}>
          <Csrf token={visit.csrf} />
          <Button look="quiet" small icon="trash-2" about={draft.subject}>
            {say(lang, applyWords.discard)}
          </Button>
        </form>
      </div>
    </Card>
  );
}

interface NewPerson {
  /** What was asked first goes along unseen. */
  readonly start: Filled;
  readonly filled: Filled;
  readonly lookups: Lookups;
}

/** Who the applicant is, when nobody of that number is known. */
export function personPage(
  visit: Visit,
  { start, filled, lookups }: NewPerson,
  status: 200 | 422,
): Shown {
  const { lang } = visit;
  const title = say(lang, words.newTitle);
  return {
    title,
    layout: 'desk',
    status,
    view: (
      <DeskLayout lang={lang}>
        <BackLink href="/can-bo/nhan-ho-so" lang={lang} />
        <ErrorSummary wrong={filled.wrong} lang={lang} />
        <p class="caption figures">{start.typed['personalId']}</p>
        <h1>{title}</h1>
        <p>{say(lang, words.newIntro)}</p>
        <Form csrf={visit.csrf} lang={lang} action="/can-bo/nhan-ho-so/nguoi-moi">
          {Object.entries(start.typed).map(([name, value]) => (
            <input type="hidden" name={name} value={value} key={name} />
          ))}
          <AskAll
            questions={personForm.list}
            typed={filled.typed}
            wrong={filled.wrong}
            lang={lang}
            lookups={lookups}
          />
          <Button>{say(lang, words.register)}</Button>
        </Form>
      </DeskLayout>
    ),
  };
}
