import { post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { DeskLayout, Link, LinkButton, StatusTag, Table } from '#/ui/index.ts';
import { fill, say } from '#/values/text.ts';
import { officials } from '../../access.ts';
import { batchActs, runBatch, type BatchAct, type BatchOutcome } from '../../desk/batch.ts';
import { batchWords } from './batch-bar.tsx';
import { deskWords as words } from './desk-words.ts';
import { fromOf } from './from.ts';
import { railGroups, readRail } from './rail.tsx';
import { refusalWords } from './refusal-words.ts';

/** Acts on many dossiers at once, and what came of each. */
export function batchRoutes(): Route[] {
  return [
    post('/can-bo/hang-loat', officials, async (tx, visit, body) => {
      const act = batchActs.find((one) => one === body['act']);
      const codes = codesOf(body);
      const toAccountId = text(body['to']);
      const { href, filter } = fromOf(text(body['tu']));
      const missing =
        codes.length === 0
          ? words.batchNone
          : act === 'assign' && toAccountId === ''
            ? words.batchNobody
            : undefined;
      if (missing || !act)
        return { goTo: href, notice: say(visit.lang, missing ?? words.batchNone) };
      const outcomes = await runBatch(tx, visit.actor!, { act, codes, toAccountId });
      const rail = railGroups(visit, await readRail(tx, visit.actor!), filter);
      return page(visit, { act, outcomes, href }, rail);
    }),
  ];
}

/** The picked dossiers, or with the tick at the head all that the page showed. */
function codesOf(body: Body): string[] {
  const of = (name: string) => [body[name] ?? []].flat();
  return body['page'] === undefined ? of('pick') : of('shown');
}

function text(posted: Body[string] | undefined): string {
  return typeof posted === 'string' ? posted : '';
}

interface Result {
  readonly act: BatchAct;
  readonly outcomes: readonly BatchOutcome[];
  readonly href: string;
}

function page(
  visit: Visit,
  { act, outcomes, href }: Result,
  queues: ReturnType<typeof railGroups>,
): Shown {
  const { lang } = visit;
  const refused = outcomes.filter(({ refusal }) => refusal !== undefined).length;
  const title = `${say(lang, batchWords(act))}: ${say(lang, fill(words.batchCount, { done: String(outcomes.length - refused), refused: String(refused) }))}`;
  return {
    title,
    layout: 'desk',
    view: (
      <DeskLayout lang={lang} queues={queues}>
        <h1>{title}</h1>
        <Table
          caption={say(lang, words.batchResult)}
          captionUnseen
          rows={outcomes}
          keyOf={({ code }) => code}
          columns={[
            {
              title: say(lang, words.dossier),
              heads: true,
              cell: ({ code }) => <Link href={`/can-bo/ho-so/${code}`}>{code}</Link>,
            },
            {
              title: say(lang, words.batchResult),
              cell: ({ refusal }) => <Outcome visit={visit} isDone={refusal === undefined} />,
            },
            {
              title: say(lang, words.why),
              cell: ({ refusal }) => refusal && say(lang, refusalWords(refusal) ?? words.batchNot),
            },
          ]}
        />
        <LinkButton href={href}>{say(lang, words.batchBack)}</LinkButton>
      </DeskLayout>
    ),
  };
}

function Outcome({ visit, isDone }: { readonly visit: Visit; readonly isDone: boolean }) {
  return (
    <StatusTag tone={isDone ? 'good' : 'error'}>
      {say(visit.lang, isDone ? words.batchDone : words.batchNot)}
    </StatusTag>
  );
}
