import { blindIndex, sealedColumn } from '#/platform/vault/index.ts';
import type { Person } from '../person.ts';

type Facts = Omit<Person, 'id'>;

/** Everything that is known about a person, under their own key. */
export const sealedPerson = sealedColumn<Facts>({
  table: 'identity.person',
  column: 'sealed',
  key: ['id'],
  subject: 't.id',
  gone: {
    fullName: '(đã xóa)',
    bornOn: null,
    sex: null,
    personalId: null,
    ethnicity: null,
    nationality: 'Việt Nam',
    address: null,
    phone: null,
    email: null,
    organisationName: null,
    taxCode: null,
  },
  derived: async (tx, { personalId }) => ({
    personal_id_mac: personalId === null ? null : await blindIndex(tx, personalIdKind, personalId),
  }),
});

/** The name of a citizen's account: their number. */
export const sealedAccount = sealedColumn<{ readonly name: string }>({
  table: 'identity.account',
  column: 'sealed',
  key: ['id'],
  subject: 't.person_id',
  gone: { name: '(đã xóa)' },
  derived: async (tx, { name }) => ({
    name: (await blindIndex(tx, accountNameKind, name)).toString('hex'),
  }),
});

/** What values are hashed as, so that the same digits in another meaning give another hash. */
export const personalIdKind = 'personal id';
export const accountNameKind = 'account name';
