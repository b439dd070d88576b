import { PrintStanding, type Issued } from '#/modules/document/index.ts';
import type { CompiledProcedure } from '#/modules/procedure/index.ts';
import type { Filled } from '#/platform/form/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, type Lang } from '#/values/text.ts';
import {
  Ask,
  Button,
  Details,
  Form,
  Link,
  SummaryList,
  Table,
  Timeline,
  type Column,
} from '#/ui/index.ts';
import { mayDo, type Dossier, type FiledPaper } from '../../dossier.ts';
import type { Act, Message } from '../../store/index.ts';
import { doerOf } from '../../doer-words.ts';
import { actWords, innerVerbs } from '../../verb-words.ts';
import { ownWords as words } from '../own-words.ts';
import { messageForm } from './message-form.ts';

interface Part {
  readonly visit: Visit;
  readonly dossier: Dossier;
}

/** Receipts and letters as PDF, and the result once it was delivered. */
export function Letters({
  visit,
  dossier,
  letters,
}: Part & { readonly letters: readonly Issued[] }) {
  const { lang } = visit;
  const shown = letters.filter(
    ({ kind }) => !inner.has(kind) && (kind !== 'RESULT' || dossier.state === 'DELIVERED'),
  );
  return (
    <section>
      <h2>{say(lang, words.letters)}</h2>
      {shown.length === 0 && <p class="soft">{say(lang, words.lettersNone)}</p>}
      <ul class="files">
        {shown.map((letter) => (
          <li class="file" key={letter.id}>
            <span class="file-name">
              {letter.pdf ? (
                <Link href={`/van-ban/${letter.id}`}>{letter.title} (PDF)</Link>
              ) : (
                letter.title
              )}
              {letter.number !== undefined && <span class="soft small"> {letter.number}</span>}
            </span>
            <PrintStanding visit={visit} issued={letter} back={visit.path} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Drafts and sheets that stay between officials. */
const inner: ReadonlySet<Issued['kind']> = new Set(['DRAFT', 'MAU_05', 'MAU_06']);

/** What was handed in. The receipt also holds the hash: nobody can say later that nothing was there. */
export function FiledPapers({
  visit,
  dossier,
  isReceipt,
}: Part & { readonly isReceipt?: boolean | undefined }) {
  const { lang } = visit;
  if (dossier.papers.length === 0) return null;
  return (
    <section>
      <h2>{say(lang, words.papers)}</h2>
      <Table
        caption={say(lang, words.receiptPapers)}
        captionUnseen
        columns={[
          {
            title: say(lang, words.paper),
            heads: true,
            cell: ({ code, name }) => <Link href={`/giay-to/${dossier.id}/${code}`}>{name}</Link>,
          },
          { title: say(lang, words.pages), numeric: true, cell: ({ pages }) => pages },
          ...(isReceipt === true ? [hash] : []),
        ]}
        rows={dossier.papers}
        keyOf={({ code }) => code}
      />
    </section>
  );
}

const hash: Column<FiledPaper> = {
  title: 'SHA-256',
  cell: ({ sha256 }) => <code class="hash">{sha256}</code>,
};

interface StatementsProps {
  readonly lang: Lang;
  readonly sections: ReturnType<CompiledProcedure['form']['describe']>;
}

/** What was stated in the form: long, and known to who stated it, so it is folded away. */
export function Statements({ lang, sections }: StatementsProps) {
  return (
    <Details summary={say(lang, words.answers)}>
      {sections.map((section) => (
        <section key={section.page}>
          <h3>{section.title}</h3>
          <SummaryList
            lang={lang}
            rows={section.rows.map(({ label, value }) => ({ label, value }))}
          />
        </section>
      ))}
    </Details>
  );
}

/** Words between the applicant and the officials. */
export function Exchange({
  visit,
  dossier,
  messages,
  filled,
}: Part & { readonly messages: readonly Message[]; readonly filled: Filled }) {
  const { lang } = visit;
  return (
    <section id="trao-doi">
      <h2>{say(lang, words.messages)}</h2>
      {messages.length === 0 ? (
        <p class="soft">{say(lang, words.messagesNone)}</p>
      ) : (
        <Timeline
          label={say(lang, words.messages)}
          events={messages.map(({ fromName, at, words: body }) => ({
            title: fromName,
            when: formatInstant(at, lang),
            body,
          }))}
        />
      )}
      <Form
        csrf={visit.csrf}
        lang={lang}
        action={`/ho-so/${dossier.code}/tin-nhan`}
        class="screen-only"
      >
        <Ask
          question={messageForm.questions.words}
          typed={filled.typed}
          wrong={filled.wrong}
          lang={lang}
        />
        <Button look="secondary">{say(lang, words.send)}</Button>
      </Form>
    </section>
  );
}

/** What happened, newest first, without the officials' inner business. */
export function History({ visit, acts }: { readonly visit: Visit; readonly acts: readonly Act[] }) {
  const { lang } = visit;
  const events = acts
    .filter(({ verb }) => !innerVerbs.has(verb))
    .toReversed()
    .map((act) => ({
      title: say(lang, actWords(act)),
      when: formatInstant(act.at, lang),
      who: doerOf(act, lang),
      body: act.words ?? undefined,
    }));
  return (
    <section>
      <h2>{say(lang, words.history)}</h2>
      <Timeline label={say(lang, words.history)} events={events} />
    </section>
  );
}

/** Taking the dossier back, folded away so that nobody does it by mistake. */
export function Withdrawal({ visit, dossier }: Part) {
  const { lang } = visit;
  if (!mayDo('withdraw', dossier)) return null;
  return (
    <div class="screen-only">
      <Details summary={say(lang, words.withdraw)}>
        <p>{say(lang, words.withdrawText)}</p>
        <Form csrf={visit.csrf} lang={lang} action={`/ho-so/${dossier.code}/rut`}>
          <Ask
            question={{
              name: 'reason',
              kind: 'textarea',
              label: words.withdrawReason,
              maxLength: 1000,
            }}
            typed={{}}
            wrong={{}}
            lang={lang}
          />
          <Button look="danger">{say(lang, words.withdraw)}</Button>
        </Form>
      </Details>
    </div>
  );
}
