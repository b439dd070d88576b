import type { ForeseenMove } from '#/modules/process/index.ts';
import { StatusTag, Table } from '#/ui/index.ts';
import { say, type Lang } from '#/values/text.ts';
import { moveWords as words, stayWords } from './move-words.ts';

interface StandsTableProps {
  readonly lang: Lang;
  readonly moves: readonly ForeseenMove[];
}

/** Where open cases wait, where they would go, and whether they can. */
export function StandsTable({ lang, moves }: StandsTableProps) {
  return (
    <Table
      caption={say(lang, words.stands)}
      captionUnseen
      rows={moves.map((move, no) => ({ ...move, no }))}
      keyOf={({ no }) => String(no)}
      columns={[
        {
          title: say(lang, words.waits),
          heads: true,
          cell: ({ waits }) => waits.map(({ name }) => say(lang, name)).join(' · '),
        },
        { title: say(lang, words.version), numeric: true, cell: ({ version }) => version },
        { title: say(lang, words.cases), numeric: true, cell: ({ cases }) => cases },
        {
          title: say(lang, words.to),
          cell: ({ waits }) => waits.map(({ to }) => say(lang, to ?? words.nowhere)).join(' · '),
        },
        {
          title: say(lang, words.outcome),
          cell: ({ refusal }) =>
            refusal === null ? (
              <StatusTag tone="good">{say(lang, words.fits)}</StatusTag>
            ) : (
              <>
                <StatusTag tone="warning">{say(lang, words.stays)}</StatusTag>
                <div class="soft small">{say(lang, stayWords(refusal))}</div>
              </>
            ),
        },
      ]}
    />
  );
}
