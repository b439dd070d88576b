import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#/platform/http/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { rolledBack, testDatabase } from '../../../../test/database/fixture.ts';
import type { State } from '../dossier.ts';
import { rowsToLookThrough } from './commonness.ts';
import { countCommonness, readCommonness } from './commonness-store.ts';
import { wantedBy } from './condition-store.ts';
import { countQueues } from './count-store.ts';
import { readFilter, writeFilter, type DeskFilter } from './filter.ts';
import { listDesk, nextInList } from './list.ts';
import { queueKeys } from './queues.ts';
import type { DeskRow } from './row.ts';
import { scopeOf } from './scope.ts';
import { sealedContent, sealedLabel, tokensOfDossier } from '../store/index.ts';

const database = testDatabase();
const now = new Date('2026-07-14T02:00:00Z');
const hour = 3_600_000;
const [counter, justice, elsewhere] = [newId(), newId(), newId()];
const [me, other] = [newId(), newId()];
const procedures = [newId(), newId()];

const actor: Actor = {
  accountId: me,
  personId: newId(),
  kind: 'official',
  name: 'Lan',
  posts: [
    { unitId: counter, role: 'TIEP_NHAN' },
    { unitId: counter, role: 'TRA_KET_QUA' },
  ],
  at: now,
  lang: 'vi',
};

interface Seeded {
  readonly code: string;
  readonly state: State;
  readonly units: readonly string[];
  readonly submittedAt: Date;
  readonly dueAt: Date | null;
  readonly isOpen: boolean;
  readonly isPaused: boolean;
  readonly procedure: string;
  readonly step?: {
    readonly unit: string;
    readonly role: string;
    readonly holder: string | null;
    readonly dueAt: Date | null;
  };
  readonly news: boolean;
}

const seeded: Seeded[] = [];

/** Two hundred dossiers in every state, mixed by arithmetic so that each run sees the same. */
async function seed(tx: Tx): Promise<void> {
  const states: State[] = [
    'SUBMITTED',
    'RESUBMITTED',
    'HANDLING',
    'SUPPLEMENT_REQUIRED',
    'AWAITING_SIGNATURE',
    'RESOLVED',
    'DELIVERED',
    'WITHDRAWN',
  ];
  for (let n = 0; n < 200; n++) {
    const state = states[n % states.length]!;
    const isOpen = !['RESOLVED', 'DELIVERED', 'WITHDRAWN'].includes(state);
    const hasStep = !['DELIVERED', 'WITHDRAWN'].includes(state);
    const isElsewhere = n % 7 === 6;
    const unit = isElsewhere ? elsewhere : state === 'HANDLING' ? justice : counter;
    const role =
      state === 'HANDLING' ? 'TU_PHAP_HO_TICH' : state === 'RESOLVED' ? 'TRA_KET_QUA' : 'TIEP_NHAN';
    const one: Seeded = {
      code: `H13.32.1-20260714-${String(n + 1).padStart(7, '0')}`,
      state,
      units: isElsewhere ? [elsewhere] : [counter, justice],
      submittedAt: new Date(now.getTime() - (n % 50) * hour),
      dueAt: n % 5 === 0 ? null : new Date(now.getTime() + ((n * 13) % 97) * hour - 40 * hour),
      isOpen,
      isPaused: state === 'SUPPLEMENT_REQUIRED',
      procedure: procedures[n % 2]!,
      news: n % 11 === 0,
      ...(hasStep && {
        step: {
          unit,
          role,
          holder: n % 3 === 0 ? me : n % 3 === 1 ? other : null,
          dueAt: n % 9 === 0 ? null : new Date(now.getTime() + ((n * 7) % 31) * hour),
        },
      }),
    };
    seeded.push(one);
    await insert(tx, one, n);
  }
}

