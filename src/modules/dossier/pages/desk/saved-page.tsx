import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Filled } from '#/platform/form/index.ts';
import { post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { BackLink, DeskLayout, ErrorSummary } from '#/ui/index.ts';
import { isId } from '#/values/id.ts';
import { fill, say, type Text } from '#/values/text.ts';
import { officials } from '../../access.ts';
import { chooseColumns, discardQueue, renameQueue, saveQueue } from '../../commands/saved-queue.ts';
import { listHref } from '../../desk/filter.ts';
import { occasionOf } from '../apply/frame.tsx';
import { deskWords as words } from './desk-words.ts';
import { fromOf, savedHref } from './from.ts';
import { NameForm, nameForm } from './name-form.tsx';
import { railGroups, readRail } from './rail.tsx';
import { refusalWords } from './refusal-words.ts';

type Answer = Shown | Refusal | { goTo: string; notice?: string };

/** Keeping lists and columns. */
export function savedRoutes(): Route[] {
  return [
    post('/can-bo/danh-sach', officials, save),
    post('/can-bo/danh-sach/:id/ten', officials, rename),
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
        goTo: queueId === undefined ? listHref(filter) : savedHref(queueId),
        notice: say(visit.lang, words.columnsKept),
      };
    }),
  ];
}

async function save(tx: Tx, visit: Visit, body: Body): Promise<Answer> {
  const from = fromOf(one(body, 'tu'));
  const columns = all(body, 'cot');
  const reading = read(visit, body);
  const again = (filled: Filled) =>
    page(tx, visit, {
      title: words.save,
      back: from.href,
      action: '/can-bo/danh-sach',
      fields: [['tu', from.written], ...columns.map((key) => ['cot', key] as const)],
      filled,
    });
  if (!reading.answers) return again(reading);
  const { name } = reading.answers;
  const saved = await saveQueue(tx, visit.actor!, { name, filter: from.filter, columns });
  if (isRefusal(saved)) return again(refusedName(reading, saved));
  return {
    goTo: savedHref(saved.id),
    notice: say(visit.lang, fill(words.savedNow, { name })),
  };
}

async function rename(tx: Tx, visit: Visit, body: Body): Promise<Answer> {
  const id = visit.params['id'] ?? '';
  const reading = read(visit, body);
  const again = (filled: Filled) =>
    page(tx, visit, {
      title: words.rename,
      back: savedHref(id),
      action: `/can-bo/danh-sach/${encodeURIComponent(id)}/ten`,
      filled,
    });
  if (!reading.answers) return again(reading);
  const { name } = reading.answers;
  const renamed = await renameQueue(tx, visit.actor!, { id, name });
  if (!isRefusal(renamed))
    return { goTo: savedHref(id), notice: say(visit.lang, fill(words.renamed, { name })) };
  return renamed.refused === 'dossier.no-queue' ? renamed : again(refusedName(reading, renamed));
}

function read(visit: Visit, body: Body) {
  return nameForm.read(body, { ...occasionOf(visit), lookups: noLookups });
}

function refusedName({ typed }: Filled, refusal: Refusal): Filled {
  return { typed, wrong: { name: refusalWords(refusal) ?? words.saveMissing } };
}

interface NamePage {
  readonly title: Text;
  readonly back: string;
  readonly action: string;
  readonly fields?: readonly (readonly [name: string, value: string])[] | undefined;
  readonly filled: Filled;
}

/** The question for a name by itself, with what is wrong with the one that was typed. */
async function page(tx: Tx, visit: Visit, { title, back, ...form }: NamePage): Promise<Shown> {
  const { lang } = visit;
  const rail = await readRail(tx, visit.actor!);
  return {
    title: say(lang, title),
    layout: 'desk',
    status: 422,
    view: (
      <DeskLayout lang={lang} queues={railGroups(visit, rail, { queue: undefined })}>
        <BackLink href={back} lang={lang} />
        <ErrorSummary wrong={form.filled.wrong} lang={lang} />
        <h1>{say(lang, title)}</h1>
        <NameForm visit={visit} {...form} />
      </DeskLayout>
    ),
  };
}

function one(body: Body, name: string): string {
  return all(body, name).at(-1) ?? '';
}

function all(body: Body, name: string): string[] {
  return [body[name] ?? []].flat();
}
