import { Type } from '@sinclair/typebox';
import { api, type Route } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { isoInstant } from '#/values/instant.ts';
import { fillers } from '../../access.ts';
import { savePage } from '../../commands/draft.ts';

const typedFields = Type.Record(
  Type.String({ maxLength: 200 }),
  Type.String({ maxLength: 20_000 }),
  { maxProperties: 2_000 },
);

/** Saves what is typed while it is typed: the same reading as a posted page, whatever is wrong with it. */
export function autosaveRoutes(isDemo: boolean): Route[] {
  return [
    api(
      'POST',
      '/api/v1/drafts/:draft/pages/:page',
      fillers,
      {
        summary: 'Save one page of a draft as it is typed; nothing has to be right yet',
        params: Type.Object({
          draft: Type.String({ format: 'uuid' }),
          page: Type.String({ maxLength: 80 }),
        }),
        body: typedFields,
        answer: Type.Object({ savedAt: Type.String({ format: 'date-time' }) }),
      },
      async (tx, { actor, params, body, now }) => {
        const saved = await savePage(tx, actor!, {
          draftId: params.draft,
          page: params.page,
          body,
          occasion: { today: dayOf(now), demo: isDemo },
        });
        return isRefusal(saved) ? saved : { savedAt: isoInstant(now) };
      },
    ),
  ];
}
