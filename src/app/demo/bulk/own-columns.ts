import { tokensOf } from '#/platform/vault/index.ts';
import { dayOf } from '#/values/day.ts';
import { dayLater, secretOf, type Life } from './life.ts';
import type { Row, TableName } from './tables.ts';
import type { Slot, Slots } from './template.ts';

/** What the columns of a recording are explained by. */
export interface Explained {
  readonly slots: Slots;
  readonly code: Slot;
  readonly legacyCode: Slot;
  /** Which number that a move took: of a book and a scope. */
  readonly numberOf: (book: string, scope: string) => (life: Life) => number;
  /** How many moves were made before the one of this instant. */
  readonly placeOf: (at: string) => number;
}

/** Columns of a row after so many moves. */
type Columns = (row: Row, at: number) => Row;

/** Columns whose slot follows from where they stand, not from what stands there: due dates, numbers, answers. */
export function ownColumns({
  slots,
  code,
  legacyCode,
  numberOf,
  placeOf,
}: Explained): Partial<Record<TableName, Columns>> {
  return {
    'dossier.dossier': (row, at) => ({
      ...when(row, 'accept_due_at', (life) => life.clocks[at]!.acceptDueAt.toISOString()),
      ...when(row, 'first_due_at', (life) => life.clocks[at]!.firstDueAt!.toISOString()),
      ...when(row, 'due_at', (life) => life.clocks[at]!.dueAt!.toISOString()),
      ...when(row, 'reappointed_at', (life) => life.clocks[at]!.reappointedAt!.toISOString()),
      content: { ...(row['content'] as Row), answers: slots.value((life) => life.answers) },
      tokens: slots.text((life) =>
        tokensOf(
          life.token,
          `${code(life)} ${legacyCode(life)} ${life.applicantName} ${life.abstract}`,
        ).join(' '),
      ),
      result_document_id: null,
    }),
    'dossier.act': (row) => ({ sealed: { ...(row['sealed'] as Row), facts: factsOf(row) } }),
    'dossier.supplement': (row, at) =>
      when(row, 'answer_due_at', (life) => life.clocks[at]!.answerDueAt!.toISOString()),
    'dossier.confirmation': (row) => {
      const place = placeOf(row['sent_at'] as string);
      return when(row, 'due_at', (life) => dayLater(life.times[place]!).toISOString());
    },
    'process.token': (row) =>
      when(row, 'due_at', (life) => life.stepDues.get(row['id'] as number)!.toISOString()),
    'payment.demand': () => ({
      reference: slots.text(({ random }) => `LP${secretOf(10, random)}`),
    }),
    'payment.receipt': (row) => ({
      ...numbered(row, `receipt ${row['series'] as string}`, 'issued_at'),
      lookup_code: slots.text(({ random }) => secretOf(12, random)),
    }),
    'registry.entry': (row) => {
      const place = placeOf(row['entered_at'] as string);
      const entered_on = slots.text((life) => dayOf(life.times[place]!));
      return { ...numbered(row, row['book'] as string, 'entered_at'), entered_on };
    },
    'notify.notice': (row) => {
      const place = placeOf(row['told_at'] as string);
      return { seen_at: slots.value((life) => seenAt(life.times[place]!, life.seenUntil)) };
    },
  };

  function when(row: Row, column: string, slot: Slot): Row {
    return row[column] === null ? {} : { [column]: slots.text(slot) };
  }

  /** Year and number of what was numbered at an instant. */
  function numbered(row: Row, book: string, instant: string): Row {
    const place = placeOf(row[instant] as string);
    const number = numberOf(book, row['unit_id'] as string);
    return {
      year: slots.value((life) => dayOf(life.times[place]!).slice(0, 4)),
      number: slots.value((life) => String(number(life))),
    };
  }

  /** Due dates among the facts of an act: as the clocks stood before and after it. */
  function factsOf(row: Row): Row {
    const place = placeOf(row['at'] as string);
    const isApology = row['verb'] === 'apologise';
    const dues: Readonly<Record<string, Slot>> = {
      dueAt: (life) => life.clocks[isApology ? place - 1 : place]!.dueAt!.toISOString(),
      dueBefore: (life) => life.clocks[place - 1]!.dueAt!.toISOString(),
      newDueAt: (life) => life.clocks[place]!.reappointedAt!.toISOString(),
    };
    const facts = Object.entries((row['sealed'] as Row)['facts'] as Row);
    return Object.fromEntries(
      facts.map(([name, fact]) => [
        name,
        fact !== null && dues[name] ? slots.text(dues[name]) : fact,
      ]),
    );
  }
}

/** People read their notices within hours, but for those of the last days. */
function seenAt(toldAt: Date, seenUntil: Date): string {
  return toldAt > seenUntil ? 'null' : `"${new Date(toldAt.getTime() + 7_200_000).toISOString()}"`;
}
