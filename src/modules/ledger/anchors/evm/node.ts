import type { Address, Hex, PublicClient, Transport } from 'viem';
import type { PrivateKeyAccount } from 'viem/accounts';
import { type ContractAbi, signatures } from './contract.ts';

/** Which chain, and which contract on it. */
export interface ChainPlace {
  readonly rpcUrls: readonly string[];
  readonly chainId: number;
  readonly contract: Address;
}

/** A checkpoint as the contract keeps it. */
export interface KeptHead {
  readonly size: number;
  readonly root: Buffer;
  readonly at: Date;
}

/** What became of a transaction that a block took. */
export interface Mined {
  readonly isGood: boolean;
  readonly block: number;
}

/** Where a checkpoint came to be kept. */
export interface Placed {
  readonly transaction: Hex;
  readonly block: number;
  readonly blockHash: Hex;
}

/** What is offered for a unit of gas, in wei. Chains from before EIP-1559 know one price only. */
export interface Fee {
  readonly most: bigint;
  readonly tip: bigint | null;
}

/** The contract as it is reached through a node. */
export interface ChainNode {
  readonly account: Address;
  /** Number of the newest block. */
  block(): Promise<number>;
  /** The last checkpoint of a log as of a block. */
  headAt(origin: Hex, block: number): Promise<KeptHead | undefined>;
  /** The first checkpoint that covers an entry, as of a block. */
  coveringAt(origin: Hex, index: number, block: number): Promise<KeptHead | undefined>;
  /** The transaction by which a checkpoint came to be kept. */
  placeOf(origin: Hex, size: number, from: number, to: number): Promise<Placed | undefined>;
  /** What another agency voted for last and the contract does not keep yet. */
  openVote(origin: Hex): Promise<Pick<KeptHead, 'size' | 'root'> | undefined>;
  /** How many transactions of the account blocks took, as of a block. */
  countAt(block: number): Promise<number>;
  fee(): Promise<Fee>;
  /** How much gas a vote takes. @throws with the name of the contract's error when it would refuse */
  gasOf(vote: Vote): Promise<number>;
  sign(vote: Vote, nonce: number, gas: number, fee: Fee): Promise<{ hash: Buffer; raw: Buffer }>;
  /** Sends what was signed; once is enough, but again does no harm. */
  send(raw: Buffer): Promise<void>;
  minedOf(hash: Buffer): Promise<Mined | undefined>;
}

/** For how many blocks votes are looked for: nodes answer for so many at a time only. */
const lookBack = 5_000n;

/** What a vote says. */
export interface Vote {
  readonly origin: Hex;
  readonly size: number;
  readonly root: Buffer;
  readonly proof: readonly Buffer[];
}

/**
 * Opens a way to the contract.
 * @throws Error when the nodes serve another chain, or there is no contract at that address.
 */
export async function openNode(
  place: ChainPlace,
  key: Hex,
  transport?: Transport,
): Promise<ChainNode> {
  // Heavy, and of no use to most installations.
  const viem = await import('viem');
  const { privateKeyToAccount } = await import('viem/accounts');
  const urls = place.rpcUrls.map((url) => viem.http(url, { timeout: 15_000 }));
  const client = viem.createPublicClient({
    transport: transport ?? viem.fallback(urls),
    cacheTime: 0,
  });
  const chainId = await client.getChainId();
  if (chainId !== place.chainId) throw new Error(`the node serves the chain ${chainId}`);
  const code = await client.getCode({ address: place.contract });
  if (!code || code === '0x') throw new Error(`there is no contract at ${place.contract}`);
  return nodeOf(place, client, privateKeyToAccount(key), viem);
}

