import type { Kind, Question } from '#/platform/form/index.ts';
import type { Body, Visit } from '#/platform/http/index.ts';
import { say, text, type Text } from '#/values/text.ts';
import { scopeBefore } from '../../conditions.ts';
import { library } from '../../question/library.ts';
import { questionOf, typeQuestion } from '../../question/question-answers.ts';
import { questionForm, type Surroundings } from '../../question/question-form.ts';
import type { ArtefactName } from '#/modules/procedure/index.ts';
import type { Edited, Section } from '../section.ts';

const words = {
  fresh: text('Câu hỏi mới', 'New question'),
  when: text('Câu này được hỏi khi nào?', 'When is this asked?'),
  whenHint: text(
    'Chỉ dùng được câu trả lời của các câu đứng trước.',
    'Only answers of questions before it can be used.',
  ),
  required: text('Khi nào bắt buộc trả lời?', 'When must it be answered?'),
  requiredHint: text(
    'Chỉ dùng khi ở trên chọn “Tùy điều kiện”.',
    'Only used when “It depends” is chosen above.',
  ),
  taken: text('Mã này đã có ở câu hỏi khác', 'Another question has this name'),
} as const;

/** A question where it stands, and how its page writes it. */
export interface Placed {
  readonly visit: Visit;
  readonly body: Body | undefined;
  readonly here: string;
  readonly back: Section['back'];
  readonly file: ArtefactName;
  /** Undefined: it is new. */
  readonly question: Question | undefined;
  readonly page?: string | undefined;
  readonly pages?: Surroundings['pages'];
  readonly isColumn?: boolean;
  /** Questions that are asked before it. */
  readonly before: readonly Question[];
  readonly computed?: Readonly<Record<string, unknown>> | undefined;
  /** Names that it may not take. */
  readonly taken: readonly string[];
  /** The text with the question in it; `page` is where it is to stand. */
  write(question: Question, page: string | undefined): string;
  goTo(question: Question): string;
  readonly below?: Section['below'];
}

/** A question of the form, of a table, or of those before filing: they are all edited alike. */
export function questionSection(placed: Placed): Section {
  const { visit, body, question, before, isColumn = false } = placed;
  const { lang } = visit;
  const kind = kindTyped(body, question);
  const copyable = before.filter((one) => mayCopy(one, kind));
  const around = { isColumn, pages: placed.pages ?? [], copyable };
  const scope = scopeBefore(before, placed.computed);
  const made = (edited: Edited) =>
    questionOf(
      edited.answers,
      { when: edited.feel['when'], requiredWhen: edited.feel['requiredWhen'] },
      question,
    );
  return {
    title: question === undefined ? say(lang, words.fresh) : say(lang, question.label),
    here: placed.here,
    back: placed.back,
    form: questionForm(kind, around),
    answers:
      question === undefined
        ? { kind, required: 'yes', page: placed.page }
        : typeQuestion(question, placed.page),
    conditions: [
      { prefix: 'when', label: words.when, hint: words.whenHint, scope, feel: question?.when },
      {
        prefix: 'requiredWhen',
        label: words.required,
        hint: words.requiredHint,
        scope,
        feel: typeof question?.required === 'string' ? question.required : undefined,
        isRare: true,
      },
    ],
    file: placed.file,
    apply(edited) {
      const written = made(edited);
      if (isWrong(written)) return written;
      if (placed.taken.includes(written.name)) return { wrong: { name: words.taken } };
      return { text: placed.write(written, edited.answers['page'] as string | undefined) };
    },
    goTo(edited) {
      const written = made(edited);
      return isWrong(written) ? visit.path : placed.goTo(written);
    },
    below: placed.below,
  };
}

function isWrong(
  made: ReturnType<typeof questionOf>,
): made is { readonly wrong: Readonly<Record<string, Text>> } {
  return !('name' in made);
}

/** The kind that is chosen at the moment decides which settings are asked. */
function kindTyped(body: Body | undefined, question: Question | undefined): Kind {
  const typed = [body?.['kind'] ?? ''].flat().at(-1) ?? '';
  if (Object.hasOwn(library, typed)) return typed as Kind;
  return question !== undefined && Object.hasOwn(library, question.kind) ? question.kind : 'text';
}

function mayCopy({ kind }: Question, wanted: Kind): boolean {
  return kind === wanted || (kind === 'date' && wanted === 'partial-date');
}
