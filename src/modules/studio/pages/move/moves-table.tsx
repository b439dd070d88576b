import { Link, StatusTag, Table } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, type Lang } from '#/values/text.ts';
import type { Move } from '../../move/move.ts';
import { moveStates, moveWords as words } from './move-words.ts';

interface MovesTableProps {
  readonly lang: Lang;
  readonly moves: readonly Move[];
  readonly hrefOf: (move: Move) => string;
}

/** The moves of a procedure, the latest first. */
export function MovesTable({ lang, moves, hrefOf }: MovesTableProps) {
  return (
    <Table
      caption={say(lang, words.earlier)}
      captionUnseen
      rows={moves}
      keyOf={({ id }) => id}
      columns={[
        {
          title: say(lang, words.when),
          heads: true,
          cell: (move) => <Link href={hrefOf(move)}>{formatInstant(move.proposedAt, lang)}</Link>,
        },
        { title: say(lang, words.who), cell: ({ proposedByName }) => proposedByName },
        {
          title: say(lang, words.state),
          cell: ({ state }) => (
            <StatusTag tone={moveStates[state].tone}>
              {say(lang, moveStates[state].words)}
            </StatusTag>
          ),
        },
        { title: say(lang, words.moved), numeric: true, cell: ({ moved }) => moved },
        { title: say(lang, words.refused), numeric: true, cell: ({ refused }) => refused },
      ]}
    />
  );
}
