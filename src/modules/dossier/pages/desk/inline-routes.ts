import { demandsOf, recordPayment, waive } from '#/modules/payment/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Filled, type Setting } from '#/platform/form/index.ts';
import { post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { say, type Text } from '#/values/text.ts';
import { officials } from '../../access.ts';
import { checkPaper } from '../../commands/check-paper.ts';
import { writeMessage } from '../../commands/write-message.ts';
import { attempt } from '../../desk/attempt-store.ts';
import { findInScope, openDossier } from '../../desk/open-dossier.ts';
import type { Dossier } from '../../dossier.ts';
import { occasionOf } from '../apply/frame.tsx';
import { caseHref, refused } from './after-act.ts';
import { caseWords as words } from './case-words.ts';
import { deedWords } from './deed-words.ts';
import { showDossier } from './dossier-view.tsx';
import { checkForm, groundForm, messageForm, referenceForm } from './inline-forms.ts';

/** The small forms on the page of a dossier: checks of papers, messages, money. What cannot be sent comes back as typed. */
export function inlineRoutes(): Route[] {
  const path = (slug: string) => `/can-bo/ho-so/:code/${slug}`;
  return [
    post(path('kiem-giay'), officials, (tx, visit, body) => {
      const paper = one(body, 'paper').slice(0, 120);
      const verdict = one(body, 'verdict') === 'good' ? 'good' : 'wrong';
      const form = checkForm(paper);
      const { answers, ...filled } = form.read(body, settingOf(visit));
      if (verdict === 'wrong' && !answers) return again(tx, visit, body, filled);
      const found = verdict === 'wrong' ? (answers?.[form.name] ?? null) : null;
      return act(tx, visit, body, {
        done: deedWords['check-paper'].done,
        place: `giay-to-${paper}`,
        run: ({ code }) => checkPaper(tx, visit.actor!, { code, paper, verdict, words: found }),
      });
    }),
    post(path('tin-nhan'), officials, (tx, visit, body) => {
      const { answers, ...filled } = messageForm.read(body, settingOf(visit));
      if (!answers) return again(tx, visit, body, filled);
      return act(tx, visit, body, {
        done: deedWords.message.done,
        place: 'trao-doi',
        run: ({ code }) => writeMessage(tx, visit.actor!, { code, words: answers.message }),
      });
    }),
    post(path('thu-phi'), officials, (tx, visit, body) => {
      const demandId = one(body, 'demand');
      const isCash = one(body, 'method') === 'cash';
      const form = referenceForm(demandId);
      const { answers, ...filled } = form.read(body, settingOf(visit));
      if (!isCash && !answers) return again(tx, visit, body, filled);
      const bankReference = answers?.[form.name] ?? '';
      return act(tx, visit, body, {
        done: words.paid,
        place: 'phi',
        run: async (dossier) => {
          const demand = (await demandsOf(tx, dossier.id)).find(({ id }) => id === demandId);
          if (!demand) return refuse('payment.no-demand');
          const money = { demandId, amount: demand.total };
          return recordPayment(
            tx,
            visit.actor!,
            isCash ? { ...money, method: 'cash' } : { ...money, method: 'transfer', bankReference },
          );
        },
      });
    }),
    post(path('mien-phi'), officials, (tx, visit, body) => {
      const demandId = one(body, 'demand');
      const form = groundForm(demandId);
      const { answers, ...filled } = form.read(body, settingOf(visit));
      if (!answers) return again(tx, visit, body, filled);
      const ground = answers[form.name]!;
      return act(tx, visit, body, {
        done: words.waived,
        place: 'phi',
        run: async (dossier) => {
          const demands = await demandsOf(tx, dossier.id);
          return demands.some(({ id }) => id === demandId)
            ? waive(tx, visit.actor!, { demandId, ground })
            : refuse('payment.no-demand');
        },
      });
    }),
  ];
}

interface InlineAct {
  readonly done: Text;
  /** Where on the page one is afterwards. */
  readonly place: string;
  readonly run: (dossier: Dossier) => Promise<object | Refusal>;
}

async function act(
  tx: Tx,
  visit: Visit,
  body: Body,
  { done, place, run }: InlineAct,
): Promise<Shown | Refusal | { goTo: string; notice: string }> {
  const dossier = await findInScope(tx, visit.actor!, visit.params['code'] ?? '');
  if (isRefusal(dossier)) return dossier;
  const outcome = await attempt(tx, () => run(dossier));
  if (isRefusal(outcome)) return refused(tx, visit, outcome, one(body, 'tu'));
  return {
    goTo: `${caseHref(dossier.code, one(body, 'tu'))}#${place}`,
    notice: say(visit.lang, done),
  };
}

/** The dossier again, with what was typed and what is wrong with it. */
async function again(tx: Tx, visit: Visit, body: Body, filled: Filled): Promise<Shown | Refusal> {
  const dossier = await findInScope(tx, visit.actor!, visit.params['code'] ?? '');
  if (isRefusal(dossier)) return dossier;
  const opened = await openDossier(tx, visit.actor!, dossier);
  return showDossier(tx, visit, opened, { from: one(body, 'tu'), filled });
}

function settingOf(visit: Visit): Setting {
  return { ...occasionOf(visit), lookups: noLookups };
}

function one(body: Body, name: string): string {
  return [body[name] ?? ''].flat().at(-1) ?? '';
}
