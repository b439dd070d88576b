import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly title: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  /** Figures stand right, under each other. */
  readonly numeric?: boolean | undefined;
  /** The cell that names the row. */
  readonly heads?: boolean | undefined;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

export interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf?: ((row: Row) => string) | undefined;
  /** What a narrow screen does: rows become blocks, or the table scrolls sideways by itself. */
  readonly narrow?: 'stack' | 'scroll' | undefined;
  readonly captionUnseen?: boolean | undefined;
  /** Shown instead when there are no rows: says what to do. */
  readonly empty?: ComponentChildren;
  readonly foot?: readonly ComponentChildren[] | undefined;
}

/** A table with a caption and real header cells. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, narrow = 'stack', empty } = props;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const table = (
    <table class={narrow === 'stack' ? 'table table--stack' : 'table'}>
      <caption class={props.captionUnseen === true ? 'unseen' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={index} scope="col" class={numeric(column)} aria-sort={column.sorted}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={props.keyOf?.(row) ?? index} data-row={props.keyOf?.(row)}>
            {columns.map((column, at) => cellOf(column, row, at))}
          </tr>
        ))}
      </tbody>
      {props.foot !== undefined && (
        <tfoot>
          <tr>
            {props.foot.map((cell, index) => (
              <td key={index} class={columns[index] && numeric(columns[index])}>
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (narrow === 'stack') return table;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever uses the keyboard must be able to scroll it
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  );
}

/** A plain function, not a component: a desk draws hundreds of cells on a page. */
function cellOf<Row>(column: Column<Row>, row: Row, key: number) {
  if (column.heads === true) {
    return (
      <th key={key} scope="row" class={numeric(column)}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td
      key={key}
      class={numeric(column)}
      data-label={typeof column.title === 'string' ? column.title : undefined}
    >
      {column.cell(row)}
    </td>
  );
}

function numeric<Row>(column: Column<Row>): string | undefined {
  return column.numeric === true ? 'numeric' : undefined;
}
