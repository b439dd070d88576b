import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { sealedContent } from '#/modules/dossier/index.ts';
import { registerCitizen } from '#/modules/identity/register-citizen.ts';
import type { Day } from '#/values/day.ts';
import { sql } from 'kysely';
import { slugs } from '../bundles/shipped.ts';
import { tuesdayMorning } from './application.ts';
import { answer, begin, bringPapers, handIn, type Typing } from './apply.ts';
import { demoOffice } from './office.ts';
import type { Story } from './story.ts';
import { typingOf } from './type-answers.ts';
import { workOff } from './work-off.ts';

const office = demoOffice();

/** Everything that was planted, each value the only one of its kind. */
const planted = new Set<string>();
let count = 0;

/** A word of letters that nothing else contains. */
function word(): string {
  count += 1;
  const letters = String(count)
    .padStart(4, '0')
    .split('')
    .map((digit) => 'bcdghklmnp'[Number(digit)]);
  return `Xoay${letters.join('')}q`;
}

function plant(value: string): string {
  planted.add(value);
  return value;
}

/** The same typing with values that are found again: in words, numbers, telephones and mail addresses. */
function marked(typing: Typing): Typing {
  return Object.fromEntries(
    Object.entries(typing).map(([name, value]) => [name, markedValue(name, value)]),
  );
}

function markedValue(name: string, value: string): string {
  if (
    /ho_ten|detail|ly_do|ghi_chu|noi_dung|ten_/.test(name) &&
    /^\p{L}[\p{L} ,\d-]+ [\p{L} ,\d-]+$/u.test(value)
  )
    return `${value} ${plant(word())}`;
  if (/@/.test(value)) return plant(`${word().toLowerCase()}@example.vn`);
  return value;
}

async function applyFor(slug: string): Promise<void> {
  const { story } = (await import(`./answers/${slug}.ts`)) as { story: Story };
  office().clock.set(story.at === undefined ? tuesdayMorning : new Date(story.at));
  const person = await office().signedIn(story.applicant);
  await begin(person, slug);
  await answer(person, marked(await typingOf(office(), slug, story)));
  await bringPapers(person);
  const code = await handIn(person, {
    delivery: 'POST',
    deliveryAddress: `Số 5, ${plant(word())}`,
  });
  await person.open(`/ho-so/${code}`);
  await person.fill({ words: `Tôi là ${plant(word())}, xin hỏi` }, '/tin-nhan');
  office().clock.set(new Date(office().clock.now().getTime() + 3_600_000));
  await workOff(office(), code);
}

/** Citizens who register, with all that they tell of themselves. */
async function register(no: number): Promise<void> {
  const serial = String(700_000 + no);
  const told = {
    fullName: `Nguyễn Thị ${plant(word())}`,
    bornOn: '1992-03-27' as Day,
    sex: 'Nữ' as const,
    personalId: plant(`000192${serial}`),
    phone: plant(`+8490${serial}1`),
    email: plant(`${word().toLowerCase()}@example.vn`),
    address: `192.0.2.${no % 200}`,
  };
  const { database, keys } = office().services;
  const at = office().clock.now();
  await database.transaction((tx) => registerCitizen(tx, keys, at, told, 'a hash'));
}

/** Every row of every table as text, as a dump has it. */
async function dump(): Promise<string> {
  const client = new pg.Client({ connectionString: office().url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name } of rows) {
    const found = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
    for (const { row } of found.rows) parts.push(`${name} ${row}`);
  }
  await client.end();
  return parts.join('\n');
}

function filesBelow(folder: string): Buffer {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name),
  );
  return Buffer.concat(
    all.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path)),
  );
}

test(
  'of five hundred personal values that go through all procedures none can be read in the database, the files or the log',
  { timeout: 280_000 },
  async () => {
    const logged: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = ((chunk: string | Uint8Array) => {
      logged.push(String(chunk));
      return true;
    }) as typeof process.stdout.write;
    try {
      for (const slug of slugs) for (let round = 0; round < 3; round += 1) await applyFor(slug);
      for (let no = 0; no < 100; no += 1) await register(no);
    } finally {
      process.stdout.write = write;
    }
    expect(planted.size).toBeGreaterThanOrEqual(500);

    const { database } = office().services;
    const kept = await database.transaction(async (tx) => {
      const { rows } = await sql<object>`
      select ${sealedContent.read('d')} from dossier.dossier d`.execute(tx);
      return JSON.stringify(rows);
    });
    const told = [...planted].filter((value) => kept.includes(value));
    expect(told.length, 'what was planted really went in').toBeGreaterThan(100);

    const places = {
      database: Buffer.from(await dump()),
      files: filesBelow(office().services.config.dataDir),
      log: Buffer.from(logged.join('')),
    };
    for (const [place, bytes] of Object.entries(places)) {
      const readable = [...planted].filter((value) => bytes.includes(value));
      const text = bytes.toString();
      const where = readable
        .slice(0, 8)
        .map((value) =>
          text.slice(Math.max(0, text.indexOf(value) - 160), text.indexOf(value) + 60),
        );
      expect(readable.length, `${place}: ${where.join('\n')}`).toBe(0);
    }
  },
);
