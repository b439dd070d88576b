import { ask, form, type Filled } from '#/platform/form/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { AskAll, Button, Form } from '#/ui/index.ts';
import { say } from '#/values/text.ts';
import type { Draft } from '../../store/index.ts';
import { applyWords } from '../words.ts';
import { intakeWords as words } from './intake-words.ts';

/** The last questions about a paper dossier: how the result is wanted, and that the paper is signed and compared. */
export const intakeFinish = form({
  delivery: ask.radio(
    [
      { value: 'COUNTER', label: applyWords.deliveryCounter },
      { value: 'POST', label: applyWords.deliveryPost },
      { value: 'ONLINE', label: applyWords.deliveryOnline },
    ],
    { label: applyWords.delivery, required: true },
  ),
  deliveryAddress: ask.textarea({
    label: applyWords.deliveryAddress,
    hint: applyWords.deliveryAddressHint,
    maxLength: 300,
  }),
  signed: ask.consent({ label: words.signed, required: true, missing: words.signedMissing }),
});

interface IntakeFinishProps {
  readonly visit: Visit;
  readonly draft: Pick<Draft, 'id'>;
  readonly filled: Filled;
}

/** Asks them, with the button that makes the dossier. */
export function IntakeFinish({ visit, draft, filled }: IntakeFinishProps) {
  const { lang } = visit;
  return (
    <Form csrf={visit.csrf} lang={lang} action={`/can-bo/nhan-ho-so/${draft.id}/nop`}>
      <AskAll questions={intakeFinish.list} typed={filled.typed} wrong={filled.wrong} lang={lang} />
      <Button>{say(lang, words.finish)}</Button>
    </Form>
  );
}
