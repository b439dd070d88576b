import { checkFolders, exportProcedure, importFolders } from '#/modules/procedure/index.ts';
import { operatorAccountId } from '#/platform/http/index.ts';
import { dayOf } from '#/values/day.ts';
import { procedureLinks } from '../../links.ts';
import type { Command } from '../command.ts';
import { atWork } from '../workplace.ts';

const folders = [
  'THƯ_MỤC',
  'thư mục sáu tệp của một thủ tục, ví dụ procedures/dang-ky-khai-sinh',
] as const;

const check: Command = {
  name: 'procedure check',
  summary: 'Kiểm tra thủ tục: cấu trúc, quy trình, quy tắc và mọi ví dụ; không cần cơ sở dữ liệu',
  usage: 'THƯ_MỤC…',
  details: [folders],
  words: [1, 1_000],
  run: ({ words }, tell) => checkFolders(words, procedureLinks, tell),
};

const importIt: Command = {
  name: 'procedure import',
  summary: 'Kiểm tra rồi công bố các thủ tục: tất cả hoặc không thủ tục nào',
  usage: 'THƯ_MỤC…',
  details: [folders],
  words: [1, 1_000],
  run: ({ words }, tell) =>
    atWork(tell, ({ services: { database, clock }, application }) => {
      application();
      return importFolders(database, words, operatorAccountId, clock.now(), procedureLinks, tell);
    }),
};

const exportIt: Command = {
  name: 'procedure export',
  summary: 'Ghi sáu tệp của bản đang có hiệu lực ra một thư mục',
  usage: 'TÊN_THỦ_TỤC THƯ_MỤC',
  details: [['TÊN_THỦ_TỤC', 'phần cuối địa chỉ trang thủ tục, ví dụ dang-ky-khai-sinh']],
  words: [2, 2],
  run: ({ words: [slug = '', folder = ''] }, tell) =>
    atWork(tell, ({ services: { database, clock } }) =>
      exportProcedure(database, slug, folder, dayOf(clock.now()), tell),
    ),
};

export const procedureCommands: readonly Command[] = [check, importIt, exportIt];
