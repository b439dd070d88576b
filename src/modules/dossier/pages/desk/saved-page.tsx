import { post, type Body, type Route } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { BackLink, DeskLayout, ErrorSummary } from '#/ui/index.ts';
import { isId } from '#/values/id.ts';
import { fill, say } from '#/values/text.ts';
import { officials } from '../../access.ts';
import { chooseColumns, discardQueue, saveQueue } from '../../commands/saved-queue.ts';
import { listHref } from '../../desk/filter.ts';
import { deskWords as words } from './desk-words.ts';
import { fromOf } from './from.ts';
import { SaveForm } from './list-tools.tsx';
import { railGroups, readRail } from './rail.tsx';
import { refusalWords } from './refusal-words.ts';

/** Keeping lists and columns. */
export function savedRoutes(): Route[] {
  return [
    post('/can-bo/danh-sach', officials, async (tx, visit, body) => {
      const from = fromOf(one(body, 'tu'));
      const name = one(body, 'name').slice(0, 60);
      const saved = await saveQueue(tx, visit.actor!, {
        name,
        filter: from.filter,
        columns: all(body, 'cot'),
      });
      if (!isRefusal(saved)) {
        return {
          goTo: listHref(from.filter, { luu: saved.id }),
          notice: say(visit.lang, fill(words.savedNow, { name })),
        };
      }
      const wrong = refusalWords(saved) ?? words.saveMissing;
      return {
        title: say(visit.lang, words.save),
        layout: 'desk',
        status: 422,
        view: (
          <DeskLayout
            lang={visit.lang}
            queues={railGroups(visit, await readRail(tx, visit.actor!), from.filter)}
          >
            <BackLink href={from.href} lang={visit.lang} />
            <ErrorSummary wrong={{ name: wrong }} lang={visit.lang} />
            <h1>{say(visit.lang, words.save)}</h1>
            <SaveForm
              visit={visit}
              from={from.written}
              columns={all(body, 'cot')}
              typed={name}
              wrong={wrong}
            />
          </DeskLayout>
        ),
      };
    }),
    post('/can-bo/danh-sach/:id/bo', officials, async (tx, visit) => {
      const id = visit.params['id'] ?? '';
      const done = await discardQueue(tx, visit.actor!, { id });
      return isRefusal(done) ? done : { goTo: '/can-bo', notice: say(visit.lang, words.discarded) };
    }),
    post('/can-bo/cot', officials, async (tx, visit, body) => {
      const saved = one(body, 'luu');
      const queueId = isId(saved) ? saved : undefined;
      const done = await chooseColumns(tx, visit.actor!, { queueId, columns: all(body, 'cot') });
      if (isRefusal(done)) return done;
      const { filter } = fromOf(one(body, 'tu'));
      return {
        goTo: listHref(filter, queueId === undefined ? {} : { luu: queueId }),
        notice: say(visit.lang, words.columnsKept),
      };
    }),
  ];
}

function one(body: Body, name: string): string {
  return all(body, name).at(-1) ?? '';
}

function all(body: Body, name: string): string[] {
  return [body[name] ?? []].flat();
}
