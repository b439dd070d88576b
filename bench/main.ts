// npm run bench [-- NAME …] [--json]: measures, prints a table or lines of JSON, exit 1 when a goal does not hold.
import { parseArgs } from 'node:util';
import type { Figure } from './figure.ts';

const benches: Readonly<Record<string, () => Promise<{ measure(): Promise<Figure[]> }>>> = {
  render: () => import('./render.ts'),
  rules: () => import('./rules.ts'),
  fields: () => import('./fields.ts'),
  process: () => import('./process.ts'),
  replay: () => import('./replay.ts'),
  'process-open': () => import('./process-open.ts'),
  'process-peer': () => import('./process-peer.ts'),
  ledger: () => import('./ledger.ts'),
  authz: () => import('./authz.ts'),
  credentials: () => import('./credentials.ts'),
  notify: () => import('./notify.ts'),
  submit: () => import('./submit.ts'),
  pages: () => import('./pages.ts'),
  start: () => import('./start.ts'),
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`Không có phép đo: ${unknown.join(', ')}. Có: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}

let holds = true;
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  const bench = await benches[name]!();
  for (const figure of await bench.measure()) {
    holds &&= figure.holds;
    console.log(values.json ? JSON.stringify(figure) : tableRow(figure));
  }
}
process.exit(holds ? 0 : 1);

function tableRow({ name, value, unit, reference, ratio, goal, holds: ok }: Figure): string {
  const shown = `${round(value)} ${unit}`.padEnd(22);
  return `${ok ? '✓' : '✗'} ${name.padEnd(34)} ${shown} ${`${round(ratio)}×`.padEnd(10)} ${goal.padEnd(12)} ${reference}`;
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
