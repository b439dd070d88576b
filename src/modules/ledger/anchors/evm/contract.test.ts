import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { toFunctionSelector, toHex, type Hex } from 'viem';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { abi, agencyKeys, hasChain, startChain } from '../../../../../test/chain/chain.ts';
import { lastHeadSelector } from './contract.ts';
import { compileContract, contractFile } from '../../../../../tools/chain-contract.ts';
import { append, emptyEdge, rootOf } from '../../merkle/edge.ts';
import { leafHash, type Hash } from '../../merkle/hash.ts';
import { consistencyRanges, inclusionRanges } from '../../merkle/proof.ts';

const leaves = Array.from({ length: 40 }, (_, n) => leafHash(Buffer.from(`việc ${n}`)));
const rootAt = (size: number, of: readonly Hash[] = leaves) =>
  rootOf(append(emptyEdge, of.slice(0, size)));
const hashesOf = (ranges: readonly { start: number; end: number }[]) =>
  ranges.map(({ start, end }) => hex(rootOf(append(emptyEdge, leaves.slice(start, end)))));
const hex = (bytes: Buffer): Hex => toHex(bytes);
const origin = toHex(hash('sha256', 'dvc.example.vn/ledger', 'buffer'));

test('the kept contract is what the compiler makes of its source, letter by letter', () => {
  expect(compileContract()).toBe(readFileSync(contractFile, 'utf8'));
}, 60_000);

test('what the program calls of the contract is what the compiler says that there is', () => {
  const made = (JSON.parse(readFileSync(contractFile, 'utf8')) as { abi: object[] }).abi;
  const spelled = (one: object) =>
    JSON.stringify(one, (key, value: unknown) => (key === 'internalType' ? undefined : value));
  const known = new Set(made.map((one) => sorted(one)));
  for (const one of abi) expect(known).toContain(sorted(one));
  expect(toFunctionSelector('lastHead(bytes32)')).toBe(lastHeadSelector);

  function sorted(one: object): string {
    const { inputs = [], outputs = [], name, type } = one as Record<string, never>;
    const kinds = (list: readonly object[]) =>
      (JSON.parse(spelled(list)) as { type: string; name?: string; indexed?: boolean }[]).map(
        (each) => `${each.type} ${each.name ?? ''} ${each.indexed ?? false}`,
      );
    return JSON.stringify([type, name ?? '', kinds(inputs), kinds(outputs)]);
  }
});

