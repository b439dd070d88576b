import { blindIndex, sealedColumn } from '#/platform/vault/index.ts';
import type { Guest } from '../appointment.ts';

/** Kinds of blind indexes. */
export const guestPhoneKind = 'appointment.phone';

/** How people without an account are reached; under a key of the appointment itself. */
export const sealedGuest = sealedColumn<{ readonly guest: Guest }>({
  table: 'appointment.appointment',
  column: 'sealed',
  key: ['id'],
  subject: 't.subject_id',
  gone: { guest: { name: '', phone: '' } },
  derived: async (tx, { guest }) => ({
    phone_index: guest.phone === '' ? null : await blindIndex(tx, guestPhoneKind, guest.phone),
  }),
});
