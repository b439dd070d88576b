import type { CalendarChange, CalendarImpact, MovedDeadline } from '#/modules/agency/index.ts';
import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { text, type Text } from '#/values/text.ts';
import { listClockworks, listOpenIds } from './store/clockworks.ts';
import { movesOf, type Move } from './moves.ts';
import { countRecomputed, findRecomputation, listRecomputed } from './store/recomputations.ts';
import { turnsOf, unitsConcerned } from './turn.ts';

/** So many deadlines are shown one by one. */
const shown = 50;

/** So many dossiers are looked at before a change is applied: some seconds, however large a province is. */
const mostForeseen = 20_000;

/** Dossiers that are looked at in one query. */
const batch = 1000;

/** What a proposed change would move, of all open dossiers; or what an applied one has moved so far. */
export async function impactOf(tx: Tx, change: CalendarChange): Promise<CalendarImpact> {
  return change.appliedAt === null ? foresee(tx, change) : lookBack(tx, change);
}

async function foresee(tx: Tx, change: CalendarChange): Promise<CalendarImpact> {
  const units = await unitsConcerned(tx, change);
  const turnOf = turnsOf(tx, change, change.proposedAt);
  const moved: MovedDeadline[] = [];
  let [dossiers, steps, examined] = [0, 0, 0];
  let isWhole = true;
  for (let last: string | null = null, isMore = true; isMore;) {
    const ids: string[] = await listOpenIds(tx, units, last, batch);
    const clockworks = await listClockworks(tx, ids);
    const turn = await turnOf(clockworks);
    for (const clockwork of clockworks) {
      const moves = movesOf(clockwork, turn);
      dossiers += moves.length > 0 ? 1 : 0;
      steps += moves.filter(({ what }) => what === 'step').length;
      const { code, versionId } = clockwork.dossier;
      if (moved.length < shown) moved.push(...(await tell(tx, code, versionId, moves)));
    }
    examined += ids.length;
    last = ids.at(-1) ?? null;
    isWhole = ids.length < batch;
    isMore = !isWhole && examined < mostForeseen;
  }
  return { dossiers, steps, moved: moved.slice(0, shown), examined, isWhole };
}

async function lookBack(tx: Tx, { id }: CalendarChange): Promise<CalendarImpact> {
  const standing = await findRecomputation(tx, id);
  const moved: MovedDeadline[] = [];
  for (const { code, versionId, moves } of await listRecomputed(tx, id, shown)) {
    const told = moves.map((move) => ({
      what: move.what as Move['what'],
      step: move.step,
      before: new Date(move.before),
      after: new Date(move.after),
    }));
    moved.push(...(await tell(tx, code, versionId, told)));
  }
  return {
    ...(await countRecomputed(tx, id)),
    moved: moved.slice(0, shown),
    examined: standing?.examined ?? 0,
    isWhole: standing === undefined || standing.finishedAt !== null,
  };
}

async function tell(
  tx: Tx,
  code: string,
  versionId: string,
  moves: readonly Pick<Move, 'what' | 'step' | 'before' | 'after'>[],
): Promise<MovedDeadline[]> {
  if (moves.length === 0) return [];
  const procedure = (await compiledVersion(tx, versionId)).catalogue.shortName;
  return moves.map(({ what, step, before, after }) => ({
    code,
    procedure,
    what: whatWords(what, step),
    before,
    after,
  }));
}

const names: Readonly<Record<Exclude<Move['what'], 'step'>, Text>> = {
  accept: text('Hạn tiếp nhận', 'Acceptance'),
  due: text('Hẹn trả kết quả', 'Result'),
  reappointed: text('Ngày hẹn lại', 'New date after the apology'),
  answer: text('Hạn bổ sung hồ sơ', 'Answer to the supplement request'),
};

function whatWords(what: Move['what'], step: Text | null): Text {
  if (what !== 'step') return names[what];
  return text(`Bước: ${step?.vi ?? ''}`, `Step: ${step?.en ?? ''}`);
}
