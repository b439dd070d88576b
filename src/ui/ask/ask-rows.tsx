import { postedRows, rowLimit } from '#/platform/form/posted.ts';
import type { Question } from '#/platform/form/question.ts';
import { columnsOf, partsOf } from '#/platform/form/records.ts';
import { fill, say } from '#/values/text.ts';
import { Button } from '../button.tsx';
import { words } from '../words.ts';
import { GroupBox } from './ask-box.tsx';
import { type AskProps, nameOf, told } from './ask-props.ts';
import { AskLeaf } from './ask-leaf.tsx';
import { AskRecord } from './ask-record.tsx';

/** A list of rows, each a small group of questions. Rows come and go by submit buttons, so no script is needed. */
export function AskRows(props: AskProps) {
  const name = nameOf(props);
  const limit = rowLimit(props.question);
  const rows = postedRows(props.typed, name, limit);
  const shown = rows.length === 0 && props.question.required === true ? [0] : rows;
  return (
    <GroupBox ask={props} big isTarget>
      <div class="rows">
        {shown.map((row, index) => (
          <Row key={row} whole={props} row={row} index={index} />
        ))}
      </div>
      {shown.length < limit && (
        <Button
          look="secondary"
          small
          icon="plus"
          name="_do"
          value={`add:${name}`}
          about={told(props, props.question.label)}
        >
          {told(props, shown.length === 0 ? words.addFirst : words.add)}
        </Button>
      )}
    </GroupBox>
  );
}

interface RowProps {
  readonly whole: AskProps;
  readonly row: number;
  readonly index: number;
}

function Row({ whole, row, index }: RowProps) {
  const at = `${nameOf(whole)}.${row}`;
  const title = say(whole.lang, fill(words.row, { row: String(index + 1) }));
  return (
    <fieldset class="row">
      <legend class="unseen">{title}</legend>
      <input type="hidden" name={`${at}.row`} value="1" />
      <div class="row-head">
        <strong aria-hidden="true">{title}</strong>
        <Button look="quiet" small icon="trash-2" name="_do" value={`remove:${at}`} about={title}>
          {told(whole, words.remove)}
        </Button>
      </div>
      {(columnsOf(whole.question) ?? []).map((column) => (
        <Cell key={column.name} whole={whole} column={column} name={`${at}.${column.name}`} />
      ))}
    </fieldset>
  );
}

interface CellProps {
  readonly whole: AskProps;
  readonly column: Question;
  readonly name: string;
}

function Cell({ whole, column, name }: CellProps) {
  const { typed, wrong, lang, lookups } = whole;
  const Drawn = partsOf(column) === undefined ? AskLeaf : AskRecord;
  return (
    <Drawn
      question={column}
      name={name}
      typed={typed}
      wrong={wrong}
      lang={lang}
      lookups={lookups}
      inner
    />
  );
}
