import { issuedFor } from '#/modules/document/index.ts';
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
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { AskAll, BackLink, Button, ErrorSummary, Form, Link } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say } from '#/values/text.ts';
import { signedIn } from '../../access.ts';
import { confirmDraft, disputeDraft } from '../../commands/confirm-draft.ts';
import { findConfirmationDue } from '../../store/index.ts';
import { occasionOf } from '../apply/frame.tsx';
import { ownWords as words } from '../own-words.ts';
import { findOwn } from './dossier-page.tsx';

const path = '/ho-so/:code/ban-nhap';

const answer = form({
  answer: ask.radio(
    [
      { value: 'right', label: words.draftRight },
      { value: 'wrong', label: words.draftWrong },
    ],
    { label: words.draftAnswer, required: true, missing: words.draftMissing },
  ),
  words: ask.textarea({ label: words.draftWords, hint: words.draftWordsHint, maxLength: 2000 }),
});

/** The draft of a result, which its applicant finds right, or says what is wrong with it. */
export function draftRoutes(): Route[] {
  return [
    get(path, signedIn, (tx, visit) => show(tx, visit, answer.blank)),
    post(path, signedIn, submit),
  ];
}

async function submit(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
  const reading = answer.read(body, { ...occasionOf(visit), lookups: noLookups });
  if (!reading.answers) return show(tx, visit, reading, 422);
  const code = visit.params['code'] ?? '';
  const isRight = reading.answers.answer === 'right';
  const said = reading.answers.words?.trim() ?? '';
  if (!isRight && said === '')
    return show(tx, visit, { ...reading, wrong: { words: words.draftWordsMissing } }, 422);
  const done = isRight
    ? await confirmDraft(tx, visit.actor!, { code })
    : await disputeDraft(tx, visit.actor!, { code, words: said });
  if (isRefusal(done)) return done;
  const notice = say(visit.lang, isRight ? words.draftConfirmed : words.draftDisputed);
  return { goTo: `/ho-so/${code}`, notice };
}

async function show(
  tx: Tx,
  visit: Visit,
  filled: Filled,
  status?: 422,
): Promise<Shown | Redirect | Refusal> {
  const { lang } = visit;
  const dossier = await findOwn(tx, visit);
  if (isRefusal(dossier)) return dossier;
  const until = await findConfirmationDue(tx, dossier.id);
  if (dossier.state !== 'CONFIRMING' || until === undefined)
    return status === undefined
      ? { goTo: `/ho-so/${dossier.code}` }
      : refuse('dossier.no-draft-to-check');
  const draft = (await issuedFor(tx, dossier.id)).find(({ kind }) => kind === 'DRAFT');
  const title = say(lang, fill(words.draftTitle, { code: dossier.code }));
  const view = (
    <>
      <BackLink href={`/ho-so/${dossier.code}`} lang={lang} />
      <ErrorSummary wrong={filled.wrong} lang={lang} />
      <p class="caption">{dossier.abstract}</p>
      <h1>{title}</h1>
      <p>{say(lang, fill(words.draftUntil, { at: formatInstant(until, lang) }))}</p>
      <p>
        {draft?.pdf ? (
          <Link href={`/van-ban/${draft.id}`}>{say(lang, words.draftOpen)}</Link>
        ) : (
          say(lang, words.draftPrinting)
        )}
      </p>
      <Form csrf={visit.csrf} lang={lang}>
        <AskAll questions={answer.list} lang={lang} {...filled} />
        <Button>{say(lang, words.draftSend)}</Button>
      </Form>
    </>
  );
  return { title, view, layout: 'citizen', status };
}
