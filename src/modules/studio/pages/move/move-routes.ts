import { get, post, type Route, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { say, type Text } from '#/values/text.ts';
import { editors, reviewers } from '../../access.ts';
import { approveMove, dropMove } from '../../commands/move-cases.ts';
import type { Move } from '../../move/move.ts';
import type { Workbench } from '../workbench.ts';
import { showMove } from './move-page.tsx';
import { moveWords as words } from './move-words.ts';
import { movesHref, showProposal, submitProposal } from './propose-page.tsx';

/** Moving running dossiers to another version of their process. */
export function moveRoutes(workbench: Pick<Workbench, 'jobs'>): Route[] {
  const path = movesHref(':slug');
  const after = (move: Move | Refusal, visit: Visit, notice: Text) =>
    isRefusal(move)
      ? move
      : { goTo: movesHref(move.slug, move.id), notice: say(visit.lang, notice) };
  const idOf = (visit: Visit) => ({ moveId: visit.params['lan'] ?? '' });
  return [
    get(path, reviewers, showProposal),
    post(path, editors, submitProposal),
    get(`${path}/:lan`, reviewers, showMove),
    post(`${path}/:lan/duyet`, reviewers, async (tx, visit) =>
      after(await approveMove(tx, visit.actor!, idOf(visit), workbench), visit, words.approved),
    ),
    post(`${path}/:lan/bo`, reviewers, async (tx, visit) =>
      after(await dropMove(tx, visit.actor!, idOf(visit)), visit, words.dropped),
    ),
  ];
}
