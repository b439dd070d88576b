import { ask, form } from '#/platform/form/index.ts';
import { intakeWords as words } from './intake-words.ts';

/** Whose account it is about. */
export const holderForm = form({
  personalId: ask.personalId({ label: words.accountNumber, required: true }),
});

/** What stands on the card, where something else was typed when the account was opened. */
export const correctionForm = form({
  fullName: ask.personName({ label: words.cardName, required: true }),
  bornOn: ask.date({ label: words.cardBorn, required: true, rule: 'not-future' }),
  cardSeen: ask.consent({
    label: words.cardSeen,
    required: true,
    missing: words.accountSeenMissing,
  }),
});

/** That the card was compared. */
export const cardForm = form({
  seen: ask.consent({
    label: words.accountSeen,
    required: true,
    missing: words.accountSeenMissing,
  }),
});