function nodeOf(
  { contract: address, chainId }: ChainPlace,
  client: PublicClient,
  account: PrivateKeyAccount,
  viem: typeof import('viem'),
): ChainNode {
  const abi: ContractAbi = viem.parseAbi(signatures);
  return {
    account: account.address,
    block: async () => Number(await client.getBlockNumber()),
    async headAt(origin, block) {
      const call = { address, abi, functionName: 'lastHead', blockNumber: BigInt(block) } as const;
      const head = await client.readContract({ ...call, args: [origin] }).catch(whenNotThere);
      return head && head.size > 0n ? kept(head) : undefined;
    },
    async coveringAt(origin, index, block) {
      const call = { address, abi, functionName: 'covering', blockNumber: BigInt(block) } as const;
      const args = [origin, BigInt(index)] as const;
      const head = await client.readContract({ ...call, args }).catch(whenNotThere);
      return head && kept(head);
    },
    async placeOf(origin, size, from, to) {
      const [event] = await client.getContractEvents({
        address,
        abi,
        eventName: 'Anchored',
        args: { origin, size: BigInt(size) },
        fromBlock: BigInt(from),
        toBlock: BigInt(to),
      });
      if (!event) return undefined;
      const { transactionHash: transaction, blockNumber, blockHash } = event;
      return { transaction, block: Number(blockNumber), blockHash };
    },
    async openVote(origin) {
      const block = await client.getBlockNumber();
      const head = await client.readContract({
        address,
        abi,
        functionName: 'lastHead',
        args: [origin],
      });
      const votes = await client.getContractEvents({
        address,
        abi,
        eventName: 'Voted',
        args: { origin },
        fromBlock: block > lookBack ? block - lookBack : 0n,
      });
      const open = votes.findLast(
        ({ args: { size = 0n, agency } }) => size > head.size && agency !== account.address,
      );
      if (!open) return undefined;
      return { size: Number(open.args.size), root: bytes(open.args.root!) };
    },
    countAt: (block) =>
      client.getTransactionCount({ address: account.address, blockNumber: BigInt(block) }),
    async fee() {
      const { baseFeePerGas } = await client.getBlock();
      if (baseFeePerGas === null) return { most: await client.getGasPrice(), tip: null };
      const tip = await client.estimateMaxPriorityFeePerGas();
      // Twice the base: it may rise by an eighth in each block (EIP-1559), so this holds for six full blocks.
      return { most: 2n * baseFeePerGas + tip, tip };
    },
    async gasOf(vote) {
      const call = { account, address, abi, functionName: 'confirm', args: argsOf(vote) } as const;
      await client.simulateContract(call).catch((error: unknown) => {
        throw new Error(`the contract would refuse: ${nameOf(error) ?? 'unknown'}`, {
          cause: error,
        });
      });
      // The vote that decides costs more than the one that was asked about.
      return Number(await client.estimateContractGas(call)) + 80_000;
    },
    async sign(vote, nonce, gas, { most, tip }) {
      const data = viem.encodeFunctionData({ abi, functionName: 'confirm', args: argsOf(vote) });
      const one = { chainId, nonce, to: address, data, gas: BigInt(gas) };
      const signed = await account.signTransaction(
        tip === null
          ? { ...one, type: 'legacy', gasPrice: most }
          : { ...one, type: 'eip1559', maxFeePerGas: most, maxPriorityFeePerGas: tip },
      );
      return { hash: bytes(viem.keccak256(signed)), raw: bytes(signed) };
    },
    async send(raw) {
      const serializedTransaction: Hex = `0x${raw.toString('hex')}`;
      await client.sendRawTransaction({ serializedTransaction }).catch((error: unknown) => {
        if (!isKnownAlready(error)) throw error;
      });
    },
    async minedOf(hash) {
      try {
        const one = await client.getTransactionReceipt({ hash: `0x${hash.toString('hex')}` });
        return { isGood: one.status === 'success', block: Number(one.blockNumber) };
      } catch (error) {
        if (error instanceof viem.TransactionReceiptNotFoundError) return undefined;
        throw error;
      }
    },
  };

  /** No such checkpoint as of that block, or no contract yet. */
  function whenNotThere(error: unknown): undefined {
    const isTooEarly =
      error instanceof viem.BaseError &&
      error.walk((one) => one instanceof viem.ContractFunctionZeroDataError) !== null;
    if (!isTooEarly && nameOf(error) !== 'NoHead') throw error;
  }

  /** The contract's own word for why it refused. */
  function nameOf(error: unknown): string | undefined {
    if (!(error instanceof viem.BaseError)) return undefined;
    const reason = error.walk((one) => one instanceof viem.ContractFunctionRevertedError);
    return (reason as { data?: { errorName?: string } } | null)?.data?.errorName;
  }
}

/** A node that has the transaction already says so in words of its own; receipts tell what came of it. */
function isKnownAlready(error: unknown): boolean {
  return /already known|known transaction|already exists|already imported|nonce.{0,12}too low|underpriced/i.test(
    String(error),
  );
}

function argsOf({ origin, size, root, proof }: Vote) {
  return [origin, BigInt(size), hex(root), proof.map(hex)] as const;
}

function kept(head: {
  readonly size: bigint;
  readonly time: bigint;
  readonly root: Hex;
}): KeptHead {
  return {
    size: Number(head.size),
    root: bytes(head.root),
    at: new Date(Number(head.time) * 1000),
  };
}

function bytes(value: Hex): Buffer {
  return Buffer.from(value.slice(2), 'hex');
}

function hex(value: Buffer): Hex {
  return `0x${value.toString('hex')}`;
}
