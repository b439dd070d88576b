import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadDossiers } from '#/app/demo/bulk/load.ts';
import { decide, type DossierQuestion } from '#/modules/dossier/index.ts';
import { postsOf } from '#/modules/agency/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { lineOf } from '#/platform/http/index.ts';
import type { Line } from '#/platform/db/index.ts';
import { demoOffice } from './office.ts';

const office = demoOffice();

/** Tables about people or cases that row-level security does not cut, and why it need not. */
const open: Readonly<Record<string, string>> = {
  'agency.absence': 'officials only; who takes over has to be known to all',
  'agency.post': 'who holds which post is public',
  'dossier.badge':
    'which news there are, nothing about anybody; shown only beside rows that are cut',
  'dossier.decision': 'asked and read by administrators',
  'dossier.escalation': 'instants and units; shown only beside rows that are cut',
  'dossier.recomputed': 'due dates only',
  'document.received': 'how many bytes an account sent today',
  'exchange.leg': 'numbers of parts and of messages; what they say is sealed',
  'identity.account': 'looked up before anybody is known',
  'identity.blocked_way': 'looked up before anybody is known',
  'identity.code_app': 'looked up before anybody is known; its secret is sealed',
  'identity.factor_change': 'read by the account alone, and by the counter',
  'identity.factor_reset': 'asked, approved and objected to by three people',
  'identity.known_device': 'looked up before anybody is known',
  'identity.national_difference': 'looked up before anybody is known; sealed',
  'identity.passkey': 'looked up before anybody is known',
  'identity.password_code': 'looked up before anybody is known',
  'identity.pending_sign_in': 'looked up before anybody is known',
  'identity.recovery_code': 'looked up before anybody is known; only hashes',
  'identity.session': 'looked up before anybody is known; only hashes',
  'identity.sign_in': 'looked up before anybody is known',
  'identity.sign_in_failure': 'keyed hashes of what was tried',
  'ledger.opening': 'salts of leaves; opened by whoever may read the act',
  'ledger.pending': 'leaves on their way, which are public',
  'notify.rule': 'how events are told; its subject is an event',
  'openid.client': 'programs, no people',
  'openid.subject': 'names of people for partners: random',
  'openid.token': 'only hashes, looked up by their bearer',
  'platform.data_key': 'keys of people, each wrapped by the key of the office',
  'privacy.read_record_rest': 'a partition: read by its parent alone',
  'process.instance': 'steps and instants of processes, nothing about anybody',
  'process.token': 'steps and instants of processes, nothing about anybody',
  'process.outbox': 'steps of processes, nothing about anybody',
  'provisioning.user_record': 'officials only; read by the systems of staff',
  'signing.certificate': 'officials and offices, as every signed paper names them; keys are sealed',
  'studio.act': 'what officials did to drafts of procedures',
  'studio.replay_change':
    'numbers of dossiers and what rules would change; what they say is sealed',
  'studio.tried_case': 'numbers of dossiers and why they stayed on their process',
};

const actors: Actor[] = [];
let dossiers: (DossierQuestion['resource'] & { id: string })[] = [];

async function rows<T>(query: ReturnType<typeof sql<T>>, line?: Line): Promise<T[]> {
  const { database } = office().services;
  return database.transaction(async (tx) => (await query.execute(tx)).rows, line);
}

beforeAll(async () => {
  const { services } = office();
  await loadDossiers(services, { dossiers: 300, seed: 11 }, () => undefined);
  dossiers = await rows(sql<(typeof dossiers)[number]>`
    select id, account_id as "accountId", owner_person_id as "ownerPersonId",
           submitter_person_id as "submitterPersonId", mandate_id as "mandateId", procedure_id as "procedureId",
           submitted_at as "submittedAt", unit_ids as "unitIds", state, result_number as "resultNumber"
      from dossier.dossier`);
  const accounts = await rows(sql<{
    id: string;
    personId: string;
    kind: Actor['kind'];
    isVerified: boolean;
  }>`
    select id, person_id as "personId", kind, level = 'verified' as "isVerified" from identity.account where kind <> 'system'`);
  const at = services.clock.now();
  for (const { id, ...account } of accounts) {
    const posts =
      account.kind === 'official'
        ? await services.database.transaction((tx) => postsOf(tx, account.personId, at))
        : [];
    const actor: Actor = { ...account, accountId: id, name: id, posts, at, lang: 'vi' };
    actors.push(actor);
    // The same person at home, with an account that nobody has verified.
    if (account.kind === 'citizen')
      actors.push({ ...actor, accountId: account.personId, isVerified: false });
  }
}, 120_000);

