import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

/** What the procedure module may say no to. */
export const refusals = {
  'procedure.unknown': {
    status: 404,
    words: text(
      'Không có thủ tục này, hoặc thủ tục đã bị bãi bỏ. Bạn hãy tìm lại trong danh mục dịch vụ.',
      'There is no such procedure, or it was repealed. Please search the catalogue of services.',
    ),
  },
  'procedure.repealed-before-effect': {
    status: 422,
    words: text(
      'Ngày bãi bỏ ({repealedFrom}) phải sau ngày có hiệu lực ({effectiveFrom}).',
      'The day of repeal ({repealedFrom}) must lie after the first day of force ({effectiveFrom}).',
    ),
  },
} satisfies RefusalTable;
