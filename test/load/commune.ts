import { sql } from 'kysely';
import { demoUnits } from '#/modules/agency/index.ts';
import {
  findAccountIdOf,
  findPersonByPersonalId,
  demoAccounts,
  openSession,
} from '#/modules/identity/index.ts';
import { sealedLabel } from '#/modules/dossier/index.ts';
import type { Database, Tx } from '#/platform/db/index.ts';
import { Browser, type Answer } from '../../bench/browser.ts';
import type { ReadyApplicant } from '../../bench/drafts.ts';
import type { CrowdMember, Deed } from './crowd.ts';

/** Officials who look things up, and how many of ten sit at each account. */
const desks = [
  { account: 'mot-cua-1', unit: demoUnits.oneStop.id, seats: 4 },
  { account: 'thu-ly-1', unit: demoUnits.justice.id, seats: 3 },
  { account: 'thu-ly-2', unit: demoUnits.economy.id, seats: 2 },
  { account: 'lanh-dao-1', unit: demoUnits.leadership.id, seats: 1 },
] as const;

interface Known {
  readonly code: string;
  readonly name: string;
}

/** A commune at work: of five people three sit at desks and two apply and follow. */
export async function communeAtWork(
  database: Database,
  port: number,
  users: number,
  applicants: readonly ReadyApplicant[],
): Promise<CrowdMember[]> {
  const officials = users - applicants.length;
  const seats = desks.flatMap((desk) => Array.from({ length: desk.seats }, () => desk));
  const members: CrowdMember[] = [];
  for (let seat = 0; seat < officials; seat += 1) {
    const { account, unit } = seats[seat % seats.length]!;
    const [session, known] = await database.transaction(async (tx) => [
      await sessionOf(tx, account),
      await someDossiers(tx, unit),
    ]);
    members.push({ browser: new Browser(port, session), deeds: officialDeeds(known) });
  }
  for (const { session, drafts } of applicants) {
    const browser = new Browser(port, session);
    members.push({ browser, deeds: citizenDeeds(await browser.token(), [...drafts]) });
  }
  return members;
}

function officialDeeds(known: readonly Known[]): Deed[] {
  return [
    {
      name: 'search',
      weight: 4,
      act: async (browser, random) => {
        const words = random.pick(known).name.split(' ').slice(-2).join(' ');
        seen(
          await browser.get(
            `/can-bo?${new URLSearchParams({ hang: 'tat-ca', q: words }).toString()}`,
          ),
        );
      },
    },
    {
      name: 'open',
      weight: 4,
      act: async (browser, random) =>
        seen(await browser.get(`/can-bo/ho-so/${random.pick(known).code}`)),
    },
    { name: 'queue', weight: 2, act: async (browser) => seen(await browser.get('/can-bo')) },
  ];
}

function citizenDeeds(token: string, drafts: string[]): Deed[] {
  let code: string | undefined;
  return [
    {
      name: 'submit',
      weight: 3,
      act: async (browser) => {
        const path = drafts.shift();
        if (path === undefined) throw new Error('there are too few drafts for so long a visit');
        const answer = await browser.post(path, {
          _csrf: token,
          delivery: 'ONLINE',
          declared: 'yes',
        });
        if (answer.status !== 303) throw new Error(`not submitted: ${answer.status}`);
        code = answer.location?.split('/')[2];
      },
    },
    {
      name: 'follow',
      weight: 4,
      act: async (browser) =>
        seen(await browser.get(code === undefined ? '/ho-so' : `/ho-so/${code}`)),
    },
    {
      name: 'service',
      weight: 3,
      act: async (browser) => seen(await browser.get('/dich-vu/dang-ky-khai-sinh')),
    },
  ];
}

function seen({ status, body }: Answer): void {
  if (status !== 200) throw new Error(`not shown: ${status} ${body.slice(0, 300)}`);
}

async function sessionOf(tx: Tx, account: string): Promise<string> {
  const { person } = demoAccounts.find(({ name }) => name === account)!;
  const known = await findPersonByPersonalId(tx, person.personalId!);
  return openSession(tx, (await findAccountIdOf(tx, known!.id))!, new Date());
}

async function someDossiers(tx: Tx, unitId: string): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select d.code, ${sealedLabel.pick('d', { name: 'ownerName' })} from dossier.dossier d tablesample bernoulli (2)
     where unit_ids @> array[${unitId}]::uuid[] limit 400`.execute(tx);
  return rows;
}
