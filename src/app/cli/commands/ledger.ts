import { verifyLedger } from '#/modules/ledger/index.ts';
import { ledgerDoors } from '../../links.ts';
import type { Command } from '../command.ts';
import { atWork } from '../workplace.ts';

export const ledgerVerifyCommand: Command = {
  name: 'ledger verify',
  summary: 'Tính lại toàn bộ sổ minh bạch và so với dữ liệu; mã thoát 1 khi có chỗ không khớp',
  usage: '',
  run: (_typed, tell) =>
    atWork(tell, ({ services }) => verifyLedger(services, ledgerDoors.sources, tell)),
};
