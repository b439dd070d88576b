import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { canEnter, type RunAs } from './account.ts';

/** The folder of the cluster: in the folder of data, or elsewhere when the server's account cannot enter that. */
export function placeFor(
  { dataDir, tell }: { readonly dataDir: string; readonly tell: (line: string) => void },
  runAs: RunAs | null,
): string {
  mkdirSync(dataDir, { recursive: true });
  if (runAs === null || canEnter(dataDir, runAs)) return join(dataDir, 'postgres');
  const id = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const place = join('/var/lib/chinh-quyen-so', id);
  mkdirSync(place, { recursive: true, mode: 0o755 });
  tell(`Tài khoản chạy cơ sở dữ liệu không vào được ${dataDir}: dữ liệu nằm ở ${place}.`);
  return join(place, 'postgres');
}
