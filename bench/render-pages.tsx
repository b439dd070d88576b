import { Link, markupOf, Page, Table } from '#/ui/index.ts';
import { text } from '#/values/text.ts';

/** An entry of a register of dossiers. */
export interface Row {
  readonly code: string;
  readonly owner: string;
  readonly procedure: string;
  readonly accepted: string;
  readonly due: string;
  readonly handed: string;
  readonly remark: string;
}

export const rows: readonly Row[] = Array.from({ length: 50 }, (_, index) => ({
  code: `H13.32.1-20260714-${String(index).padStart(7, '0')}`,
  owner: `Nguyễn Văn ${index}`,
  procedure: 'Đăng ký khai sinh',
  accepted: '14/07/2026',
  due: `16 giờ ${index + 10}, 15/07/2026`,
  handed: '15/07/2026',
  remark: index % 10 === 0 ? 'Nhận "bản sao" <2 bản> & trích lục' : '',
}));

/** A register of 50 dossiers made by the components: some 600 elements. */
export function componentPage(shown: readonly Row[]): string {
  return markupOf(
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
          { title: 'Thủ tục', cell: ({ procedure }) => procedure },
          { title: 'Ngày nhận', cell: ({ accepted }) => accepted },
          { title: 'Hẹn trả', cell: ({ due }) => due },
          { title: 'Ngày trả', cell: ({ handed }) => handed },
          { title: 'Ghi chú', cell: ({ remark }) => remark },
        ]}
      />
    </Page>,
  );
}

/** The same page as literals: cut out of what the components make, so that every byte is the same. */
export function literalOf(): (shown: readonly Row[]) => string {
  const mark = (name: string) => `\ue000${name}\ue001`;
  const marked = Object.fromEntries(
    Object.keys(rows[0]!).map((name) => [name, mark(name)]),
  ) as unknown as Row;
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
  // Between the fixed parts stand the code twice, then the others.
  const [a, , b, , c, , d, , e, , f, , g, , h, , i] = parts;
  const row = ({ code, owner, procedure, accepted, due, handed, remark }: Row) =>
    `${a}${escape(code)}${b}${escape(code)}${c}${escape(owner)}${d}${escape(procedure)}${e}${escape(accepted)}${f}${escape(due)}${g}${escape(handed)}${h}${escape(remark)}${i}`;
  return (shown) => `${head}${shown.map((each) => row(each)).join('')}${foot}`;
}

function escape(plain: string): string {
  return /[&<>"]/.test(plain)
    ? plain.replace(/[&<"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;' })[letter]!)
    : plain;
}
