import { isoInstant } from '#/values/instant.ts';
import type { DeskRow } from '../desk/row.ts';
import { principalIn } from '../doer-words.ts';
import type { Dossier } from '../dossier.ts';
import { nationalState } from '../national-state.ts';
import type { OpenStep } from '../steps.ts';
import type { Act } from '../store/index.ts';
import type { Times } from '../times/times-of.ts';
import type { DossierJson, Listed } from './schemas.ts';

/** Where a dossier stands. */
export function standingJson({ code, state, dueAt }: Pick<Dossier, 'code' | 'state' | 'dueAt'>) {
  return { code, state, nationalState: nationalState(state).code, dueAt: instantJson(dueAt) };
}

/** One line of a list. */
export function listedJson(row: DeskRow): Listed {
  const { step } = row;
  return {
    ...standingJson(row),
    abstract: row.abstract,
    ownerName: row.ownerName,
    channel: row.channel,
    submittedAt: isoInstant(row.submittedAt),
    acceptDueAt: isoInstant(row.acceptDueAt),
    pausedAt: instantJson(row.pausedAt),
    endedAt: instantJson(row.endedAt),
    news: [...row.news],
    step: step && {
      id: step.taskId,
      role: step.role,
      unitId: step.unitId,
      holder:
        step.holderId === null ? null : { accountId: step.holderId, name: step.holderName ?? '' },
      dueAt: instantJson(step.dueAt),
    },
  };
}

/** What is told beside the dossier itself. */
export interface Beside {
  readonly acts: readonly string[];
  readonly times: Times | undefined;
  readonly steps: readonly OpenStep[];
}

function timesJson({ waited, forecast, isProvisional }: Times): NonNullable<DossierJson['times']> {
  const span = ([from, to]: readonly [Date, Date]) => ({
    from: isoInstant(from),
    to: isoInstant(to),
  });
  if (typeof forecast === 'string')
    return { waited, forecast: null, reason: forecast, isProvisional };
  const { half, most, median, counted, basis, isPaused } = forecast;
  return {
    waited,
    forecast: {
      half: span(half),
      most: span(most),
      median: isoInstant(median),
      counted,
      basis,
      isPaused,
    },
    reason: null,
    isProvisional,
  };
}

/** A dossier with its statements and the given part of its history. */
export function dossierJson(
  dossier: Dossier,
  history: readonly Act[],
  { acts, times, steps }: Beside,
): DossierJson {
  return {
    ...standingJson(dossier),
    legacyCode: dossier.legacyCode,
    abstract: dossier.abstract,
    ownerName: dossier.ownerName,
    channel: dossier.channel,
    variant: dossier.variant,
    submittedAt: isoInstant(dossier.submittedAt),
    acceptDueAt: isoInstant(dossier.acceptDueAt),
    acceptedAt: instantJson(dossier.acceptedAt),
    firstDueAt: instantJson(dossier.firstDueAt),
    pausedAt: instantJson(dossier.pausedAt),
    overdueAt: instantJson(dossier.overdueAt),
    reappointedAt: instantJson(dossier.reappointedAt),
    endedAt: instantJson(dossier.endedAt),
    deliveredAt: instantJson(dossier.deliveredAt),
    delivery: dossier.delivery,
    resultNumber: dossier.resultNumber,
    answers: { ...dossier.answers },
    papers: dossier.papers.map((paper) => ({ ...paper })),
    history: history.map(({ verb, at, actorName, toState, words, facts }) => ({
      verb,
      at: isoInstant(at),
      actorName,
      actorFor: principalIn(facts),
      toState,
      words,
    })),
    times: times ? timesJson(times) : null,
    clocks: steps.map(({ name, openedAt, dueAt, atDue, legalBasis }) => ({
      step: name,
      openedAt: isoInstant(openedAt),
      dueAt: instantJson(dueAt),
      atDue,
      legalBasis,
    })),
    acts: [...acts],
  };
}

function instantJson(at: Date | null): string | null {
  return at && isoInstant(at);
}
