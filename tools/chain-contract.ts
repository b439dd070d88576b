// Compiles the contract that keeps checkpoints on a chain: `node tools/run.mjs tools/chain-contract.ts`. The result is
// kept in the repository, so that whoever deploys it needs no compiler, and a test shows that it comes from the source.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import solc from 'solc';

const folder = join(import.meta.dirname, '../src/modules/ledger/anchors/evm');
const name = 'CheckpointAnchor';
export const contractFile = join(folder, 'contract.json');

/** What the compiler says of one contract. */
interface Compiled {
  readonly contracts?: Record<
    string,
    Record<string, { abi: unknown; evm: { bytecode: { object: string } } }>
  >;
  readonly errors?: readonly { severity: string; formattedMessage: string }[];
}

/** The contract as the file that is kept. @throws Error with the words of the compiler */
export function compileContract(): string {
  const source = readFileSync(join(folder, `${name}.sol`), 'utf8');
  // Paris: chains of consortia are seldom at the newest rules, and nothing later is needed.
  const settings = {
    evmVersion: 'paris',
    optimizer: { enabled: true, runs: 200 },
    metadata: { bytecodeHash: 'none' },
    outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
  };
  const input = {
    language: 'Solidity',
    sources: { [`${name}.sol`]: { content: source } },
    settings,
  };
  const { contracts, errors = [] } = JSON.parse(solc.compile(JSON.stringify(input))) as Compiled;
  const made = contracts?.[`${name}.sol`]?.[name];
  if (!made || errors.length > 0)
    throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
  const { abi, evm } = made;
  const written = { compiler: solc.version(), abi, bytecode: `0x${evm.bytecode.object}` };
  return `${JSON.stringify(written, null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(contractFile, compileContract());
