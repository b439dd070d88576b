import { mkdirSync, mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigFault, type Config } from '#/platform/config/index.ts';

/**
 * Looks, before anything is opened, whether the folder of data takes files and a secret that was named is there.
 * @throws ConfigFault with one line for each that cannot be used.
 */
export function refuseUnusableDisk(config: Config): void {
  const lines = [dataFault(config), secretFault(config)].filter((line) => line !== undefined);
  if (lines.length > 0) throw new ConfigFault(lines);
}

function dataFault({ dataDir }: Config): string | undefined {
  try {
    mkdirSync(dataDir, { recursive: true });
    rmdirSync(mkdtempSync(join(dataDir, '.try-')));
    return undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const [vi, en] =
      code === 'EEXIST' || code === 'ENOTDIR'
        ? ['là một tệp, không phải thư mục', 'is a file and no folder']
        : [`không ghi vào được (${code})`, `cannot be written to (${code})`];
    return `CQS_DATA_DIR=${dataDir}: ${vi} · ${en}`;
  }
}

function secretFault({ secretFile, mayMakeSecret }: Config): string | undefined {
  if (mayMakeSecret) return undefined;
  try {
    if (readFileSync(secretFile).length >= 32) return undefined;
    return `CQS_SECRET_FILE=${secretFile}: khóa quá ngắn, cần 32 byte trở lên · too short, 32 bytes or more are needed`;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const [vi, en] =
      code === 'ENOENT'
        ? [
            'không có tệp này; tạo bằng: head -c 64 /dev/urandom > TỆP && chmod 600 TỆP',
            'is not there',
          ]
        : [`không đọc được (${code})`, `cannot be read (${code})`];
    return `CQS_SECRET_FILE=${secretFile}: ${vi} · ${en}`;
  }
}
