/** A cell as it is written: how many columns and rows it covers, or that it goes on with the one above. */
export interface WrittenCell {
  readonly words: string;
  readonly columns: number;
  readonly rows: number;
  readonly goesOn?: boolean | undefined;
}

/** No table of a procedure is larger; whoever writes more only wants to fill the memory. */
const [mostColumns, mostRows, mostCells] = [60, 500, 50_000];

/**
 * Gives every row a cell of its own in every column. What covers several rows is said in each, so that each can be read
 * alone; what covers several columns is said in the first.
 */
export function spreadCells(written: readonly (readonly WrittenCell[])[]): string[][] {
  const carried = new Map<number, { words: string; left: number }>();
  let count = 0;
  let above: string[] = [];
  return written.map((cells) => {
    const row: string[] = [];
    const carry = () => {
      for (let open = carried.get(row.length); open !== undefined; open = carried.get(row.length)) {
        open.left -= 1;
        if (open.left === 0) carried.delete(row.length);
        row.push(open.words);
      }
    };
    for (const cell of cells) {
      carry();
      const columns = Math.min(Math.max(1, cell.columns), mostColumns);
      const rows = Math.min(Math.max(1, cell.rows), mostRows);
      for (let column = 0; column < columns && row.length < mostColumns; column += 1) {
        const said = cell.goesOn === true ? (above[row.length] ?? '') : cell.words;
        const words = column === 0 || cell.goesOn === true ? said : '';
        if (rows > 1) carried.set(row.length, { words, left: rows - 1 });
        row.push(words);
      }
    }
    carry();
    count += row.length;
    above = count > mostCells ? [] : row;
    return above;
  });
}
