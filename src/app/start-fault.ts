import type { Config } from '#/platform/config/index.ts';
import { ConfigFault } from '#/platform/config/index.ts';
import { isOutage, MigrationFault } from '#/platform/db/index.ts';
import { VaultFault } from '#/platform/vault/index.ts';

/** What keeps the program from starting and is the operator's to mend: lines for them and the exit code. */
export interface StartFault {
  readonly lines: readonly string[];
  readonly exitCode: 1 | 2;
}

/** Tells an operator's fault from a bug, which it gives back as undefined. */
export function startFaultOf(error: unknown, config?: Config): StartFault | undefined {
  if (error instanceof ConfigFault) return { lines: error.lines, exitCode: 2 };
  if (error instanceof MigrationFault && error.cause === undefined)
    return { lines: [error.message], exitCode: 1 };
  if (error instanceof VaultFault) return { lines: [error.message], exitCode: 1 };
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (config !== undefined && syscall === 'listen')
    return { lines: [listenWords(code, config)], exitCode: 1 };
  if (config !== undefined && config.databaseUrl !== null && isUnreachable(error)) {
    return { lines: [databaseWords(error, config.databaseUrl)], exitCode: 1 };
  }
  return undefined;
}

function listenWords(code: string | undefined, { port, host }: Config): string {
  if (code === 'EADDRINUSE') {
    return `Cổng ${port} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc đặt PORT thành cổng khác.`;
  }
  if (code === 'EACCES') {
    return `Tài khoản này không được mở cổng ${port}. Hãy đặt PORT thành cổng từ 1024 trở lên.`;
  }
  return `Không mở được cổng ${port} tại ${host} (${code ?? 'không rõ'}). Hãy xem lại HOST và PORT.`;
}

/** Class 28 refuses the account or password, 3D000 says that there is no such database. */
function isUnreachable(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return isOutage(error) || code.startsWith('28') || code === '3D000';
}

function databaseWords(error: unknown, databaseUrl: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `Không vào được cơ sở dữ liệu ${placeOf(databaseUrl)} (${message || code}). Hãy xem lại DATABASE_URL.`;
}

/** Host, port and name, without account and password. */
function placeOf(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return '';
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}
