import { Ask, Button, Timeline } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Text } from '#/values/text.ts';
import { nameOfItem } from '../../print/index.ts';
import type { Supplement } from '../../store/index.ts';
import { reasonWords } from '../../reason-words.ts';
import { caseWords as words } from './case-words.ts';
import { deedWords } from './deed-words.ts';
import type { CaseProps } from './dossier-view.tsx';
import { Hidden } from './hidden.tsx';
import { messageForm } from './inline-forms.ts';

/** What was asked of the applicant, point by point. */
export function Requests({ visit, opened }: CaseProps) {
  const { lang } = visit;
  if (opened.requests.length === 0) return null;
  return (
    <section aria-labelledby="bo-sung">
      <h2 id="bo-sung">{say(lang, words.requests)}</h2>
      {opened.requests.map((request) => (
        <div key={request.id}>
          <h3>
            {say(lang, fill(words.requestNo, { number: String(request.number) }))}{' '}
            <span class="soft">{say(lang, standing(request, lang))}</span>
          </h3>
          {request.words && <p>{request.words}</p>}
          <ul>
            {request.items.map((item) => (
              <li key={`${item.kind} ${item.name}`}>
                <strong>{nameOfItem(opened.procedure, item)}</strong> (
                {say(lang, reasonWords[item.reason])}): {item.words}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function standing(request: Supplement, lang: CaseProps['visit']['lang']): Text {
  if (request.answeredAt)
    return fill(words.requestAnswered, { at: formatInstant(request.answeredAt, lang) });
  if (request.closedAt) return words.requestClosed;
  if (!request.sentAt) {
    if (request.tellBy === null) return words.requestWaits;
    return fill(words.requestWaitsUntil, { at: formatInstant(request.tellBy, lang) });
  }
  const due = request.answerDueAt ? formatInstant(request.answerDueAt, lang) : '';
  return fill(words.requestSent, { at: formatInstant(request.sentAt, lang), due });
}

/** Words between the applicant and the officials. */
export function Exchange({ visit, opened, filled, from }: CaseProps) {
  const { lang } = visit;
  return (
    <section aria-labelledby="trao-doi">
      <h2 id="trao-doi">{say(lang, words.messages)}</h2>
      {opened.messages.length === 0 ? (
        <p class="soft">{say(lang, words.messagesNone)}</p>
      ) : (
        <Timeline
          label={say(lang, words.messages)}
          events={opened.messages.map(({ fromName, at, words: body }) => ({
            title: fromName,
            when: formatInstant(at, lang),
            body,
          }))}
        />
      )}
      {opened.acts.includes('message') && (
        <form method="post" action={`/can-bo/ho-so/${opened.dossier.code}/tin-nhan`}>
          <Hidden visit={visit} from={from} />
          <Ask
            question={messageForm.questions.message}
            typed={filled.typed}
            wrong={filled.wrong}
            lang={lang}
          />
          <Button look="secondary" small icon="send">
            {say(lang, deedWords.message.act)}
          </Button>
        </form>
      )}
    </section>
  );
}
