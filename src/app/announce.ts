import { demoAccounts } from '#/modules/identity/index.ts';
import type { Config } from '#/platform/config/index.ts';
import type { Role } from './run.ts';

/** Tells the operator where the pages are, how long the start took and, in demo mode, who can sign in. */
export function announce(config: Config, role: Role, tell: (line: string) => void): void {
  const seconds = process.uptime().toFixed(1).replace('.', ',');
  if (role === 'worker')
    return tell(`Đang xử lý việc nền (khởi động ${seconds} giây). Nhấn Ctrl-C để dừng.`);
  tell(
    `\nChính Quyền Số đang chạy tại http://localhost:${config.port} (khởi động ${seconds} giây)`,
  );
  if (config.isDemo) {
    tell('Tài khoản dùng thử (đăng nhập bằng một nút tại /dang-nhap):');
    for (const { name, description } of demoAccounts)
      tell(`  ${name.padEnd(16)} ${description.vi}`);
  }
  tell('Nhấn Ctrl-C để dừng.');
}
