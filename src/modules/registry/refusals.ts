import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'registry.day-full': {
    status: 409,
    words: text(
      'Hôm nay đơn vị {unit} đã dùng hết số hồ sơ trong ngày. Vui lòng nộp lại vào ngày mai.',
      'The unit {unit} has used up its dossier numbers of today. Please file again tomorrow.',
    ),
  },
  'registry.no-such-entry': {
    status: 404,
    words: text(
      'Không có mục này trong sổ, hoặc mục đã bị hủy.',
      'There is no such entry in the register, or it has been voided.',
    ),
  },
} satisfies RefusalTable;
