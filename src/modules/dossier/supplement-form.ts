import type { CompiledProcedure } from '#/modules/procedure/index.ts';
import {
  form,
  type Asked,
  type Body,
  type Filled,
  type Question,
  type Reading,
  type Setting,
} from '#/platform/form/index.ts';
import type { Text } from '#/values/text.ts';
import { text } from '#/values/text.ts';
import type { Dossier } from './dossier.ts';
import type { Supplement } from './store/index.ts';

/** The applicant's word that everything was added; posted beside the fields. */
const certified: Asked<boolean, true> = {
  kind: 'consent',
  label: text(
    'Tôi đã bổ sung tất cả các mục được yêu cầu',
    'I have added everything that was asked',
  ),
  required: true,
  missing: text('Đánh dấu xác nhận đã bổ sung đủ', 'Tick that everything was added'),
};

/** The questions that a supplement request points at, as a form of their own. */
export interface SupplementForm {
  readonly questions: readonly Question[];
  /** The answers that were filed, typed in. */
  filed(dossier: Dossier): Filled;
  /** Reads what was posted; the new answers are judged together with all others, as when they were first given. */
  read(body: Body, dossier: Dossier, setting: Setting): Reading;
}

/** Makes the form of a request. Computed questions are nobody's to answer. */
export function supplementForm(procedure: CompiledProcedure, request: Supplement): SupplementForm {
  const asked = new Set(
    request.items.filter(({ kind }) => kind === 'field').map(({ name }) => name),
  );
  const questions = procedure.form.questions.filter(
    ({ name, kind }) => asked.has(name) && kind !== 'computed',
  );
  const fields = Object.fromEntries(
    questions.map(({ name, ...question }) => [name, { ...question, required: true } as Asked]),
  );
  const whole = form({ ...fields, _certified: certified });
  return {
    questions: whole.list,
    filed: (dossier) => whole.filledWith(dossier.answers as never),
    read(body, dossier, setting) {
      const reading = whole.read(body, setting) as Reading;
      if (!reading.answers) return reading;
      const { _certified, ...answers } = reading.answers;
      const wrong = wrongTogether(procedure, { ...dossier.answers, ...answers }, asked, setting);
      return Object.keys(wrong).length > 0
        ? { ...reading, answers: undefined, wrong }
        : { ...reading, answers };
    },
  };
}

function wrongTogether(
  procedure: CompiledProcedure,
  answers: Readonly<Record<string, unknown>>,
  asked: ReadonlySet<string>,
  { today, demo }: Setting,
): Record<string, Text> {
  const problems = procedure.form.problems(answers, { today, demo });
  return Object.fromEntries(
    problems
      .filter(({ name }) => asked.has(name.split('.', 1)[0]!))
      .map(({ name, words }) => [name, words]),
  );
}
