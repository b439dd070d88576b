import { ask, form } from '#/platform/form/index.ts';
import { intakeWords as words } from './intake-words.ts';

/** Whose account it is about. */
export const holderForm = form({
  personalId: ask.personalId({ label: words.accountNumber, required: true }),
});

/** That the card was compared. */
export const cardForm = form({
  seen: ask.consent({
    label: words.accountSeen,
    required: true,
    missing: words.accountSeenMissing,
  }),
});
