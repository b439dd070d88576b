import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '#/platform/config/index.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import { openLog as openLogFile } from '#/platform/log.ts';
import { newId } from '#/values/id.ts';
import { abi, agencyKeys, hasChain, startChain } from '../../../../../test/chain/chain.ts';
import { testDatabase } from '../../../../../test/database/fixture.ts';
import { append } from '../../append.ts';
import { openLog } from '../../open-log.ts';
import { createSequencer } from '../../sequencer/sequencer.ts';
import { findAnchor } from '../../store/anchors.ts';
import { proveGrowth } from '../../prove.ts';
import { logKeys } from '../../sequencer/log-keys.ts';
import { findPublished } from '../../store/checkpoints.ts';
import { findLog } from '../../store/log.ts';
import { createCouncil } from '../../witnesses/council.ts';
import { anchorLatest } from '../anchor-latest.ts';
import { chainAnchor, originOf } from './chain-anchor.ts';
import { confirmOpenVote, type PublicLog } from './confirm.ts';
import { deployContract } from './deploy.ts';
import { growthFrom } from './growth.ts';
import { type ChainNode, openNode } from './node.ts';

const database = testDatabase('ledger');
const keys = keysFrom(Buffer.alloc(32, 7));
const log = openLogFile('silent');
let now = new Date('2026-07-15T03:00:00Z');
const clock = { now: () => now };
const passes = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
const services = () => ({ database: database(), keys, clock, log });

beforeAll(() =>
  database().transaction((tx) => openLog(tx, { config: readConfig({}), keys, clock })),
);

/** Seals some acts and publishes the checkpoint; returns it. */
async function grow(count: number) {
  await database().transaction(async (tx) => {
    for (let n = 0; n < count; n += 1)
      await append(tx, {
        kind: 'act',
        subject: newId(),
        n: 1,
        at: now,
        facts: { verb: 'x' },
        document: {},
      });
    await sql`update ledger.log set leader_seen_at = now() - interval '1 hour'`.execute(tx);
  });
  const council = createCouncil(services(), 'quorum none');
  const sequencer = createSequencer(services(), council);
  while ((await sequencer.turn()).became !== 'idle');
  await council.round();
  return (await database().transaction(findPublished))!;
}

const listVotes = () =>
  database().transaction(async (tx) => {
    const { rows } = await sql<{ size: number; attempt: number; fee: number; became: string }>`
      select size, attempt, fee, became from ledger.chain_vote order by signed_at, attempt`.execute(
      tx,
    );
    return rows;
  });

