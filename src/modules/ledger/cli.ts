import type { Services } from '#/platform/module.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Text } from '#/values/text.ts';
import { inspectLedger } from './monitor/inspect.ts';
import type { MisfitKind } from './monitor/report.ts';
import type { Source } from './source.ts';

/** Takes one line for the operator. */
type Tell = (line: string) => void;

/** `cqs ledger verify`: checks the whole ledger against the data of the office; true when everything fits. */
export async function verifyLedger(
  services: Pick<Services, 'database' | 'clock' | 'log'>,
  sources: readonly Source[],
  tell: Tell,
): Promise<boolean> {
  tell('Đang tính lại toàn bộ sổ minh bạch và so với dữ liệu…');
  const verdict = await inspectLedger(services, sources);
  const { leaves, compared, before, erased, findings, count, endedAt } = verdict;
  const number = (n: number) => n.toLocaleString('vi-VN');
  tell(`${number(leaves)} mục trong sổ, ${number(compared)} việc của cơ quan đã so.`);
  if (before > 0) tell(`${number(before)} việc có từ trước khi mở sổ, không có mục.`);
  if (erased > 0) tell(`${number(erased)} mục đã xóa liên hệ với hồ sơ theo yêu cầu.`);
  for (const { kind, place } of findings.slice(0, 50))
    tell(`  ${say('vi', misfitWords[kind as MisfitKind])}: ${place}`);
  if (count > 50) tell(`  … và ${number(count - 50)} chỗ khác`);
  tell(
    count === 0
      ? `Mọi thứ khớp (${formatInstant(endedAt)}).`
      : `Có ${number(count)} chỗ không khớp. Giữ nguyên dữ liệu và báo ngay cơ quan chứng kiến.`,
  );
  return count === 0;
}

/** Each kind of difference in words. */
const misfitWords: Readonly<Record<MisfitKind, Text>> = {
  leaf: text('Mục bị mất hoặc không đúng dạng', 'Entry missing or malformed'),
  copy: text('Bản chép để tra cứu khác với mục', 'The copy for lists differs from the entry'),
  chain: text('Chuỗi việc của một hồ sơ bị đứt', 'The chain of a case is broken'),
  tile: text('Dấu vân tay lưu sẵn không đúng', 'Stored hashes are wrong'),
  end: text('Độ dài hoặc mép cây không đúng', 'Size or edge of the tree is wrong'),
  checkpoint: text('Điểm niêm không đúng', 'A signed checkpoint is wrong'),
  cosignature: text('Chữ ký chứng kiến không đúng', 'A cosignature is wrong'),
  omitted: text('Việc không có trong sổ', 'An act is not in the ledger'),
  changed: text('Dữ liệu khác với lúc ghi sổ', 'The data differs from what was logged'),
  vanished: text('Việc có trong sổ đã mất khỏi dữ liệu', 'Logged acts vanished from the data'),
  unopened: text('Mục mất khóa mở mà sổ không ghi', 'An entry lost its opening without a record'),
  stuck: text('Việc chờ niêm quá lâu', 'Acts wait too long to be sealed'),
};
