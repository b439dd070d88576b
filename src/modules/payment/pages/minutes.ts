import type { Papersmith } from '#/platform/papersmith/index.ts';
import { formatDay } from '#/values/day.ts';
import { dongInWords, formatDong } from '#/values/money.ts';
import type { DaySums, Difference } from '../store/days.ts';

/** A day with all that its minutes say. */
export interface DayMinutes {
  readonly sums: DaySums;
  readonly agencyName: string;
  readonly differences: readonly Difference[];
}

/** The day as a table for programs (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export function minutesCsv({ sums, differences }: DayMinutes): string {
  const rows = [
    ['ngay', 'nguon', 'so_giao_dich', 'sao_ke', 'so_cua_ta'],
    [sums.day, sums.source, 'TONG', sums.theirs, sums.ours],
    ...differences.map(({ reference, theirs, ours }) => [
      sums.day,
      sums.source,
      reference,
      theirs ?? '',
      ours ?? '',
    ]),
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is made a text: spreadsheets would run it (OWASP, CSV injection). */
function cell(value: string | number): string {
  const written = String(value);
  const plain = /^[=+\-@\t\r]/.test(written) ? `'${written}` : written;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Biên bản đối soát as a paper. */
export function printMinutes(
  papersmith: Papersmith,
  { sums, agencyName, differences }: DayMinutes,
  source: string,
): Promise<Uint8Array> {
  const money = (amount: number | null) => (amount === null ? '—' : formatDong(amount));
  return papersmith.print({
    template,
    standard: 'a-2a',
    data: {
      agency: agencyName,
      source,
      day: formatDay(sums.day),
      theirs: `${sums.theirCount} khoản, ${formatDong(sums.theirs)} (${dongInWords(sums.theirs)})`,
      ours: `${sums.ourCount} khoản, ${formatDong(sums.ours)} (${dongInWords(sums.ours)})`,
      difference: formatDong(Math.abs(sums.theirs - sums.ours)),
      note: sums.note ?? '',
      standing: sums.isClosed ? 'Đã khóa' : 'Chưa khóa',
      rows: differences.map(({ reference, theirs, ours }) => [
        reference,
        money(theirs),
        money(ours),
      ]),
    },
  });
}

const template = `
#let d = json(bytes(sys.inputs.data))
#set document(title: "Biên bản đối soát ngày " + d.day)
#set page(paper: "a4", margin: 2cm)
#set text(font: "Tinos", size: 12pt, lang: "vi")
*#upper(d.agency)*
#align(center)[= Biên bản đối soát]
#align(center)[Ngày #d.day · #d.source]
#v(6mm)
- Theo sao kê: #d.theirs
- Theo sổ của đơn vị: #d.ours
- Chênh lệch: *#d.difference*
- Tình trạng: #d.standing
#if d.note != "" [- Giải thích: #d.note]
#if d.rows.len() > 0 [
  #table(
    columns: (1fr, auto, auto),
    align: (left, right, right),
    table.header[Số giao dịch][Sao kê][Sổ của đơn vị],
    ..d.rows.flatten(),
  )
]
#v(12mm)
#grid(columns: (1fr, 1fr), align: center, [*Người lập*], [*Người kiểm soát*])
`;