describe.skipIf(!hasChain).each([{ served: false }, { served: true }])(
  'an anchor on a chain, behind JSON-RPC: $served (skipped where npm could not install the chain)',
  ({ served }) => {
    let chain: Awaited<ReturnType<typeof startChain>>;
    let contract: `0x${string}`;
    beforeAll(async () => {
      chain = await startChain({ served });
    });
    afterAll(() => chain?.close());
    beforeEach(async () => {
      await chain.control.setAutomine(true);
      const agencies = chain.accounts.slice(0, 3).map(({ address }) => address);
      const deployment = { rpcUrl: '', chainId: 31_337, key: agencyKeys[0]!, agencies, quorum: 2 };
      contract = await deployContract(deployment, chain.transport);
      await database().transaction((tx) =>
        sql`truncate ledger.chain_vote, ledger.anchor`.execute(tx),
      );
    });

    const settings = (more: object = {}) => ({
      place: 'chuoi-khoi',
      name: 'Chuỗi thử',
      chainId: 31_337,
      contract,
      confirmations: 2,
      maxFeeGwei: 100,
      replaceAfterMinutes: 20,
      patienceHours: 24,
      ...more,
    });
    /** A new process, which knows what the database holds and nothing else. */
    const hire = (change: (node: ChainNode) => Partial<ChainNode> = () => ({}), more = {}) =>
      chainAnchor(services(), settings(more), async () => {
        const node = await openNode(
          { rpcUrls: [], chainId: 31_337, contract },
          agencyKeys[0]!,
          chain.transport,
        );
        return { ...node, ...change(node) };
      });
    const turn = (anchor = hire()) => anchorLatest(services(), [anchor]);
    const mine = (blocks = 1) => chain.control.mine({ blocks });

    /** Another agency confirms what it takes for the log at that size. */
    async function confirm(size: number, root: Buffer, who = 1): Promise<void> {
      const origin = originOf({ origin: 'localhost:8080/ledger' });
      const read = { address: contract, abi } as const;
      const head = await chain.client.readContract({
        ...read,
        functionName: 'lastHead',
        args: [origin],
      });
      const older = { size: Number(head.size), root: Buffer.from(head.root.slice(2), 'hex') };
      const grown =
        older.size === 0
          ? []
          : await database().transaction((tx) => growthFrom(tx, older, { size, root }));
      const proof = grown!.map((one) => `0x${one.toString('hex')}`);
      const args = [origin, BigInt(size), `0x${root.toString('hex')}`, proof];
      await chain.call(agencyKeys[who]!, contract, 'confirm', args as never);
    }
    const countSent = async () =>
      chain.client.getTransactionCount({ address: chain.accounts[0]!.address });

    test('counts when a quorum confirmed and the block is deep enough, and says where to look', async () => {
      const { size, root } = await grow(3);
      expect(await turn()).toBe(0);
      await mine(5);
      expect(await turn()).toBe(0);
      await confirm(size, root);
      expect(await turn()).toBe(0);
      await mine(2);
      expect(await turn()).toBe(1);
      const kept = (await database().transaction((tx) => findAnchor(tx, size)))!;
      const proof = JSON.parse(kept.proof.toString()) as Record<string, string>;
      expect(proof).toMatchObject({ chainId: 31_337, contract, size });
      expect(proof['root']).toBe(`0x${root.toString('hex')}`);
      const hash = proof['transaction'] as `0x${string}`;
      expect((await chain.client.getTransactionReceipt({ hash })).status).toBe('success');
      expect(await turn()).toBe(0);
      const next = await grow(5);
      await turn();
      await confirm(next.size, next.root);
      await mine(2);
      expect(await turn()).toBe(1);
      expect(await listVotes()).toMatchObject([{ became: 'anchored' }, { became: 'anchored' }]);
    });

    test('is confirmed by another agency from public data alone, and only when it is the log that is shown', async () => {
      const first = await grow(2);
      await turn();
      await grow(1);
      const { vkeys } = (await database().transaction(findLog))!;
      const place = { rpcUrls: [], chainId: 31_337, contract };
      const agency = await openNode(place, agencyKeys[1]!, chain.transport);
      const shown = (change: (proof: Buffer[]) => Buffer[] = (proof) => proof): PublicLog => ({
        checkpoint: async () => (await database().transaction(findPublished))!.note,
        growth: async (from, to) =>
          change((await database().transaction((tx) => proveGrowth(tx, from, to))) as Buffer[]),
      });
      const confirmAs = (log: PublicLog, vkey = vkeys[0]!, most = 10n ** 12n) =>
        confirmOpenVote(agency, log, vkey, most);
      const stranger = logKeys(keysFrom(Buffer.alloc(32, 8)), 'localhost:8080/ledger').vkeys[0]!;
      await expect(confirmAs(shown(), stranger)).rejects.toThrow('not signed');
      await expect(confirmAs(shown((proof) => proof.slice(1)))).rejects.toThrow('another log');
      await expect(confirmAs(shown(), vkeys[0]!, 1n)).rejects.toThrow('--max-fee');
      expect(await confirmAs(shown())).toMatchObject({ is: 'confirmed', size: first.size });
      expect(await confirmAs(shown())).toEqual({ is: 'nothing' });
      await mine(2);
      expect(await turn()).toBe(1);
    });

    test('sends the same transaction again when the process died before or after sending', async () => {
      const { size, root } = await grow(1);
      const before = await countSent();
      await turn(hire(() => ({ send: () => Promise.reject(new Error('killed')) })));
      expect(await countSent()).toBe(before);
      await turn(
        hire((node) => ({
          send: async (raw) => {
            await node.send(raw);
            throw new Error('killed');
          },
        })),
      );
      for (let again = 0; again < 3; again += 1) await turn();
      expect(await countSent()).toBe(before + 1);
      await confirm(size, root);
      await mine(2);
      await turn(hire(() => ({ placeOf: () => Promise.reject(new Error('away')) })));
      expect(await listVotes()).toMatchObject([{ attempt: 1, became: 'anchored' }]);
    });

    test('is voted for once by two processes at a time', async () => {
      await grow(1);
      const before = await countSent();
      await Promise.all([turn(), turn(), turn()]);
      expect(await countSent()).toBe(before + 1);
      expect(await listVotes()).toHaveLength(1);
    });

    test('offers more for a vote that no block takes, never a second vote, and never beyond its limit', async () => {
      const { size, root } = await grow(1);
      const before = await countSent();
      await chain.control.setAutomine(false);
      await turn();
      const [first] = await listVotes();
      const limit = { maxFeeGwei: (first!.fee * 1.3) / 1e9 };
      for (let n = 0; n < 4; n += 1) {
        passes(21);
        await turn(hire(() => ({}), limit));
      }
      const votes = await listVotes();
      expect(votes.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      expect(votes.every((one) => one.fee <= limit.maxFeeGwei * 1e9)).toBe(true);
      await chain.control.setAutomine(true);
      await mine();
      expect(await countSent()).toBe(before + 1);
      await confirm(size, root);
      await mine(2);
      expect(await turn()).toBe(1);
    });

    test('sends nothing when the chain asks for more than the office wants to pay', async () => {
      await grow(1);
      const before = await countSent();
      await turn(hire(() => ({}), { maxFeeGwei: 0.000_001 }));
      expect(await countSent()).toBe(before);
      expect(await listVotes()).toEqual([]);
    });

    test('is sent again when the chain is reorganised and drops it, and is told of only when it is deep', async () => {
      const { size, root } = await grow(1);
      const snapshot = await chain.control.snapshot();
      await turn();
      await confirm(size, root);
      expect(await turn()).toBe(0);
      await chain.control.revert({ id: snapshot });
      expect(await turn()).toBe(0);
      await confirm(size, root);
      expect(await turn()).toBe(0);
      await mine(2);
      expect(await turn()).toBe(1);
      expect(await listVotes()).toMatchObject([{ attempt: 1, became: 'anchored' }]);
    });

    test('refuses to continue another history that the contract keeps', async () => {
      await grow(1);
      const forged = Buffer.alloc(32, 9);
      await confirm(1, forged, 1);
      await confirm(1, forged, 2);
      const before = await countSent();
      const anchor = hire();
      const { note } = (await database().transaction(findPublished))!;
      await expect(anchor.anchor(note)).rejects.toThrow('ours does not continue');
      expect(await countSent()).toBe(before);
    });

    test('goes on with a newer checkpoint when others were faster, or did not confirm in time', async () => {
      const first = await grow(1);
      await turn();
      await mine(3);
      passes(25 * 60);
      await turn();
      const second = await grow(1);
      await turn();
      const third = await grow(1);
      await confirm(third.size, third.root, 1);
      await confirm(third.size, third.root, 2);
      await mine(2);
      await turn();
      expect(await turn()).toBe(1);
      expect(await listVotes()).toMatchObject([
        { size: first.size, became: 'waited' },
        { size: second.size, became: 'overtaken' },
      ]);
      const kept = await database().transaction((tx) => findAnchor(tx, third.size));
      expect(kept?.place).toBe('chuoi-khoi');
    });
  },
);
