import { resolve } from 'node:path';
import { confirmOpenVote, deployContract, openNode, publicLogAt } from '#/modules/ledger/index.ts';
import { readChainKey } from '#/platform/config/index.ts';
import {
  listOption,
  numberOption,
  textOption,
  UsageFault,
  type Command,
  type Typed,
} from '../command.ts';

const options = {
  rpc: { type: 'string' },
  'chain-id': { type: 'string' },
  key: { type: 'string' },
} as const;
const details = [
  ['--rpc', 'địa chỉ một nút của chuỗi (JSON-RPC)'],
  ['--chain-id', 'số của chuỗi'],
  ['--key', 'tệp khóa bí mật của tài khoản: 64 chữ số thập lục phân, chmod 600'],
] as const;

/** Places the contract that keeps checkpoints. */
const deployCommand: Command = {
  name: 'ledger evm deploy',
  summary: 'Đặt lên chuỗi khối hợp đồng giữ dấu của sổ minh bạch; in địa chỉ của hợp đồng',
  usage: '--rpc URL --chain-id SỐ --key TỆP --agency ĐỊA_CHỈ… --quorum SỐ',
  options: { ...options, agency: { type: 'string', multiple: true }, quorum: { type: 'string' } },
  details: [
    ...details,
    ['--agency', 'tài khoản của một cơ quan được xác nhận; nêu nhiều lần, kể cả của cơ quan mình'],
    ['--quorum', 'cần bao nhiêu cơ quan xác nhận'],
  ],
  async run(typed, tell) {
    const agencies = listOption(typed, 'agency').map(addressOf);
    if (agencies.length === 0) throw new UsageFault('Thiếu --agency.');
    const quorum = numberOption(typed, 'quorum', { from: 1, to: agencies.length });
    const address = await deployContract({ ...placeOf(typed), agencies, quorum });
    tell(address);
    return true;
  },
};

/** What another agency runs, say every hour, on its own computer. */
const confirmCommand: Command = {
  name: 'ledger evm confirm',
  summary:
    'Cơ quan khác: kiểm tra dấu mà văn phòng đã gửi lên chuỗi theo dữ liệu công khai, rồi xác nhận',
  usage:
    '--rpc URL --chain-id SỐ --key TỆP --contract ĐỊA_CHỈ --log URL --vkey KHÓA [--max-fee GWEI]',
  options: {
    ...options,
    contract: { type: 'string' },
    log: { type: 'string' },
    vkey: { type: 'string' },
    'max-fee': { type: 'string' },
  },
  details: [
    ...details,
    ['--contract', 'địa chỉ của hợp đồng'],
    ['--log', 'địa chỉ công khai của văn phòng, ví dụ https://dichvucong.example.vn'],
    ['--vkey', 'khóa của sổ, nhận trực tiếp từ văn phòng (dòng log trong /ledger/policy)'],
    ['--max-fee', 'trả nhiều nhất bao nhiêu gwei cho một đơn vị gas; không nêu là 100'],
  ],
  async run(typed, tell) {
    const { rpcUrl, chainId, key } = placeOf(typed);
    const contract = addressOf(required(typed, 'contract'));
    const node = await openNode({ rpcUrls: [rpcUrl], chainId, contract }, key);
    const most = numberOption(typed, 'max-fee', { from: 0, to: 1_000_000, standard: 100 });
    const log = publicLogAt(required(typed, 'log'));
    const found = await confirmOpenVote(
      node,
      log,
      required(typed, 'vkey'),
      BigInt(most) * 10n ** 9n,
    );
    tell(
      found.is === 'nothing'
        ? 'Không có dấu nào chờ xác nhận.'
        : `Đã xác nhận sổ ${found.size.toLocaleString('vi-VN')} mục: ${found.transaction}`,
    );
    return true;
  },
};

export const ledgerChainCommands: readonly Command[] = [deployCommand, confirmCommand];

function placeOf(typed: Typed) {
  const rpcUrl = required(typed, 'rpc');
  if (!/^https?:\/\/\S+$/.test(rpcUrl)) throw new UsageFault('--rpc phải là địa chỉ http(s).');
  const chainId = numberOption(typed, 'chain-id', { from: 1, to: 999_999_999_999 });
  return { rpcUrl, chainId, key: readChainKey(resolve(required(typed, 'key'))) };
}

function required(typed: Typed, name: string): string {
  const value = textOption(typed, name);
  if (value === undefined) throw new UsageFault(`Thiếu --${name}.`);
  return value;
}

function addressOf(text: string): `0x${string}` {
  if (!/^0x[0-9a-fA-F]{40}$/.test(text))
    throw new UsageFault(`"${text}" không phải địa chỉ tài khoản (0x và 40 chữ số).`);
  return text as `0x${string}`;
}
