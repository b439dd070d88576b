import { getUnit } from '#/modules/agency/index.ts';
import { compiledVersion } from '#/modules/procedure/index.ts';
import { noteFailure, refuseGuessing } from '#/modules/identity/index.ts';
import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { ask, form, noLookups, type Filled } from '#/platform/form/index.ts';
import { get, post, type Route, type Visit } from '#/platform/http/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say } from '#/values/text.ts';
import {
  Ask,
  BackLink,
  Button,
  Deadline,
  ErrorSummary,
  Form,
  StatusTag,
  Steps,
  SummaryList,
} from '#/ui/index.ts';
import { everybody } from '../access.ts';
import { deadlineOf } from '../deadline-of.ts';
import type { Dossier } from '../dossier.ts';
import { progressOf } from '../progress.ts';
import { stateWords } from '../state-words.ts';
import { findAnywhere } from '../store/index.ts';
import { isSecret } from '../tracking-secret.ts';
import { occasionOf } from './apply/frame.tsx';
import { ownWords as words } from './own-words.ts';

const question = form({
  code: ask.text({ label: words.code, hint: words.trackCodeHint, required: true, maxLength: 40 }),
  secret: ask.text({
    label: words.secret,
    hint: words.trackSecretHint,
    required: true,
    maxLength: 12,
  }),
});

/** Public tracking by code and second factor; it shows where a dossier stands and nothing about persons. */
export function trackRoutes(keys: Keys): Route[] {
  return [
    get('/tra-cuu', everybody, async (_tx, visit) => ({
      title: say(visit.lang, words.track),
      layout: 'citizen',
      view: (
        <Search visit={visit} filled={question.filledWith({ code: visit.query['ma'] ?? '' })} />
      ),
    })),
    post('/tra-cuu', everybody, async (tx, visit, body) => {
      const reading = question.read(body, { ...occasionOf(visit), lookups: noLookups });
      const title = say(visit.lang, words.track);
      if (!reading.answers)
        return {
          title,
          layout: 'citizen',
          status: 422,
          view: <Search visit={visit} filled={reading} />,
        };
      const { secret } = reading.answers;
      const code = reading.answers.code.trim().toUpperCase();
      const guess = { at: 'tracking', target: code, address: visit.address } as const;
      const slow = await refuseGuessing(tx, keys, guess, visit.now);
      if (slow) return slow;
      const dossier = await findAnywhere(tx, code);
      if (!dossier || !isSecret(secret, dossier.trackingSecret)) {
        await noteFailure(tx, keys, guess, visit.now);
        const filled = { typed: reading.typed, wrong: { secret: words.trackWrong } };
        return {
          title,
          layout: 'citizen',
          status: 422,
          view: <Search visit={visit} filled={filled} />,
        };
      }
      return { title: dossier.code, layout: 'citizen', view: await standing(tx, visit, dossier) };
    }),
  ];
}

function Search({ visit, filled }: { readonly visit: Visit; readonly filled: Filled }) {
  const { lang } = visit;
  return (
    <>
      <ErrorSummary wrong={filled.wrong} lang={lang} />
      <h1>{say(lang, words.track)}</h1>
      <p>{say(lang, words.trackIntro)}</p>
      <Form csrf={visit.csrf} lang={lang} action="/tra-cuu">
        {question.list.map((one) => (
          <Ask
            key={one.name}
            question={one}
            typed={filled.typed}
            wrong={filled.wrong}
            lang={lang}
          />
        ))}
        <Button>{say(lang, words.trackDo)}</Button>
      </Form>
    </>
  );
}

async function standing(tx: Tx, visit: Visit, dossier: Dossier) {
  const { lang } = visit;
  const { catalogue } = await compiledVersion(tx, dossier.versionId);
  const unit = await getUnit(tx, dossier.unitId);
  const { name, tone, next } = stateWords[dossier.state];
  const deadline = deadlineOf(dossier, visit.now);
  return (
    <>
      <BackLink href="/tra-cuu" lang={lang} />
      <h1>{dossier.code}</h1>
      <p>
        <StatusTag tone={tone}>{say(lang, name)}</StatusTag>
      </p>
      <p>{say(lang, next)}</p>
      <Deadline
        state={deadline.state}
        words={say(lang, deadline.words)}
        reason={say(lang, deadline.reason)}
      />
      <Steps steps={await progressOf(tx, dossier, lang)} lang={lang} />
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.procedure), value: say(lang, catalogue.shortName) },
          { label: say(lang, words.unit), value: say(lang, unit.name) },
          { label: say(lang, words.filedAt), value: formatInstant(dossier.submittedAt, lang) },
          {
            label: say(lang, words.acceptedAt),
            value: dossier.acceptedAt ? formatInstant(dossier.acceptedAt, lang) : '',
          },
          {
            label: say(lang, words.due),
            value: dossier.dueAt ? formatInstant(dossier.dueAt, lang) : say(lang, words.dueNone),
          },
        ]}
      />
    </>
  );
}
