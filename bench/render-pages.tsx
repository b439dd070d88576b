import { renderToString } from 'preact-render-to-string';
import { Link, Page, StatusTag, Table } from '#/ui/index.ts';
import { text } from '#/values/text.ts';

export interface Row {
  readonly code: string;
  readonly owner: string;
  readonly state: string;
  readonly due: string;
}

export const rows: readonly Row[] = Array.from({ length: 50 }, (_, index) => ({
  code: `H13.32.1-20260714-${String(index).padStart(7, '0')}`,
  owner: `Nguyễn Văn <${index}>`,
  state: 'Đang giải quyết & thẩm tra',
  due: `Còn ${index} ngày làm việc`,
}));

/** A list of 50 dossiers made by the components. */
export function componentPage(shown: readonly Row[]): string {
  return renderToString(
    <Page
      title="Hồ sơ"
      lang="vi"
      look={{ large: false, contrast: false, theme: 'auto' }}
      site={{
        service: text('Cổng dịch vụ công', 'Services'),
        agency: text('UBND phường', 'Ward'),
        contact: [],
      }}
      assets={{ stylesheet: '/s.css', script: '/s.js' }}
      path="/ho-so"
      csrf="token"
      isDemo
      places={[{ title: 'Dịch vụ công', href: '/dich-vu', current: true }]}
    >
      <Table
        caption="Hồ sơ"
        rows={shown}
        columns={[
          {
            title: 'Mã hồ sơ',
            heads: true,
            cell: ({ code }) => <Link href={`/ho-so/${code}`}>{code}</Link>,
          },
          { title: 'Chủ hồ sơ', cell: ({ owner }) => owner },
          { title: 'Trạng thái', cell: ({ state }) => <StatusTag tone="info">{state}</StatusTag> },
          { title: 'Hẹn trả', cell: ({ due }) => due },
        ]}
      />
    </Page>,
  );
}

/** The same page as literals: cut out of what the components make, so that every byte is the same. */
export function literalOf(): (shown: readonly Row[]) => string {
  const mark = (name: string) => `\ue000${name}\ue001`;
  const marked = {
    code: mark('code'),
    owner: mark('owner'),
    state: mark('state'),
    due: mark('due'),
  };
  const empty = componentPage([]);
  const one = componentPage([marked]);
  let from = 0;
  while (empty[from] === one[from]) from += 1;
  let behind = 0;
  while (empty.at(-1 - behind) === one.at(-1 - behind)) behind += 1;
  const end = Math.min(behind, empty.length - from);
  const head = one.slice(0, from);
  const foot = one.slice(one.length - end);
  const parts = one.slice(from, one.length - end).split(/\ue000|\ue001/);
  // Between the fixed parts stand the code twice, then owner, state and due date.
  const [a, , b, , c, , d, , e, , f] = parts;
  const row = ({ code, owner, state, due }: Row) =>
    `${a}${escape(code)}${b}${escape(code)}${c}${escape(owner)}${d}${escape(state)}${e}${escape(due)}${f}`;
  return (shown) => `${head}${shown.map((each) => row(each)).join('')}${foot}`;
}

function escape(plain: string): string {
  return /[&<>"]/.test(plain)
    ? plain.replace(/[&<"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;' })[letter]!)
    : plain;
}
