import type { Option, Question } from '#/platform/form/index.ts';
import { text, type Text } from '#/values/text.ts';

/** Something that a condition may look at: an answer, a computed value, a fact of the dossier. */
export interface Subject {
  /** Its name in FEEL. */
  readonly path: string;
  readonly label: Text;
  /** `any`: nobody knows, so a value is what it looks like. */
  readonly type: 'choice' | 'text' | 'number' | 'day' | 'flag' | 'any';
  /** The answers that a choice offers. */
  readonly options: readonly Option[];
}

const numbers = new Set(['integer', 'decimal', 'money']);
const days = new Set(['date', 'datetime', 'partial-date']);
const flags = new Set(['checkbox', 'consent']);
/** Kinds whose answer is a list or a group of boxes: conditions on these are written in FEEL. */
const compound = new Set(['table', 'residence-history', 'appointment', 'geo-point', 'computed']);

/** Subjects of the questions that are asked before something. `prefix` is "answers." where rules and papers name them. */
export function subjectsOf(questions: readonly Question[], prefix = ''): Subject[] {
  return questions
    .filter(({ kind }) => !compound.has(kind))
    .map(({ name, kind, label, options = [] }) => ({
      path: `${prefix}${name}`,
      label,
      type: typeOf(kind, options),
      options,
    }));
}

function typeOf(kind: Question['kind'], options: readonly Option[]): Subject['type'] {
  if (flags.has(kind)) return 'flag';
  if (numbers.has(kind)) return 'number';
  if (days.has(kind)) return 'day';
  return options.length > 0 ? 'choice' : 'text';
}

/** How the dossier comes in, as rules and conditions of papers know it. */
export const channelSubject: Subject = {
  path: 'channel',
  label: text('Cách nộp', 'How it is filed'),
  type: 'choice',
  options: [
    { value: 'ONLINE', label: text('Trực tuyến', 'Online') },
    { value: 'DIRECT', label: text('Trực tiếp', 'In person') },
    { value: 'POSTAL', label: text('Bưu chính', 'By post') },
  ],
};

/** Values that the form works out. */
export function computedSubjects(computed: Readonly<Record<string, unknown>>): Subject[] {
  return Object.keys(computed).map((name) => ({
    path: name,
    label: text(`${name} (giá trị tự tính)`, `${name} (computed)`),
    type: 'any' as const,
    options: [],
  }));
}

/** A subject that a condition names but nobody knows: shown by its name, so that nothing is hidden. */
export function unknownSubject(path: string): Subject {
  return { path, label: text(path, path), type: 'any', options: [] };
}
