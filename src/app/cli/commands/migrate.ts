import { readConfig } from '#/platform/config/index.ts';
import { bringForward } from '../../bring-forward.ts';
import { openServer } from '../../server-of.ts';
import type { Command } from '../command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Cập nhật cấu trúc dữ liệu cho bản đang cài',
  usage: '',
  async run(_typed, tell) {
    const server = await openServer(readConfig(), tell);
    try {
      if (!(await bringForward(server, tell))) tell('Cấu trúc dữ liệu đã đúng bản này.');
      return true;
    } finally {
      await server.stop();
    }
  },
};
