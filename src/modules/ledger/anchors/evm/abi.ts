/**
 * What the contract understands (CheckpointAnchor.sol), as viem reads it. contract.json holds the same as the compiler
 * wrote it; a test compares them.
 */
export const abi = [
  {
    type: 'function',
    name: 'confirm',
    stateMutability: 'nonpayable',
    inputs: [
      { name: 'origin', type: 'bytes32' },
      { name: 'size', type: 'uint64' },
      { name: 'root', type: 'bytes32' },
      { name: 'proof', type: 'bytes32[]' },
    ],
    outputs: [],
  },
] as const;
