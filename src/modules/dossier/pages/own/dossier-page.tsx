import { getUnit } from '#/modules/agency/index.ts';
import { issuedFor } from '#/modules/document/index.ts';
import { LedgerReceipt, standingOf } from '#/modules/ledger/index.ts';
import { demandsOf, PaymentPanel } from '#/modules/payment/index.ts';
import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Filled } from '#/platform/form/index.ts';
import { get, post, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say } from '#/values/text.ts';
import {
  BackLink,
  Deadline,
  ErrorSummary,
  InsetText,
  LinkButton,
  NotificationBanner,
  StatusTag,
  Steps,
  SummaryList,
} from '#/ui/index.ts';
import { signedIn } from '../../access.ts';
import { withdraw } from '../../commands/withdraw.ts';
import { writeMessage } from '../../commands/write-message.ts';
import { deadlineOf } from '../../deadline-of.ts';
import { deliveryWords } from '../../delivery-words.ts';
import { isEnded, type Dossier } from '../../dossier.ts';
import { isForApplicant } from '../../ledger-source.ts';
import { mayRead } from '../../policy.ts';
import { progressOf } from '../../progress.ts';
import { recordActingRead } from '../../record-acting-read.ts';
import { stateWords } from '../../state-words.ts';
import { findByCode, findOpenSupplement, listActs, listMessages } from '../../store/index.ts';
import { timesOf } from '../../times/times-of.ts';
import { verbWords } from '../../verb-words.ts';
import { ThreeTimes } from '../three-times.tsx';
import { ownWords as words } from '../own-words.ts';
import { occasionOf } from '../apply/frame.tsx';
import { messageForm } from './message-form.ts';
import {
  Exchange,
  FiledPapers,
  History,
  Letters,
  Statements,
  Withdrawal,
} from './dossier-parts.tsx';

/** One's own dossier: where it stands, what is next, what one can do. */
export function dossierRoutes(): Route[] {
  return [
    get('/ho-so/:code', signedIn, async (tx, visit) => {
      const dossier = await findOwn(tx, visit);
      if (isRefusal(dossier)) return dossier;
      await recordActingRead(tx, visit.actor!, dossier);
      return show(tx, visit, dossier, messageForm.blank, 200);
    }),
    post('/ho-so/:code/tin-nhan', signedIn, async (tx, visit, body) => {
      const reading = messageForm.read(body, { ...occasionOf(visit), lookups: noLookups });
      if (!reading.answers) return again(tx, visit, reading);
      const done = await writeMessage(tx, visit.actor!, {
        code: visit.params['code'] ?? '',
        words: reading.answers.words,
      });
      return isRefusal(done)
        ? done
        : { goTo: `/ho-so/${visit.params['code']}#trao-doi`, notice: say(visit.lang, words.sent) };
    }),
    post('/ho-so/:code/rut', signedIn, async (tx, visit, body) => {
      const reason = typeof body['reason'] === 'string' ? body['reason'] : '';
      const done = await withdraw(tx, visit.actor!, { code: visit.params['code'] ?? '', reason });
      return isRefusal(done)
        ? done
        : { goTo: `/ho-so/${visit.params['code']}`, notice: say(visit.lang, words.withdrawn) };
    }),
  ];
}

/** The dossier of the address, if it is the visitor's own. Another's is not told from one that does not exist. */
export async function findOwn(tx: Tx, visit: Visit): Promise<Dossier | Refusal> {
  const dossier = await findByCode(tx, visit.params['code'] ?? '');
  return dossier && visit.actor!.kind === 'citizen' && mayRead(visit.actor!, dossier)
    ? dossier
    : refuse('dossier.not-in-account');
}

/** The dossier with a message that cannot be sent as it is; what was typed is kept. */
async function again(tx: Tx, visit: Visit, message: Filled): Promise<Shown | Refusal> {
  const dossier = await findOwn(tx, visit);
  return isRefusal(dossier) ? dossier : show(tx, visit, dossier, message, 422);
}

async function show(
  tx: Tx,
  visit: Visit,
  dossier: Dossier,
  message: Filled,
  status: 200 | 422,
): Promise<Shown> {
  const title = `${dossier.code}: ${dossier.abstract}`;
  return { title, layout: 'citizen', status, view: await viewOf(tx, visit, dossier, message) };
}

