import { declareUnits, listUnits, seedReferenceData, unitKinds } from '#/modules/agency/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import type { Command } from '../command.ts';
import { refusalLine } from '../refusal-line.ts';
import { readUnitFile } from '../unit-file.ts';
import { atWork } from '../workplace.ts';

const importIt: Command = {
  name: 'unit import',
  summary: 'Khai báo cơ quan, đơn vị từ một tệp JSON; đơn vị đã có thì cập nhật theo khóa',
  usage: 'TỆP',
  details: [
    ['TỆP', 'danh sách các đơn vị, đơn vị cấp trên đứng trước, mỗi đơn vị gồm:'],
    ['  key, name, nameEn', 'khóa (chữ thường, gạch nối), tên, tên tiếng Anh'],
    ['  kind', unitKinds.join(', ')],
    ['  parent', 'khóa của đơn vị cấp trên, nếu có'],
    ['  place, serves', 'mã địa bàn đặt trụ sở; mã các xã, phường phục vụ'],
    ['  code, legacyCode', 'mã định danh (H13.32); mã cũ nếu còn dùng (000.00.32.H13)'],
    ['  address, phone, from', 'địa chỉ; điện thoại (+84…); ngày thành lập (2025-07-01)'],
  ],
  words: [1, 1],
  async run({ words: [file = ''] }, tell) {
    const declared = readUnitFile(file);
    return atWork(tell, async ({ services: { database, clock }, application }) => {
      const outcome = await database.transaction(async (tx) => {
        await seedReferenceData(tx, clock.now());
        return declareUnits(tx, declared, clock.now());
      });
      tell(
        isRefusal(outcome)
          ? refusalLine(outcome, application())
          : `Đã thêm ${outcome.added} đơn vị, cập nhật ${outcome.changed} đơn vị.`,
      );
      return !isRefusal(outcome);
    });
  },
};

const list: Command = {
  name: 'unit list',
  summary: 'Liệt kê cơ quan, đơn vị với khóa của chúng',
  usage: '',
  run: (_typed, tell) =>
    atWork(tell, async ({ services: { database } }) => {
      const units = await database.transaction((tx) => listUnits(tx));
      if (units.length === 0)
        tell('Chưa khai báo đơn vị nào. Khai báo: npx cqs unit import --help');
      for (const { key, name, nationalCode } of units) tell(`${key}  ${name.vi} (${nationalCode})`);
      return true;
    }),
};

export const unitCommands: readonly Command[] = [importIt, list];
