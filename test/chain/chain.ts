import { createRequire } from 'node:module';
import { createHardhatRuntimeEnvironment } from 'hardhat/hre';
import {
  createPublicClient,
  createTestClient,
  custom,
  encodeDeployData,
  encodeFunctionData,
  http,
  parseAbi,
  type Address,
  type Hex,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { readBytecode, signatures } from '#/modules/ledger/anchors/evm/contract.ts';

/** Whether the machine of the chain can run: npm installs it on Node 22 and newer only, which `npm test` sees to. */
export const hasChain = ((): boolean => {
  try {
    createRequire(createRequire(import.meta.url).resolve('hardhat'))('@nomicfoundation/edr');
    return true;
  } catch {
    return false;
  }
})();

export const abi = parseAbi(signatures);

/** Keys of invented agencies, each with money on the chain of tests. */
export const agencyKeys = [1, 2, 3, 4].map(
  (n): Hex => `0x${n.toString(16).padStart(2, '0').repeat(32)}`,
);

const networks = {
  default: {
    type: 'edr-simulated',
    chainType: 'l1',
    hardfork: 'merge',
    accounts: agencyKeys.map((privateKey) => ({ privateKey, balance: 10n ** 21n })),
  },
} as const;

/** A chain of our own (Hardhat's EVM): in this process, or behind JSON-RPC on loopback. */
export async function startChain({ served = false } = {}) {
  const { network } = await createHardhatRuntimeEnvironment({ networks });
  const server = served ? await network.createServer('default', '127.0.0.1') : undefined;
  const listening = await server?.listen();
  const url = listening && `http://127.0.0.1:${listening.port}`;
  const connection = served ? undefined : await network.create('default');
  const transport =
    url === undefined
      ? custom(connection!.provider, { retryCount: 0 })
      : http(url, { retryCount: 0 });
  const client = createPublicClient({ transport, cacheTime: 0, pollingInterval: 20 });
  const control = createTestClient({ transport, mode: 'hardhat' });
  return {
    url,
    transport,
    client,
    control,
    accounts: agencyKeys.map((key) => privateKeyToAccount(key)),
    deploy,
    call,
    close: async () => {
      await connection?.close();
      await server?.close();
    },
  };

  /** Puts the contract on the chain. */
  async function deploy(agencies: readonly Address[], quorum: number): Promise<Address> {
    const args = [agencies, quorum] as const;
    const data = encodeDeployData({ abi, bytecode: readBytecode(), args });
    return (await send(agencyKeys[0]!, null, data)).contractAddress!;
  }

  /** Calls the contract in a block of its own. @throws with the name of the error that the contract answers with */
  async function call(key: Hex, address: Address, functionName: 'confirm' | 'rotate', args: never) {
    const account = privateKeyToAccount(key);
    await client.simulateContract({ account, address, abi, functionName, args });
    return await send(key, address, encodeFunctionData({ abi, functionName, args }));
  }

  async function send(key: Hex, to: Address | null, data: Hex) {
    const account = privateKeyToAccount(key);
    const serializedTransaction = await account.signTransaction({
      chainId: await client.getChainId(),
      nonce: await client.getTransactionCount({ address: account.address }),
      to,
      data,
      gas: 3_000_000n,
      gasPrice: 10n ** 11n,
      type: 'legacy',
    });
    const hash = await client.sendRawTransaction({ serializedTransaction });
    return await client.waitForTransactionReceipt({ hash });
  }
}
