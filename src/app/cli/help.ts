import type { Command } from './command.ts';

/** The list of all commands. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    'Cách dùng: npx cqs LỆNH [THAM SỐ…]',
    '',
    'Các lệnh:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    'Xem cách dùng một lệnh: npx cqs LỆNH --help',
    'Cơ sở dữ liệu: theo DATABASE_URL; để trống là bản đi kèm trong CQS_DATA_DIR (mặc định ./.data).',
    'Mã thoát: 0 là xong; 1 là việc không làm được; 2 là gõ lệnh hoặc cấu hình sai.',
  ].join('\n');
}

/** How one command is used. */
export function commandHelp({ name, summary, usage, details = [] }: Command): string {
  const width = Math.max(0, ...details.map(([what]) => what.length)) + 2;
  const lines = details.map(([what, words]) => `  ${what.padEnd(width)}${words}`);
  return [
    `npx cqs ${name} ${usage}`.trim(),
    '',
    `${summary}.`,
    ...(lines.length > 0 ? ['', ...lines] : []),
  ].join('\n');
}