async function viewOf(tx: Tx, visit: Visit, dossier: Dossier, message: Filled) {
  const { lang } = visit;
  const procedure = await compiledVersion(tx, dossier.versionId);
  const unit = await getUnit(tx, dossier.unitId);
  const acts = await listActs(tx, dossier.id);
  const supplement = await findOpenSupplement(tx, dossier.id);
  const demands = await demandsOf(tx, dossier.id);
  const letters = await issuedFor(tx, dossier.id);
  const progress = await progressOf(tx, dossier, lang);
  const times = await timesOf(tx, dossier, visit.now);
  const messages = await listMessages(tx, dossier.id);
  const inLedger = await standingOf(tx, 'act', dossier.id);
  const { name, tone, next } = stateWords[dossier.state];
  const owed = demands.find(({ state }) => state === 'open');
  // A banner with the deed itself says it better than a sentence beneath.
  const isOnApplicant =
    (dossier.state === 'PAYMENT_REQUIRED' && owed !== undefined) ||
    (dossier.state === 'SUPPLEMENT_REQUIRED' && Boolean(supplement?.sentAt));
  const deadline = deadlineOf(dossier, visit.now);
  const refusalWords = acts.findLast(({ toState }) => toState === dossier.state)?.words;
  const sections = procedure.form.describe(dossier.answers, lang, {
    today: dayOf(dossier.submittedAt),
    demo: visit.isDemo,
  });
  return (
    <>
      <BackLink href="/ho-so" lang={lang}>
        {say(lang, words.mine)}
      </BackLink>
      <ErrorSummary wrong={message.wrong} lang={lang} />
      <p class="caption">{dossier.code}</p>
      <h1>{dossier.abstract}</h1>
      <p>
        <StatusTag tone={tone}>{say(lang, name)}</StatusTag>
      </p>
      {supplement?.sentAt && supplement.answerDueAt && (
        <NotificationBanner
          tone="warning"
          lang={lang}
          title={say(lang, fill(words.supplement, { count: String(supplement.items.length) }))}
        >
          <p>
            {say(
              lang,
              fill(words.supplementBefore, { at: formatInstant(supplement.answerDueAt, lang) }),
            )}
          </p>
          <LinkButton href={`/ho-so/${dossier.code}/bo-sung`}>
            {say(lang, words.supplementDo)}
          </LinkButton>
        </NotificationBanner>
      )}
      {dossier.state === 'CONFIRMING' && (
        <NotificationBanner tone="warning" lang={lang} title={say(lang, words.draft)}>
          <LinkButton href={`/ho-so/${dossier.code}/ban-nhap`}>
            {say(lang, words.draftDo)}
          </LinkButton>
        </NotificationBanner>
      )}
      {dossier.reappointedAt && dossier.endedAt === null && (
        <NotificationBanner tone="error" lang={lang} title={say(lang, words.late)}>
          {say(lang, fill(words.lateText, { at: formatInstant(dossier.reappointedAt, lang) }))}
        </NotificationBanner>
      )}
      {owed && (
        <NotificationBanner
          tone="warning"
          lang={lang}
          title={say(lang, fill(words.owed, { amount: formatDong(owed.total) }))}
        >
          {dossier.state === 'PAYMENT_REQUIRED' && <p>{say(lang, words.owedText)}</p>}
          <LinkButton href={`#nop-${owed.id}`}>{say(lang, words.owedDo)}</LinkButton>
        </NotificationBanner>
      )}
      {!isOnApplicant && (
        <p>
          {!isEnded(dossier.state) && <strong>{say(lang, words.next)}: </strong>}
          {say(lang, next)}
        </p>
      )}
      {dossier.state === 'RESOLVED' && dossier.delivery === 'COUNTER' && (
        <LinkButton href={`/dat-lich?ho-so=${dossier.code}`} icon="calendar">
          {say(lang, words.bookDo)}
        </LinkButton>
      )}
      {refusalWords && (tone === 'error' || tone === 'warning') && (
        <InsetText>
          <strong>{say(lang, words.refusedReason)}:</strong> {refusalWords}
        </InsetText>
      )}
      {dossier.proposal === 'refuse' && dossier.resultNumber && (
        <InsetText>
          <strong>{say(lang, words.refusedReason)}:</strong> {dossier.proposalWords}
          <p>{say(lang, words.appeal)}</p>
        </InsetText>
      )}
      {dossier.endedAt === null && (
        <Deadline
          state={deadline.state}
          words={say(lang, deadline.words)}
          reason={say(lang, deadline.reason)}
        />
      )}
      {times && <ThreeTimes lang={lang} now={visit.now} dossier={dossier} times={times} />}
      <Steps steps={progress} lang={lang} />
      {demands.map((demand) => (
        <PaymentPanel key={demand.id} demand={demand} lang={lang} />
      ))}
      <h2>{say(lang, words.about)}</h2>
      <SummaryList
        lang={lang}
        rows={[
          {
            label: say(lang, words.due),
            value: dossier.dueAt ? formatInstant(dossier.dueAt, lang) : say(lang, words.dueNone),
          },
          { label: say(lang, words.unit), value: say(lang, unit.name) },
          { label: say(lang, words.result), value: say(lang, deliveryWords(dossier, unit)) },
          { label: say(lang, words.secret), value: dossier.trackingSecret },
          ...(dossier.legacyCode === null
            ? []
            : [{ label: say(lang, words.legacyCode), value: dossier.legacyCode }]),
        ]}
      />
      <Letters visit={visit} dossier={dossier} letters={letters} />
      <FiledPapers visit={visit} dossier={dossier} />
      <Exchange visit={visit} dossier={dossier} messages={messages} filled={message} />
      <History visit={visit} acts={acts} />
      <Statements lang={lang} sections={sections} />
      <LedgerReceipt
        lang={lang}
        standing={inLedger}
        acts={
          new Map(
            acts
              .filter(isForApplicant)
              .map(({ seq, verb }) => [seq, say(lang, verbWords[verb])] as const),
          )
        }
      />
      <Withdrawal visit={visit} dossier={dossier} />
    </>
  );
}
