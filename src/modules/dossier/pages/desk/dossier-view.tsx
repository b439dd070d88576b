import type { Tx } from '#/platform/db/index.ts';
import type { Filled } from '#/platform/form/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import { BackLink, DeskLayout, ErrorSummary, NotificationBanner } from '#/ui/index.ts';
import { say } from '#/values/text.ts';
import type { DeskDossier } from '../../desk/open-dossier.ts';
import { progressOf } from '../../progress.ts';
import { refusals } from '../../refusals.ts';
import { ThreeTimes } from '../three-times.tsx';
import { CaseBar } from './case-bar.tsx';
import { Exchange, Requests } from './case-exchange.tsx';
import { Facts } from './case-facts.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseHistory } from './case-history.tsx';
import { Letters } from './case-letters.tsx';
import { Money } from './case-money.tsx';
import { Papers } from './case-papers.tsx';
import { pictureOf, ProcessPicture } from './case-process.tsx';
import { caseWords as words } from './case-words.ts';
import { fromOf } from './from.ts';
import { refusalWords } from './refusal-words.ts';

/** How a dossier is shown again after something could not be done. */
export interface Again {
  /** The list from which one came. */
  readonly from: string;
  readonly refusal?: Refusal | undefined;
  /** What was typed into one of the small forms, and what is wrong with it. */
  readonly filled?: Filled | undefined;
}

/** What every part of the page gets. */
export interface CaseProps {
  readonly visit: Visit;
  readonly opened: DeskDossier;
  readonly from: string;
  readonly filled: Filled;
}

const untouched: Filled = { typed: {}, wrong: {} };

/** One dossier on one screen: statements beside papers, what is owed and said, history on the right, acts at the foot. */
export async function showDossier(
  tx: Tx,
  visit: Visit,
  opened: DeskDossier,
  again: Again,
): Promise<Shown> {
  const { lang } = visit;
  const { dossier } = opened;
  const part: CaseProps = { visit, opened, from: again.from, filled: again.filled ?? untouched };
  const steps = await progressOf(tx, dossier, lang);
  const picture = await pictureOf(tx, dossier, lang);
  return {
    title: `${dossier.code}: ${dossier.abstract}`,
    layout: 'desk',
    status: again.refusal ? statusOf(again.refusal) : again.filled ? 422 : 200,
    view: (
      <DeskLayout lang={lang} side={<CaseHistory {...part} steps={steps} />}>
        <BackLink href={fromOf(again.from).href} lang={lang}>
          {say(lang, words.back)}
        </BackLink>
        <ErrorSummary wrong={part.filled.wrong} lang={lang} />
        {again.refusal && <Refused visit={visit} refusal={again.refusal} />}
        <CaseHead {...part} />
        {opened.times && (
          <ThreeTimes lang={lang} now={visit.now} dossier={dossier} times={opened.times} />
        )}
        <div class="case-columns">
          <div>
            <Facts {...part} />
          </div>
          <div class="case-beside">
            <Papers {...part} />
            <Letters {...part} />
            <Money {...part} />
          </div>
        </div>
        <Requests {...part} />
        <Exchange {...part} />
        <ProcessPicture {...part} picture={picture} />
        <CaseBar {...part} />
      </DeskLayout>
    ),
  };
}

function Refused({ visit, refusal }: { readonly visit: Visit; readonly refusal: Refusal }) {
  const { lang } = visit;
  return (
    <NotificationBanner tone="error" lang={lang} title={say(lang, words.refused)}>
      {say(lang, refusalWords(refusal) ?? words.refused)}
    </NotificationBanner>
  );
}

function statusOf({ refused }: Refusal): 403 | 404 | 409 | 422 {
  const table: Readonly<Record<string, { readonly status: number }>> = refusals;
  const status = table[refused]?.status;
  return status === 403 || status === 404 || status === 422 ? status : 409;
}