describe('the two lines of access', () => {
  test('agree about every account and every dossier', async () => {
    let cases = 0;
    let seen = 0;
    for (const actor of actors) {
      const visible = new Set(
        (await rows(sql<{ id: string }>`select id from dossier.dossier`, lineOf(actor))).map(
          ({ id }) => id,
        ),
      );
      for (const resource of dossiers) {
        const isPermitted = mayRead(actor, resource);
        expect(visible.has(resource.id), `${actor.kind} ${actor.accountId}`).toBe(isPermitted);
        cases += 1;
        seen += Number(isPermitted);
      }
    }
    expect(cases).toBeGreaterThanOrEqual(5_000);
    expect(seen).toBeGreaterThan(300);
    expect(seen).toBeLessThan(cases);
  });

  test('cut what belongs to a dossier as they cut the dossier', async () => {
    for (const actor of actors) {
      const theirs = dossiers.filter((resource) => mayRead(actor, resource)).map(({ id }) => id);
      const foreign = await rows(
        sql<{ what: string }>`
          select 'act' as what from dossier.act where dossier_id <> all (${theirs}::uuid[])
          union select 'message' from dossier.message where dossier_id <> all (${theirs}::uuid[])
          union select 'supplement' from dossier.supplement where dossier_id <> all (${theirs}::uuid[])
          union select 'demand' from payment.demand where dossier_id <> all (${theirs}::uuid[])
          union select 'draft' from dossier.draft where account_id <> ${actor.accountId}
          union select 'notice' from notify.notice where person_id <> ${actor.personId}`,
        lineOf(actor),
      );
      expect(foreign).toEqual([]);
    }
  });
});

function mayRead(subject: Actor, resource: DossierQuestion['resource']): boolean {
  return decide({ subject, action: 'read', resource, steps: [] }).isPermitted;
}

/** Tables with a column that says whose a row is. */
const ownedTables = sql<{ name: string; is_cut: boolean; is_forced: boolean }>`
  select c.oid::regclass::text as name, c.relrowsecurity as is_cut, c.relforcerowsecurity as is_forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public')
     and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in
       ('account_id', 'person_id', 'owner', 'dossier_id', 'subject', 'subject_id', 'owner_person_id', 'begun_by',
        'payer_person_id', 'principal_id'))
   order by 1`;

describe('row-level security', () => {
  test('is on for every table that says whose its rows are, also for the owner of the table', async () => {
    const tables = await rows(ownedTables);
    const uncut = tables.filter(({ is_cut, is_forced }) => !is_cut || !is_forced);
    expect(uncut.map(({ name }) => name)).toEqual(Object.keys(open).toSorted());
    expect(tables.length).toBeGreaterThan(uncut.length + 15);
  });

  test('shows a visitor nothing, and nothing to whoever forgets to say who they are', async () => {
    const lines: Line[] = (['visitor', 'citizen', 'official'] as const).map((role) => ({
      role,
      account: null,
      person: null,
      persons: [],
      units: [],
    }));
    for (const { name, is_cut } of await rows(ownedTables)) {
      if (!is_cut) continue;
      for (const line of lines) {
        const [counted] = await rows(
          sql<{ n: number }>`select count(*) as n from ${sql.raw(name)}`,
          line,
        );
        expect([name, line.role, counted]).toEqual([name, line.role, { n: 0 }]);
      }
    }
  });

  test('lets nobody change or add to what they do not see', async () => {
    const stranger = actors.find(
      ({ kind, posts }) => kind === 'official' && posts.some(({ role }) => role === 'CB_THUE'),
    )!;
    const foreign = dossiers.find(
      ({ unitIds }) => !stranger.posts.some(({ unitId }) => unitIds.includes(unitId)),
    )!;
    const line = lineOf(stranger);
    const changed = await rows(
      sql`update dossier.dossier set state = 'RESOLVED' where id = ${foreign.id} returning id`,
      line,
    );
    expect(changed).toEqual([]);
    await expect(
      rows(
        sql`insert into dossier.paper_check (dossier_id, paper_code, verdict, by_account, at, sealed)
          values (${foreign.id}, 'x', 'good', ${stranger.accountId}, now(), '\\x00')`,
        line,
      ),
    ).rejects.toThrow('row-level security');
  });

  test('has no way back into the tables of the migrations, and none around append-only tables', async () => {
    const citizen = lineOf(actors.find(({ kind }) => kind === 'citizen')!);
    await expect(rows(sql`select * from public.migration`, citizen)).rejects.toThrow(
      'permission denied',
    );
    await expect(
      rows(sql`alter table dossier.dossier disable row level security`, citizen),
    ).rejects.toThrow('owner');
  });
});
