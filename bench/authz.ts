import { postsOf } from '#/modules/agency/index.ts';
import { listDesk } from '#/modules/dossier/desk/list.ts';
import { findInScope } from '#/modules/dossier/desk/open-dossier.ts';
import { decide, type DossierQuestion } from '#/modules/dossier/index.ts';
import { listActs, listMessages, listSupplements } from '#/modules/dossier/store/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { loadDossiers } from '#/app/demo/bulk/load.ts';
import type { Database, Tx } from '#/platform/db/index.ts';
import { lineOf, type Actor } from '#/platform/http/index.ts';
import { sql } from 'kysely';
import type { Figure } from './figure.ts';
import { install } from './installation.ts';

const dossiers = 100_000;
const rounds = 300;
const mostDecisionMicros = 5;
const mostCost = 1.1;

/** What access costs: a decision of the policy, and row-level security on the queries of the desk at 100,000 dossiers. */
export async function measure(): Promise<Figure[]> {
  const installation = await install(async ({ services }) => {
    await loadDossiers(services, { dossiers, seed: 1 }, () => undefined);
  });
  try {
    const { database, clock } = installation.services;
    const official = await findOfficial(database, clock.now());
    const codes = await listCodes(database, official);
    const code = (round: number) => codes[round % codes.length]!;
    return [
      decisions(official),
      await cost('authz.rows-list', database, official, (tx) =>
        listDesk(tx, official, { queue: 'tat-ca', sort: 'moi' }, { size: 30 }),
      ),
      await cost('authz.rows-search', database, official, (tx, round) =>
        listDesk(
          tx,
          official,
          { queue: 'tat-ca', sort: 'moi', words: words[round % words.length] },
          { size: 30 },
        ),
      ),
      await cost('authz.rows-open', database, official, (tx, round) =>
        open(tx, official, code(round)),
      ),
    ];
  } finally {
    await installation.close();
  }
}

const words = ['nguyễn', 'trần thị', 'khai sinh', 'lê văn hùng'] as const;

/** What is read when a dossier is opened at the desk. */
async function open(tx: Tx, official: Actor, code: string): Promise<void> {
  const dossier = await findInScope(tx, official, code);
  if (isRefusal(dossier)) throw new Error(dossier.refused);
  await Promise.all([listActs, listMessages, listSupplements].map((list) => list(tx, dossier.id)));
}

/** The same work with and without row-level security, by turns. */
async function cost(
  name: string,
  database: Database,
  actor: Actor,
  work: (tx: Tx, round: number) => Promise<unknown>,
): Promise<Figure> {
  const line = lineOf(actor);
  const [plain, cut]: [number[], number[]] = [[], []];
  for (let round = -20; round < rounds; round += 1) {
    const one = await time(() => database.transaction((tx) => work(tx, Math.abs(round))));
    const other = await time(() => database.transaction((tx) => work(tx, Math.abs(round)), line));
    if (round < 0) continue;
    plain.push(one);
    cut.push(other);
  }
  const ratio = median(cut) / median(plain);
  return {
    name,
    value: median(cut),
    unit: 'ms',
    reference: `without row-level security, ${median(plain).toFixed(2)} ms`,
    ratio,
    goal: `≤ ${mostCost}`,
    holds: ratio <= mostCost,
  };
}

function decisions(official: Actor): Figure {
  const question: DossierQuestion = {
    subject: official,
    action: 'read',
    resource: {
      accountId: null,
      ownerPersonId: 'a',
      submitterPersonId: 'b',
      mandateId: null,
      procedureId: 'c',
      submittedAt: official.at,
      unitIds: official.posts.map(({ unitId }) => unitId),
      state: 'HANDLING',
      resultNumber: null,
    },
    steps: [],
  };
  const many = 200_000;
  let permitted = 0;
  const run = () => {
    for (let n = 0; n < many; n += 1) permitted += Number(decide(question).isPermitted);
  };
  run();
  const began = performance.now();
  run();
  const micros = ((performance.now() - began) * 1_000) / many;
  return {
    name: 'authz.decision',
    value: micros,
    unit: 'µs',
    reference: `limit of ${mostDecisionMicros} µs per decision, ${permitted} permitted`,
    ratio: micros / mostDecisionMicros,
    goal: '≤ 1',
    holds: micros <= mostDecisionMicros,
  };
}

async function findOfficial(database: Database, at: Date): Promise<Actor> {
  return database.transaction(async (tx) => {
    const { rows } = await sql<{ accountId: string; personId: string }>`
      select id as "accountId", person_id as "personId" from identity.account where name = 'mot-cua-1'`.execute(
      tx,
    );
    const { accountId, personId } = rows[0]!;
    const posts = await postsOf(tx, personId, at);
    return { accountId, personId, kind: 'official', name: 'mot-cua-1', posts, at, lang: 'vi' };
  });
}

async function listCodes(database: Database, official: Actor): Promise<string[]> {
  const { rows } = await database.transaction((tx) =>
    sql<{ code: string }>`select code from dossier.dossier
      where unit_ids && ${official.posts.map(({ unitId }) => unitId)}::uuid[] order by id limit 500`.execute(
      tx,
    ),
  );
  return rows.map(({ code }) => code);
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