describe.skipIf(!hasChain)('the contract (skipped where npm could not install the chain)', () => {
  let chain: Awaited<ReturnType<typeof startChain>>;
  beforeAll(async () => {
    chain = await startChain();
  });
  afterAll(() => chain?.close());

  const place = (quorum: number, members = 3) =>
    chain.deploy(
      chain.accounts.slice(0, members).map(({ address }) => address),
      quorum,
    );
  type Place = Awaited<ReturnType<typeof place>>;

  function confirm(
    contract: Place,
    who: number,
    size: number,
    proof: readonly Hex[],
    root = hex(rootAt(size)),
  ) {
    const args = [origin, BigInt(size), root, proof] as const;
    return chain.call(agencyKeys[who]!, contract, 'confirm', args as never);
  }
  const growth = (from: number, to: number) => hashesOf(consistencyRanges(from, to));
  const lastOf = (address: Place) =>
    chain.client.readContract({ address, abi, functionName: 'lastHead', args: [origin] });

  /** Lets agencies keep a checkpoint. */
  async function keep(contract: Place, size: number, from: number): Promise<void> {
    await confirm(contract, 0, size, growth(from, size));
    await confirm(contract, 1, size, growth(from, size));
    expect((await lastOf(contract)).size).toBe(BigInt(size));
  }

  test('keeps a checkpoint only when a quorum confirmed it', async () => {
    const contract = await place(2);
    await confirm(contract, 0, 5, []);
    expect((await lastOf(contract)).size).toBe(0n);
    await confirm(contract, 2, 5, []);
    const { size, root } = await lastOf(contract);
    expect({ size, root }).toEqual({ size: 5n, root: hex(rootAt(5)) });
    const [event] = await chain.client.getContractEvents({
      address: contract,
      abi,
      eventName: 'Anchored',
      fromBlock: 0n,
    });
    expect(event!.args).toEqual({ origin, size: 5n, root });
  });

  test('refuses strangers, second votes, old sizes and proofs that are forged', async () => {
    const contract = await place(2);
    await expect(confirm(contract, 3, 5, [])).rejects.toThrow('NotAgency');
    await expect(confirm(contract, 0, 5, growth(3, 5))).rejects.toThrow('BadProof');
    await confirm(contract, 0, 5, []);
    await expect(confirm(contract, 0, 5, [])).rejects.toThrow('Twice');
    await confirm(contract, 1, 5, []);
    for (const old of [0, 4, 5])
      await expect(confirm(contract, 0, old, [])).rejects.toThrow('Stale');
    const proof = growth(5, 13);
    const forged = [
      [],
      proof.slice(1),
      proof.slice(0, -1),
      [...proof, proof[0]!],
      proof.toReversed(),
      proof.map((one, at) => (at === 1 ? hex(rootAt(3)) : one)),
    ];
    for (const one of forged)
      await expect(confirm(contract, 0, 13, one)).rejects.toThrow('BadProof');
    await confirm(contract, 0, 13, proof);
  });

  test('refuses another history, even from all agencies', async () => {
    const contract = await place(2);
    await keep(contract, 5, 0);
    const other = leaves.with(2, leafHash(Buffer.from('việc bị sửa')));
    const ranges = consistencyRanges(5, 9);
    const proof = ranges.map(({ start, end }) =>
      hex(rootOf(append(emptyEdge, other.slice(start, end)))),
    );
    for (const who of [0, 1, 2])
      await expect(confirm(contract, who, 9, proof, hex(rootAt(9, other)))).rejects.toThrow(
        'BadProof',
      );
    await expect(confirm(contract, 0, 9, growth(5, 9), hex(rootAt(8)))).rejects.toThrow('BadProof');
  });

  test('does not add up votes for different checkpoints of one size', async () => {
    const contract = await place(2);
    await confirm(contract, 0, 5, [], hex(rootAt(4)));
    await confirm(contract, 1, 5, []);
    expect((await lastOf(contract)).size).toBe(0n);
    await confirm(contract, 0, 5, []);
    expect((await lastOf(contract)).root).toBe(hex(rootAt(5)));
  });

  test('lets a quorum change the agencies; the votes of those who left count no more', async () => {
    const contract = await place(2);
    const next = [1, 2, 3].map((n) => chain.accounts[n]!.address);
    const rotate = (who: number, agencies: readonly Hex[], quorum: number) => {
      const args = [agencies, quorum] as const;
      return chain.call(agencyKeys[who]!, contract, 'rotate', args as never);
    };
    await confirm(contract, 0, 5, []);
    await expect(rotate(3, next, 2)).rejects.toThrow('NotAgency');
    await rotate(0, next, 2);
    await expect(rotate(1, next, 4)).resolves.toBeDefined();
    await rotate(1, next, 2);
    expect(
      await chain.client.readContract({ address: contract, abi, functionName: 'agencies' }),
    ).toEqual(next);
    await expect(confirm(contract, 0, 6, [])).rejects.toThrow('NotAgency');
    await confirm(contract, 1, 5, []);
    expect((await lastOf(contract)).size).toBe(0n);
    await confirm(contract, 3, 5, []);
    expect((await lastOf(contract)).size).toBe(5n);
    for (const [agencies, quorum] of [
      [[], 0],
      [next, 4],
      [[next[0]!, next[0]!], 1],
    ] as const) {
      await rotate(1, agencies, quorum);
      await expect(rotate(2, agencies, quorum)).rejects.toThrow('BadAgencies');
    }
  });

  test('knows since when an entry is covered, and whether it stands in that tree', async () => {
    const contract = await place(2);
    await keep(contract, 5, 0);
    await keep(contract, 13, 5);
    await keep(contract, 40, 13);
    const ask = (index: number) =>
      chain.client.readContract({
        address: contract,
        abi,
        functionName: 'covering',
        args: [origin, BigInt(index)],
      });
    for (const [index, size] of [
      [0, 5],
      [4, 5],
      [5, 13],
      [13, 40],
      [39, 40],
    ] as const)
      expect((await ask(index)).size).toBe(BigInt(size));
    await expect(ask(40)).rejects.toThrow('NoHead');
  });

  test('judges every proof of growth and of inclusion up to forty leaves as we do', async () => {
    const address = await place(2);
    const read = (functionName: 'consistent' | 'included', args: readonly unknown[]) =>
      chain.client.readContract({ address, abi, functionName, args: args as never });
    for (let size = 1; size <= 40; size += 1) {
      const root = hex(rootAt(size));
      const asked: Promise<boolean>[] = [];
      const expected: boolean[] = [];
      for (let old = 1; old <= size; old += 3) {
        const args = [BigInt(old), hex(rootAt(old)), BigInt(size), root, growth(old, size)];
        asked.push(read('consistent', args));
        expected.push(true);
        asked.push(read('consistent', args.with(1, hex(rootAt(old - 1)))));
        expected.push(false);
        const index = old - 1;
        const proof = hashesOf(inclusionRanges(index, size));
        asked.push(
          read('included', [hex(leaves[index]!), BigInt(index), BigInt(size), root, proof]),
        );
        expected.push(true);
        asked.push(read('included', [hex(leaves[index]!), BigInt(old), BigInt(size), root, proof]));
        expected.push(false);
      }
      expect(await Promise.all(asked), `size ${size}`).toEqual(expected);
    }
  }, 60_000);

  test('costs less than 200,000 gas, vote and decision alike', async () => {
    const contract = await place(2);
    await keep(contract, 5, 0);
    const proof = growth(5, 39);
    const first = await confirm(contract, 0, 39, proof);
    const second = await confirm(contract, 1, 39, proof);
    expect(first.gasUsed).toBeLessThan(200_000n);
    expect(second.gasUsed).toBeLessThan(200_000n);
  });
});