async function insert(tx: Tx, one: Seeded, n: number): Promise<void> {
  const [id, instance] = [newId(), newId()];
  const name = n % 2 === 0 ? 'Nguyễn Thị Bình' : `Thạch Sa Rươne ${n}`;
  const owner = newId();
  const label = { ownerName: name, abstract: 'Đăng ký khai sinh' };
  const content = { answers: {}, deliveryAddress: null, proposalWords: null };
  await sql`insert into dossier.dossier (id, code, procedure_id, version_id, unit_id, unit_ids, place_code, channel,
      submitter_person_id, owner_person_id, label, content, tokens, papers, delivery, tracking_secret, state,
      deadline, submitted_at, accept_due_at, due_at, paused_at, ended_at, instance_id, updated_at)
    values (${id}, ${one.code}, ${one.procedure}, ${newId()}, ${counter}, ${one.units}::uuid[], '31135', 'ONLINE',
      ${newId()}, ${owner}, ${await sealedLabel.seal(tx, owner, id, label)}, ${await sealedContent.seal(tx, owner, id, content)},
      ${await tokensOfDossier(tx, { code: one.code, legacyCode: null, ...label })}, '[]', 'ONLINE', 'X',
      ${one.state}, '{"qty":1,"unit":"WORKING_DAY"}', ${one.submittedAt}, ${new Date(one.submittedAt.getTime() + 20 * hour)},
      ${one.dueAt}, ${one.isPaused ? now : null}, ${one.isOpen ? null : now}, ${instance}, ${now})`.execute(
    tx,
  );
  if (one.step) {
    await sql`insert into process.token (instance_id, created_at, due_at, id, scope, parent, node, kind, suspended, subject, unit_id, assignee, role)
      values (${instance}, ${now}, ${one.step.dueAt}, 1, 0, 0, 1, 1, ${one.isPaused}, ${id}, ${one.step.unit}, ${one.step.holder}, ${one.step.role})`.execute(
      tx,
    );
  }
  if (one.news)
    await sql`insert into dossier.badge values (${id}, ${one.state === 'WITHDRAWN' ? 'withdrawn' : 'message'}, ${now})`.execute(
      tx,
    );
}

beforeAll(() => database().transaction(seed));

function filter(query: Record<string, string>): DeskFilter {
  return readFilter(query, 'cua-toi');
}

/** All rows of a list, page by page. */
async function all(query: Record<string, string>, size = 7): Promise<DeskRow[]> {
  return rolledBack(database(), async (tx) => {
    const rows: DeskRow[] = [];
    for (let page = await listDesk(tx, actor, filter(query), { size }); ;) {
      rows.push(...page.rows);
      if (!page.next) return rows;
      page = await listDesk(tx, actor, filter(query), { size, after: page.next });
    }
  });
}

const codes = (rows: readonly { code: string }[]) => rows.map(({ code }) => code).toSorted();
const inPosts = ({ step }: Seeded) =>
  step?.unit === counter && actor.posts.some(({ role }) => role === step.role);
const inUnits = ({ units }: Seeded) => units.includes(counter);

