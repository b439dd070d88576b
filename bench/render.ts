import { renderToString } from 'preact-render-to-string';
import { Table } from '#/ui/index.ts';
import type { Figure } from './figure.ts';

const rows = Array.from({ length: 50 }, (_, index) => ({
  code: `H13.32.1-20260714-${String(index).padStart(7, '0')}`,
  owner: `Nguyễn Văn ${index}`,
  due: '15/07/2026',
}));

/** Pages per second of the component renderer against the same markup put together by template literals. */
export async function measure(): Promise<Figure[]> {
  const components = rate(() => renderToString(componentPage()).length);
  const literals = rate(() => literalPage().length);
  const ratio = components / literals;
  return [
    {
      name: 'render.table',
      value: components,
      unit: 'pages/s',
      reference: `template literals with escaping, ${literals.toFixed(0)} pages/s`,
      ratio,
      goal: '≥ 0.5',
      holds: ratio >= 0.5,
    },
  ];
}

function componentPage() {
  return Table({
    lang: 'vi',
    caption: 'Hồ sơ',
    columns: [
      { name: 'code', title: 'Mã hồ sơ' },
      { name: 'owner', title: 'Chủ hồ sơ' },
      { name: 'due', title: 'Hẹn trả' },
    ],
    rows,
  } as never);
}

function literalPage(): string {
  const body = rows
    .map(
      ({ code, owner, due }) =>
        `<tr><td>${escape(code)}</td><td>${escape(owner)}</td><td>${escape(due)}</td></tr>`,
    )
    .join('');
  return `<table><caption>${escape('Hồ sơ')}</caption><thead><tr><th>Mã hồ sơ</th><th>Chủ hồ sơ</th><th>Hẹn trả</th></tr></thead><tbody>${body}</tbody></table>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function rate(work: () => number): number {
  let sink = 0;
  for (let warm = 0; warm < 500; warm += 1) sink += work();
  const started = performance.now();
  let runs = 0;
  while (performance.now() - started < 1500) {
    sink += work();
    runs += 1;
  }
  return (runs * 1000) / (performance.now() - started) + sink * 0;
}
