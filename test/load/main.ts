// npm run load -- --dossiers N --users U --minutes M: loads demo data, lets a crowd in, prints how long each deed took.
import { parseArgs } from 'node:util';
import { loadDossiers } from '#/app/demo/bulk/load.ts';
import { readyApplicants, type ReadyApplicant } from '../../bench/drafts.ts';
import { install } from '../../bench/installation.ts';
import { communeAtWork } from './commune.ts';
import { letIn, percentile } from './crowd.ts';
import { limits } from './limits.ts';

const { dossiers, users, minutes } = readOrder();
const applicants: ReadyApplicant[] = [];
const installation = await install(async ({ services }) => {
  console.log(`Nạp ${dossiers.toLocaleString('vi')} hồ sơ…`);
  if (dossiers > 0) await loadDossiers(services, { dossiers, seed: 1 }, console.log);
  applicants.push(
    ...(await readyApplicants(
      services.database,
      'copies',
      Math.ceil(users * 0.4),
      Math.ceil(minutes * 20) + 10,
    )),
  );
});
let holds = true;
try {
  const members = await communeAtWork(
    installation.services.database,
    installation.port,
    users,
    applicants,
  );
  console.log(`${users} người làm việc trong ${minutes} phút…`);
  const times = await letIn(members, {
    warmUpMs: 10_000,
    lastsMs: minutes * 60_000,
    thinkMs: [1_000, 3_000],
  });
  for (const { browser } of members) browser.close();
  console.log(
    `${'việc'.padEnd(10)} ${['lần', 'p50', 'p95', 'p99', 'mức p95'].map((head) => head.padStart(9)).join('')}`,
  );
  for (const [name, taken] of times) {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(taken, share));
    const limit = limits[name];
    if (limit !== undefined && p95! > limit) holds = false;
    const cells = [
      String(taken.length),
      `${p50!.toFixed(0)} ms`,
      `${p95!.toFixed(0)} ms`,
      `${p99!.toFixed(0)} ms`,
      limit === undefined ? '' : `≤ ${limit} ms`,
    ];
    console.log(`${name.padEnd(10)} ${cells.map((cell) => cell.padStart(9)).join('')}`);
  }
} finally {
  await installation.close();
}
process.exit(holds ? 0 : 1);

/** What was asked for. Ends the process when it makes no sense. */
function readOrder(): { dossiers: number; users: number; minutes: number } {
  const { values } = parseArgs({
    options: {
      dossiers: { type: 'string', default: '100000' },
      users: { type: 'string', default: '50' },
      minutes: { type: 'string', default: '1' },
    },
  });
  const order = {
    dossiers: Number(values.dossiers),
    users: Number(values.users),
    minutes: Number(values.minutes),
  };
  const isSound =
    Number.isSafeInteger(order.dossiers) &&
    order.dossiers >= 0 &&
    order.dossiers <= 1_000_000 &&
    Number.isSafeInteger(order.users) &&
    order.users >= 1 &&
    order.users <= 1_000 &&
    order.minutes > 0 &&
    order.minutes <= 600;
  if (isSound) return order;
  console.error('Cách dùng: npm run load -- --dossiers 0…1000000 --users 1…1000 --minutes 0.1…600');
  process.exit(2);
}
