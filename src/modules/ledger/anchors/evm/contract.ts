import { readFileSync } from 'node:fs';
import type { Hex, ParseAbi } from 'viem';

/** What of the contract is called here; a test compares it with what the compiler wrote to contract.json. */
export const signatures = [
  'struct Head { uint64 size; uint64 time; bytes32 root; }',
  'constructor(address[] agencies_, uint8 quorum_)',
  'function confirm(bytes32 origin, uint64 size, bytes32 root, bytes32[] proof)',
  'function rotate(address[] agencies_, uint8 quorum_)',
  'function agencies() view returns (address[])',
  'function quorum() view returns (uint8)',
  'function votesFor(bytes32 origin, uint64 size, bytes32 root) view returns (uint256 count)',
  'function lastHead(bytes32 origin) view returns (Head head)',
  'function covering(bytes32 origin, uint64 index) view returns (Head)',
  'function consistent(uint64 old, bytes32 oldRoot, uint64 size, bytes32 root, bytes32[] proof) pure returns (bool)',
  'function included(bytes32 leaf, uint64 index, uint64 size, bytes32 root, bytes32[] proof) pure returns (bool)',
  'event Voted(bytes32 indexed origin, uint64 indexed size, address indexed agency, bytes32 root)',
  'event Anchored(bytes32 indexed origin, uint64 indexed size, bytes32 root)',
  'error NotAgency()',
  'error Stale()',
  'error BadProof()',
  'error Twice()',
  'error BadAgencies()',
  'error NoHead()',
] as const;

/** How `lastHead(bytes32)` begins in a call (Solidity ABI: first four bytes of Keccak-256); a test compares it. */
export const lastHeadSelector = '0x3d78c428';

export type ContractAbi = ParseAbi<typeof signatures>;

/** What is sent to deploy the contract, without its arguments: contract.json, made by tools/chain-contract.ts. */
export function readBytecode(): Hex {
  const file = new URL('./contract.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { bytecode: Hex }).bytecode;
}
