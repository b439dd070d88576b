import { get, post, type Route } from '#/platform/http/index.ts';
import { isRefusal, refuse } from '#/platform/refusal.ts';
import { isId } from '#/values/id.ts';
import { say } from '#/values/text.ts';
import { administrators } from '../access.ts';
import { declarations, endDeclaration, sendAgain } from '../commands.ts';
import type { OwnNode } from '../node.ts';
import { showDeclare, submitDeclare } from './declare-page.tsx';
import { showMessages } from './messages-page.tsx';
import { path, showOverview } from './overview-page.tsx';
import { words } from './words.ts';

/** The administrator's pages. */
export function pages(own: OwnNode): Route[] {
  return [
    get(path, administrators, (tx, visit) => showOverview(tx, visit, own)),
    get(`${path}/thong-diep`, administrators, showMessages),
    post(`${path}/thong-diep/:id/gui-lai`, administrators, async (tx, visit) => {
      const id = visit.params['id'] ?? '';
      if (!isId(id)) return refuse('exchange.no-such-message');
      const outcome = await sendAgain(tx, visit.actor!, id);
      if (isRefusal(outcome)) return outcome;
      return { goTo: `${path}/thong-diep`, notice: say(visit.lang, words.sentAgain) };
    }),
    ...declarations.flatMap((what) => [
      get(`${path}/${what}`, administrators, (tx, visit) => showDeclare(tx, visit, what)),
      post(`${path}/${what}`, administrators, (tx, visit, body) =>
        submitDeclare(tx, visit, body, what, own),
      ),
      post(`${path}/${what}/:id/ket-thuc`, administrators, async (tx, visit) => {
        const id = visit.params['id'] ?? '';
        if (!isId(id)) return refuse('exchange.ended');
        const outcome = await endDeclaration(tx, visit.actor!, what, id);
        if (isRefusal(outcome)) return outcome;
        return { goTo: path, notice: say(visit.lang, words.ended) };
      }),
    ]),
  ];
}
