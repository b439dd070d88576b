import { lookupsOf } from '#/modules/agency/index.ts';
import { listPapers, PaperCard } from '#/modules/document/index.ts';
import { compiledVersion, type CompiledProcedure } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Filled, Lookups } from '#/platform/form/index.ts';
import { get, post, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say } from '#/values/text.ts';
import { Ask, BackLink, Button, ErrorSummary, Form, InsetText, StatusTag } from '#/ui/index.ts';
import { signedIn } from '../../access.ts';
import { answerSupplement } from '../../commands/answer-supplement.ts';
import type { Dossier, FiledPaper } from '../../dossier.ts';
import { nameOfItem } from '../../print/index.ts';
import { supplementForm, type SupplementForm } from '../../supplement-form.ts';
import { findOpenSupplement, lockByCode, type Supplement } from '../../store/index.ts';
import { ownWords as words } from '../own-words.ts';
import { occasionOf } from '../apply/frame.tsx';
import { findOwn } from './dossier-page.tsx';

const path = '/ho-so/:code/bo-sung';

/** Answering a supplement request: every point with what is to be mended, sent once. */
export function supplementRoutes(): Route[] {
  return [
    get(path, signedIn, async (tx, visit) => {
      const opened = await open(tx, visit);
      if (isRefusal(opened)) return opened;
      return show(tx, visit, opened, opened.fields.filed(opened.dossier), 200);
    }),
    post(path, signedIn, async (tx, visit, body) => {
      // Locked before the papers are read: an upload that lands meanwhile would be sealed, but not listed.
      await lockByCode(tx, visit.params['code'] ?? '');
      const opened = await open(tx, visit);
      if (isRefusal(opened)) return opened;
      const occasion = occasionOf(visit);
      const lookups = await lookupsOf(tx, occasion.today);
      const reading = opened.fields.read(body, opened.dossier, { ...occasion, lookups });
      if (!reading.answers) return show(tx, visit, opened, reading, reading.again ? 200 : 422);
      const answered = await answerSupplement(tx, visit.actor!, {
        code: opened.dossier.code,
        answers: reading.answers,
        papers: await papersNow(tx, opened),
      });
      if (isRefusal(answered)) return answered;
      return {
        goTo: `/ho-so/${opened.dossier.code}`,
        notice: say(visit.lang, words.supplementSent),
      };
    }),
  ];
}

interface Opened {
  readonly dossier: Dossier;
  readonly procedure: CompiledProcedure;
  readonly request: Supplement;
  readonly fields: SupplementForm;
}

async function open(tx: Tx, visit: Visit): Promise<Opened | Refusal> {
  const dossier = await findOwn(tx, visit);
  if (isRefusal(dossier)) return dossier;
  const request = await findOpenSupplement(tx, dossier.id);
  if (!request?.sentAt) return refuse('dossier.no-supplement');
  const procedure = await compiledVersion(tx, dossier.versionId);
  return { dossier, procedure, request, fields: supplementForm(procedure, request) };
}

/** The papers as they are now: what was filed, with what the request names as it was replaced since. */
async function papersNow(tx: Tx, { dossier, procedure, request }: Opened): Promise<FiledPaper[]> {
  const asked = new Set(
    request.items.filter(({ kind }) => kind === 'paper').map(({ name }) => name),
  );
  const replaced = (await listPapers(tx, dossier.id)).flatMap(({ code, bound: pdf }) =>
    pdf && asked.has(code)
      ? [
          {
            code,
            name: nameOfItem(procedure, { kind: 'paper', name: code }),
            pages: pdf.pages,
            sha256: pdf.sha256,
          },
        ]
      : [],
  );
  const kept = dossier.papers.filter(({ code }) => replaced.every((paper) => paper.code !== code));
  return [...kept, ...replaced];
}

async function show(
  tx: Tx,
  visit: Visit,
  { dossier, procedure, request, fields }: Opened,
  filled: Filled,
  status: 200 | 422,
): Promise<Shown> {
  const { lang } = visit;
  const lookups = await lookupsOf(tx, occasionOf(visit).today);
  const title = say(lang, fill(words.supplementTitle, { code: dossier.code }));
  const uploaded = new Map((await listPapers(tx, dossier.id)).map((paper) => [paper.code, paper]));
  const papers = request.items.filter(({ kind }) => kind === 'paper');
  return {
    title,
    layout: 'citizen',
    status,
    view: (
      <>
        <BackLink href={`/ho-so/${dossier.code}`} lang={lang} />
        <ErrorSummary wrong={filled.wrong} lang={lang} />
        <p class="caption">{dossier.abstract}</p>
        <h1>{say(lang, words.supplementHead)}</h1>
        <p>{say(lang, words.supplementIntro)}</p>
        {request.answerDueAt && (
          <p>
            {say(
              lang,
              fill(words.supplementBefore, { at: formatInstant(request.answerDueAt, lang) }),
            )}
          </p>
        )}
        {request.words && <InsetText>{request.words}</InsetText>}
        {papers.map((item) => (
          <section key={item.name}>
            <h2>{nameOfItem(procedure, item)}</h2>
            <InsetText>{item.words}</InsetText>
            <ReplacedTag
              visit={visit}
              dossier={dossier}
              code={item.name}
              sha256={uploaded.get(item.name)?.bound?.sha256}
            />
            <PaperCard
              visit={visit}
              owner={dossier.id}
              code={item.name}
              name={words.supplementPaper}
              isNeeded
              paper={uploaded.get(item.name)}
              back={visit.path}
              isOpen
            />
          </section>
        ))}
        <Form csrf={visit.csrf} lang={lang}>
          <Fields
            visit={visit}
            fields={fields}
            filled={filled}
            lookups={lookups}
            request={request}
          />
          <Button>{say(lang, words.supplementSend)}</Button>
        </Form>
      </>
    ),
  };
}

interface FieldsProps extends Pick<Opened, 'fields' | 'request'> {
  readonly visit: Visit;
  readonly filled: Filled;
  readonly lookups: Lookups;
}

function Fields({ visit, fields, filled, lookups, request }: FieldsProps) {
  return fields.questions.map((question) => (
    <div key={question.name}>
      <Point request={request} name={question.name} />
      <Ask
        question={question}
        typed={filled.typed}
        wrong={filled.wrong}
        lang={visit.lang}
        lookups={lookups}
      />
    </div>
  ));
}

/** What the official wrote about a field. */
function Point({ request, name }: { readonly request: Supplement; readonly name: string }) {
  const point = request.items.find((item) => item.kind === 'field' && item.name === name);
  return point ? <InsetText>{point.words}</InsetText> : null;
}

interface ReplacedProps {
  readonly visit: Visit;
  readonly dossier: Dossier;
  readonly code: string;
  readonly sha256: string | undefined;
}

function ReplacedTag({ visit, dossier, code, sha256 }: ReplacedProps) {
  const before = dossier.papers.find((paper) => paper.code === code)?.sha256;
  const isReplaced = sha256 !== undefined && sha256 !== before;
  return (
    <p>
      <StatusTag tone={isReplaced ? 'good' : 'warning'}>
        {say(visit.lang, isReplaced ? words.replaced : words.notReplaced)}
      </StatusTag>
    </p>
  );
}
