import { ask, form } from '#/platform/form/index.ts';
import { longestMessage } from '../../commands/write-message.ts';
import { caseWords as words } from './case-words.ts';

/** What an official writes to the applicant. */
export const messageForm = form({
  message: ask.textarea({
    label: words.messageLabel,
    required: true,
    maxLength: longestMessage,
    missing: words.messageMissing,
  }),
});

/** What is wrong with a paper. Each paper has a field of its own, since all of them stand on one page. */
export function checkForm(paper: string) {
  return oneField(`words-${paper}`, {
    label: words.wrongWords,
    maxLength: 500,
    missing: words.wrongMissing,
  });
}

/** The reference of the bank for what was demanded. */
export function referenceForm(demandId: string) {
  return oneField(`reference-${demandId}`, {
    label: words.reference,
    maxLength: 60,
    missing: words.referenceMissing,
  });
}

/** The ground on which a demand is waived. */
export function groundForm(demandId: string) {
  return oneField(`ground-${demandId}`, {
    label: words.ground,
    hint: words.groundHint,
    maxLength: 300,
    missing: words.groundMissing,
  });
}

function oneField(name: string, sketch: Omit<Parameters<typeof ask.text>[0], 'required'>) {
  const asked = form({ [name]: ask.text({ ...sketch, required: true }) });
  return { ...asked, name, question: asked.questions[name]! };
}
