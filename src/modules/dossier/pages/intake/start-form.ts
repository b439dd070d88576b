import { ask, form, type Setting } from '#/platform/form/index.ts';
import type { Body } from '#/platform/http/index.ts';
import { intakeWords as words } from './intake-words.ts';
import type { Receivable } from './receivable.ts';

/** What is asked first: which procedure, how it came, and of whom. */
export function startForm(receivable: readonly Receivable[]) {
  return form({
    slug: ask.select(
      receivable.map(({ slug, name }) => ({ value: slug, label: name })),
      { label: words.procedure, required: true, missing: words.procedureMissing },
    ),
    channel: ask.radio(
      [
        { value: 'DIRECT', label: words.direct },
        { value: 'POSTAL', label: words.postal },
      ],
      { label: words.channel, required: true, missing: words.channelMissing },
    ),
    personalId: ask.personalId({
      label: words.personalId,
      hint: words.personalIdHint,
      required: true,
    }),
  });
}

/** Reads it; a procedure need not take every way. */
export function readStart(receivable: readonly Receivable[], body: Body, setting: Setting) {
  const reading = startForm(receivable).read(body, setting);
  const { answers } = reading;
  const chosen = receivable.find(({ slug }) => slug === answers?.slug);
  if (!answers || chosen?.channels.includes(answers.channel)) return reading;
  return { ...reading, answers: undefined, wrong: { channel: words.channelWrong } };
}

/** What is asked about a person who is not known yet. */
export const personForm = form({
  fullName: ask.personName({ label: words.fullName, required: true }),
  bornOn: ask.date({ label: words.bornOn, required: true, rule: 'not-future' }),
  sex: ask.radio(
    [
      { value: 'Nam', label: words.male },
      { value: 'Nữ', label: words.female },
    ],
    { label: words.sex, required: true },
  ),
  phone: ask.phone({ label: words.phone }),
  address: ask.address({ label: words.address }),
});
