import { recordRead } from '#/modules/privacy/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { get, post, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { InsetText, Table } from '#/ui/index.ts';
import { fill, say } from '#/values/text.ts';
import { editors, reviewers } from '../../access.ts';
import { askReplay } from '../../commands/ask-replay.ts';
import type { ChangeKind, Judgement } from '../../replay/judgement.ts';
import { findChange } from '../../store/index.ts';
import { framed } from '../frame.tsx';
import { home, placeHref } from '../places.ts';
import { layOut, type Bench, type Workbench } from '../workbench.ts';
import { toldOf } from './judged.tsx';
import { here, replayAsked, showReplay, showReplays } from './replay-page.tsx';
import { replayWords as words } from './replay-words.ts';

type Look = (tx: Tx, visit: Visit, bench: Bench) => Promise<Shown | Refusal>;

/** Asking for a replay, and reading what came of it. */
export function replayRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}`;
  const look = (show: Look) => async (tx: Tx, visit: Visit) => {
    const bench = await layOut(tx, visit, workbench);
    return isRefusal(bench) ? bench : show(tx, visit, bench);
  };
  return [
    get(path, reviewers, look(showReplays)),
    post(path, editors, async (tx, visit) => {
      const draftId = visit.params['id'] ?? '';
      const asked = await askReplay(tx, visit.actor!, { draftId }, workbench);
      return isRefusal(asked) ? asked : { goTo: placeHref(draftId, `${here}/${asked.replayId}`) };
    }),
    get(`${path}/:lan`, reviewers, look(showReplay)),
    get(`${path}/:lan/:ma`, reviewers, look(showChange)),
  ];
}

/** One dossier that would be otherwise: both judgements side by side. Opening it is a reading of its owner's data. */
async function showChange(tx: Tx, visit: Visit, bench: Bench): Promise<Shown | Refusal> {
  const { lang } = visit;
  const replay = await replayAsked(tx, visit, bench);
  if (isRefusal(replay)) return replay;
  const change = await findChange(tx, replay.id, visit.params['ma'] ?? '');
  if (!change) return refuse('studio.no-replay');
  await recordRead(tx, {
    actor: visit.actor!,
    personIds: [...new Set(change.personIds)],
    subject: { kind: 'dossier', id: change.dossierId, label: change.code },
    purpose: words.purpose,
  });
  const title = say(lang, fill(words.one, { code: change.code }));
  const view = (
    <>
      <h1>{title}</h1>
      <Table
        caption={title}
        captionUnseen
        rows={rows(change.was, change.now, change.kinds)}
        keyOf={({ kind }) => kind}
        columns={[
          { title: say(lang, words.kinds), heads: true, cell: ({ label }) => say(lang, label) },
          { title: say(lang, words.was), cell: ({ kind }) => told(lang, change.was, kind) },
          { title: say(lang, words.now), cell: ({ kind }) => told(lang, change.now, kind) },
        ]}
      />
      <InsetText>{say(lang, words.recorded)}</InsetText>
    </>
  );
  const href = placeHref(bench.draft.id, `${here}/${replay.id}`);
  return framed(visit, bench, { title, here, view, back: { href, title: say(lang, words.list) } });
}

function rows(was: Judgement, now: Judgement, kinds: readonly ChangeKind[]) {
  const all = [
    { kind: 'fees' as const, label: words.fees },
    { kind: 'deadline' as const, label: words.deadline },
    { kind: 'papers' as const, label: words.papers },
    { kind: 'eligibility' as const, label: words.obstacles },
    { kind: 'broken' as const, label: words.fault },
  ];
  const isTold = was.fault !== undefined || now.fault !== undefined;
  return all.filter(({ kind }) => kind !== 'broken' || isTold || kinds.includes('broken'));
}

/** Fees line by line, the rest as it is told in the list. */
function told(lang: Visit['lang'], judgement: Judgement, kind: ChangeKind) {
  const whole = toldOf(lang, judgement, kind);
  if (kind !== 'fees') return whole;
  return (
    <>
      {whole}
      {judgement.fees.map((line) => (
        <div class="soft small" key={line}>
          {line}
        </div>
      ))}
    </>
  );
}
