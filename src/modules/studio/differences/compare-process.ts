import { say, text, type Lang, type Text } from '#/values/text.ts';
import { kindWords, roleWords, unitWords, wordsFor } from '../pages/process/process-words.ts';
import { readSteps, tasksIn } from '../steps/read-steps.ts';
import { returnsTo } from '../steps/step-list.ts';
import { attribute, type Span } from '../text/spans.ts';
import { changed, compareLists, type Difference } from './difference.ts';

const words = {
  step: text('Bước “{name}”', 'Step “{name}”'),
  name: text('tên', 'name'),
  kind: text('loại', 'kind'),
  role: text('ai làm', 'who'),
  unit: text('ở đâu', 'where'),
  hours: text('giờ làm việc', 'working hours'),
  hoursExtended: text('giờ khi gia hạn', 'hours when extended'),
  legalBasis: text('căn cứ', 'legal basis'),
  back: text('trả lại về bước', 'sent back to'),
  order: text('Thứ tự các bước', 'Order of the steps'),
  ways: text('Đường đi của quy trình', 'Ways of the process'),
  otherWays: text('đã đổi, xem hình vẽ', 'changed, see the picture'),
} as const;

/** Steps that came, went, moved, or take another time or person. */
export function compareProcesses(before: string, after: string, lang: Lang): Difference[] {
  const [was, now] = [tasksIn(before), tasksIn(after)];
  const named = (task: Span) =>
    say(lang, words.step).replace('{name}', () => attribute(task, 'name') ?? '');
  const inside = (one: Span, other: Span) =>
    facts.flatMap(({ part, name, list }) => {
      const tell = (task: Span) => {
        const written = attribute(task, name);
        return list === undefined
          ? (written ?? '').replace('.', ',')
          : say(lang, wordsFor(list, written));
      };
      const place = `${named(other)}: ${say(lang, words[part])}`;
      return part === 'name'
        ? changed(place, attribute(one, 'name') ?? '', attribute(other, 'name') ?? '')
        : changed(place, tell(one), tell(other));
    });
  const list = compareLists(was, now, (task) => attribute(task, 'id') ?? '', {
    whole: (task) => ({ place: named(task), words: named(task) }),
    inside,
  });
  return [...list, ...compareWays(before, after, lang)];
}

const facts: readonly {
  readonly part: 'name' | 'kind' | 'role' | 'unit' | 'hours' | 'hoursExtended' | 'legalBasis';
  readonly name: string;
  readonly list?: Readonly<Record<string, Text>>;
}[] = [
  { part: 'name', name: 'name' },
  { part: 'kind', name: 'cqs:kind', list: kindWords },
  { part: 'role', name: 'cqs:role', list: roleWords },
  { part: 'unit', name: 'cqs:unit', list: unitWords },
  { part: 'hours', name: 'cqs:hours' },
  { part: 'hoursExtended', name: 'cqs:hoursExtended' },
  { part: 'legalBasis', name: 'cqs:legalBasis' },
];

/** Order and ways back where both have the usual shape; else only that the ways are other ones. */
function compareWays(before: string, after: string, lang: Lang): Difference[] {
  const [was, now] = [readSteps(before), readSteps(after)];
  if (was === undefined || now === undefined) {
    const ways = (xml: string) =>
      [...xml.matchAll(/<[\w:]*sequenceFlow[^>]*>/g)].map(([flow]) => flow).join();
    return ways(before) === ways(after)
      ? []
      : changed(say(lang, words.ways), '', say(lang, words.otherWays));
  }
  const common = new Set(
    was.steps.map(({ id }) => id).filter((id) => now.steps.some((step) => step.id === id)),
  );
  const order = ({ steps }: typeof was) =>
    steps
      .filter(({ id }) => common.has(id))
      .map(({ name }) => say(lang, name))
      .join(' → ');
  const ids = ({ steps }: typeof was) =>
    steps
      .filter(({ id }) => common.has(id))
      .map(({ id }) => id)
      .join();
  const backs = now.steps.flatMap((step) => {
    const old = was.steps.find(({ id }) => id === step.id);
    if (old === undefined) return [];
    const nameOf = (of: typeof was, id: string | undefined) => {
      const found = of.steps.find((one) => one.id === id);
      return found === undefined ? '' : say(lang, found.name);
    };
    const place = `${say(lang, words.step).replace('{name}', () => say(lang, step.name))}: ${say(lang, words.back)}`;
    return returnsTo(old) === returnsTo(step)
      ? []
      : changed(place, nameOf(was, returnsTo(old)), nameOf(now, returnsTo(step)));
  });
  return [
    ...(ids(was) === ids(now) ? [] : changed(say(lang, words.order), order(was), order(now))),
    ...backs,
  ];
}
