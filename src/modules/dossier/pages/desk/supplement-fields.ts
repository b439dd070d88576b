import { ask, form, type Answers } from '#/platform/form/index.ts';
import type { CompiledProcedure } from '#/modules/procedure/index.ts';
import { text, type Text } from '#/values/text.ts';
import type { Dossier } from '../../dossier.ts';
import type { PaperSlot } from '../../papers.ts';
import { reasonWords } from '../../reason-words.ts';
import type { PaperCheck, SupplementItem } from '../../store/index.ts';
import type { DeedForm } from './deed-fields.ts';

const reasons = (Object.keys(reasonWords) as SupplementItem['reason'][]).map((value) => ({
  value,
  label: reasonWords[value],
}));

const reasonAsked = { label: text('Vì sao', 'Why') };
const wordsAsked = {
  label: text('Cần làm gì?', 'What is to be done?'),
  hint: text(
    'Ví dụ: Chụp lại cả hai mặt, rõ chữ',
    'For example: photograph both sides again, legibly',
  ),
  maxLength: 500,
};

const fieldWords = {
  words: text('Lời nhắn chung', 'General words'),
  fields: text('Mục khai cần sửa', 'Statements to correct'),
  field: text('Mục khai', 'Statement'),
  reasonMissing: text('Chọn lý do cho “{name}”', 'Choose why for “{name}”'),
  wordsMissing: text('Ghi rõ cần làm gì với “{name}”', 'State what is to be done about “{name}”'),
  nothing: text(
    'Chọn ít nhất một giấy tờ hoặc một mục khai',
    'Choose at least one paper or statement',
  ),
} satisfies Record<string, Text>;

/** The posted names of one paper's tick, reason and words. */
export function namesOf(code: string) {
  return { pick: `giay-${code}`, reason: `giay-${code}-ly-do`, words: `giay-${code}-loi` };
}

/** The questions of a supplement request: a tick for each paper, rows for statements, general words. */
export function supplementQuestions(
  slots: readonly PaperSlot[],
  procedure: CompiledProcedure,
): DeedForm {
  const papers = slots.flatMap(({ paper }) => {
    const names = namesOf(paper.code);
    return [
      [names.pick, ask.checkbox({ label: paper.name })] as const,
      [names.reason, ask.select(reasons, reasonAsked)] as const,
      [names.words, ask.text(wordsAsked)] as const,
    ];
  });
  const statements = procedure.form.questions
    .filter(({ kind }) => kind !== 'computed')
    .map(({ name, label }) => ({ value: name, label }));
  return form({
    ...Object.fromEntries(papers),
    muc: ask.table(
      {
        name: ask.select(statements, { label: fieldWords.field, required: true }),
        reason: ask.select(reasons, { ...reasonAsked, required: true }),
        words: ask.text({ ...wordsAsked, required: true }),
      },
      { label: fieldWords.fields },
    ),
    words: ask.textarea({ label: fieldWords.words, maxLength: 2000 }),
  });
}

/** What stands in it at first: the papers that were found wrong, with what was noted about them. */
export function usualSupplement(checks: readonly PaperCheck[]): Record<string, unknown> {
  return Object.fromEntries(
    checks
      .filter(({ verdict }) => verdict === 'wrong')
      .flatMap(({ paperCode, words }) => {
        const names = namesOf(paperCode);
        return [
          [names.pick, true],
          [names.reason, 'incorrect'],
          [names.words, words ?? ''],
        ];
      }),
  );
}

/** The points of a request, or what is still wrong with it by posted name. */
export function itemsOf(
  answers: Answers,
  slots: readonly PaperSlot[],
):
  | { readonly items: readonly SupplementItem[] }
  | { readonly wrong: Readonly<Record<string, Text>> } {
  const wrong: Record<string, Text> = {};
  const items: SupplementItem[] = [];
  for (const { paper } of slots) {
    const names = namesOf(paper.code);
    if (answers[names.pick] !== true) continue;
    const [reason, words] = [answers[names.reason], answers[names.words]];
    if (reason === undefined) wrong[names.reason] = named(fieldWords.reasonMissing, paper.name);
    if (words === undefined) wrong[names.words] = named(fieldWords.wordsMissing, paper.name);
    items.push({
      kind: 'paper',
      name: paper.code,
      reason: reason as SupplementItem['reason'],
      words: (words as string) ?? '',
    });
  }
  const rows = (answers['muc'] ?? []) as readonly Pick<
    SupplementItem,
    'name' | 'reason' | 'words'
  >[];
  items.push(
    ...rows.map(({ name, reason, words }) => ({ kind: 'field' as const, name, reason, words })),
  );
  const [first] = slots;
  if (items.length === 0)
    wrong[first ? namesOf(first.paper.code).pick : 'muc'] = fieldWords.nothing;
  return Object.keys(wrong).length > 0 ? { wrong } : { items };
}

function named(words: Text, name: Text): Text {
  return { vi: words.vi.replace('{name}', name.vi), en: words.en.replace('{name}', name.en) };
}

/** The papers that can be asked for: those of the procedure that are handed in as files. */
export function askable(
  slots: readonly PaperSlot[],
  { papers }: Pick<Dossier, 'papers'>,
): readonly PaperSlot[] {
  const filed = new Set(papers.map(({ code }) => code));
  return slots.filter(
    ({ isNeeded, paper, uploaded }) => isNeeded || uploaded !== undefined || filed.has(paper.code),
  );
}
