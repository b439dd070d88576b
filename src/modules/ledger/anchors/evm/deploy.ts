import type { Address, Hex, Transport } from 'viem';
import { readBytecode, signatures } from './contract.ts';

/** Who is to place the contract where, and who decides in it. */
export interface Deployment {
  readonly rpcUrl: string;
  readonly chainId: number;
  readonly key: Hex;
  readonly agencies: readonly Address[];
  readonly quorum: number;
}

/** Places the contract on a chain and waits until a block has it. @throws Error when that cannot be done */
export async function deployContract(
  { rpcUrl, chainId, key, agencies, quorum }: Deployment,
  transport?: Transport,
): Promise<Address> {
  const viem = await import('viem');
  const { privateKeyToAccount } = await import('viem/accounts');
  const account = privateKeyToAccount(key);
  const client = viem.createPublicClient({ transport: transport ?? viem.http(rpcUrl) });
  const served = await client.getChainId();
  if (served !== chainId) throw new Error(`the node serves the chain ${served}`);
  const abi = viem.parseAbi(signatures);
  const bytecode = readBytecode();
  const data = viem.encodeDeployData({ abi, bytecode, args: [agencies, quorum] });
  const serializedTransaction = await account.signTransaction({
    chainId,
    type: 'legacy',
    nonce: await client.getTransactionCount({ address: account.address }),
    gas: await client.estimateGas({ account, data }),
    gasPrice: await client.getGasPrice(),
    data,
  });
  const hash = await client.sendRawTransaction({ serializedTransaction });
  const { status, contractAddress } = await client.waitForTransactionReceipt({ hash });
  if (status !== 'success' || !contractAddress) throw new Error(`${hash} failed`);
  return contractAddress;
}