describe('the lists of the desk', () => {
  it('show each open step of one’s posts once, whatever the size of a page', async () => {
    const wanted = codes(
      seeded.filter((one) => inPosts(one) && ['SUBMITTED', 'RESUBMITTED'].includes(one.state)),
    );
    expect(wanted.length).toBeGreaterThan(20);
    for (const size of [1, 7, 50, 100])
      expect(codes(await all({ hang: 'tiep-nhan' }, size))).toEqual(wanted);
  });

  it('show what one holds oneself, but not what waits for the applicant', async () => {
    const wanted = seeded.filter((one) => inUnits(one) && one.step?.holder === me && !one.isPaused);
    expect(codes(await all({ hang: 'cua-toi' }))).toEqual(codes(wanted));
  });

  it('show all dossiers of one’s units and none of others', async () => {
    expect(codes(await all({ hang: 'tat-ca' }))).toEqual(codes(seeded.filter(inUnits)));
  });

  it('put first what is due first, and last what has no due instant', async () => {
    const dues = (await all({ hang: 'tiep-nhan' })).map(
      ({ step }) => step?.dueAt?.getTime() ?? Infinity,
    );
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    expect(dues.at(-1)).toBe(Infinity);
  });

  it.each(['moi', 'cu', 'han'])(
    'keep the order “%s” over all pages of both kinds of lists',
    async (xep) => {
      for (const hang of ['tiep-nhan', 'tat-ca']) {
        const rows = await all({ hang, xep });
        const keys = rows.map((row) =>
          (xep === 'han' ? (row.dueAt ?? row.acceptDueAt) : row.submittedAt).getTime(),
        );
        expect(keys).toEqual(keys.toSorted((a, b) => (xep === 'moi' ? b - a : a - b)));
        expect(new Set(codes(rows)).size).toBe(rows.length);
      }
    },
  );

  it('narrow by procedure, state, holder, deadline and channel together', async () => {
    const rows = await all({ hang: 'tat-ca', tt: procedures[0]!, ai: 'toi', han: 'qua' });
    const late = (one: Seeded) =>
      (one.dueAt ?? new Date(one.submittedAt.getTime() + 20 * hour)) < now;
    const wanted = seeded.filter(
      (one) =>
        inUnits(one) &&
        one.procedure === procedures[0] &&
        one.step?.holder === me &&
        one.isOpen &&
        !one.isPaused &&
        late(one),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(codes(rows)).toEqual(codes(wanted));
    expect(await all({ hang: 'tat-ca', kenh: 'buu-chinh' })).toEqual([]);
  });

  it('find words in any order, without marks, and parts of codes', async () => {
    const named = seeded.filter((one, n) => inUnits(one) && n % 2 === 0);
    expect(codes(await all({ hang: 'tat-ca', q: 'binh nguyen' }))).toEqual(codes(named));
    expect(codes(await all({ hang: 'tat-ca', q: 'Bình' }, 100))).toEqual(codes(named));
    expect(codes(await all({ hang: 'tat-ca', q: 'h13.32.1-20260714-000001' }))).toEqual(
      codes(seeded.filter((one) => inUnits(one) && one.code.includes('-000001'))),
    );
    expect(codes(await all({ hang: 'tat-ca', q: '0000042' }))).toEqual(
      ['H13.32.1-20260714-0000042'].filter((code) =>
        seeded.some((one) => one.code === code && inUnits(one)),
      ),
    );
    expect(await all({ hang: 'tat-ca', q: '100% _ \\' })).toEqual([]);
    expect(await all({ hang: 'tat-ca', q: "'; drop table dossier.dossier; --" })).toEqual([]);
  });

  it('find the same when it is known how common each word is', async () => {
    const named = seeded.filter((one, n) => inUnits(one) && n % 2 === 0);
    await database().transaction(async (tx) => {
      await sql`analyze dossier.dossier`.execute(tx);
      await countCommonness(tx);
      const commonness = await readCommonness(tx);
      const { tokens } = (await wantedBy(tx, filter({ q: 'Bình' })))!;
      expect(rowsToLookThrough(commonness, tokens, [counter], 10)).toBeGreaterThan(10);
    });
    expect(codes(await all({ hang: 'tat-ca', q: 'Bình' }))).toEqual(codes(named));
    expect(codes(await all({ hang: 'tat-ca', q: 'binh nguyen' }, 3))).toEqual(codes(named));
  });

  it('show news of one’s posts, and withdrawn dossiers that have no step any more', async () => {
    const wanted = seeded.filter(
      (one) => one.news && inUnits(one) && (inPosts(one) || one.state === 'WITHDRAWN'),
    );
    expect(wanted.some(({ state }) => state === 'WITHDRAWN')).toBe(true);
    expect(codes(await all({ hang: 'tin-moi' }))).toEqual(codes(wanted));
  });

  it('give the next dossier of a list, and none when it was the last', async () => {
    const [first, second] = await all({ hang: 'tiep-nhan' });
    const next = (query: Record<string, string>, done: string) =>
      rolledBack(database(), (tx) => nextInList(tx, actor, filter(query), done));
    expect(await next({ hang: 'tiep-nhan' }, first!.code)).toBe(second!.code);
    expect(await next({ hang: 'tiep-nhan', q: first!.code }, first!.code)).toBeUndefined();
  });

  it('show nothing to an official without a post', async () => {
    const nobody = { ...actor, posts: [] };
    expect(
      await rolledBack(database(), (tx) =>
        listDesk(tx, nobody, filter({ hang: 'tat-ca' }), { size: 10 }),
      ),
    ).toEqual({ rows: [], next: undefined });
  });
});

describe('the counts of the rail', () => {
  it('agree with the lists', async () => {
    const counts = await rolledBack(database(), (tx) => countQueues(tx, scopeOf(actor)));
    for (const key of queueKeys.filter((one) => one !== 'tat-ca')) {
      const rows = await all(writeFilter(filter({ hang: key })));
      expect([key, counts.get(key)?.count]).toEqual([key, rows.length]);
      expect(counts.get(key)?.isMore).toBe(false);
    }
    expect(counts.has('tat-ca')).toBe(false);
  });
});
