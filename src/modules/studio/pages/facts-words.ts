import {
  agencyLevels as levels,
  channelNames,
  lifeEvents,
  receivingUnits as units,
  type CatalogueFacts,
} from '#/modules/procedure/index.ts';
import { text, type Text } from '#/values/text.ts';

/** Words of a table as the choices of a question. */
function choices<V extends string>(
  words: Readonly<Record<V, Text>>,
): readonly { readonly value: V; readonly label: Text }[] {
  return (Object.entries(words) as [V, Text][]).map(([value, label]) => ({ value, label }));
}

export const agencyLevels = choices(levels);
export const receivingUnits = choices(units);
export const channelWords = choices(channelNames);

export const onlineLevels = choices<CatalogueFacts['onlineLevel']>({
  FULL: text('Toàn trình: từ nộp đến nhận kết quả đều trên mạng', 'Wholly online'),
  PARTIAL: text('Một phần: có bước phải đến nơi', 'Partly online'),
});

export const lifeEventOptions = lifeEvents.map(({ code, name }) => ({ value: code, label: name }));
