import { publishedOn } from '#/modules/procedure/index.ts';
import {
  findPersonByPersonalId,
  hasVerifiedAccount,
  type Person,
} from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { ask, form, type Lookups } from '#/platform/form/index.ts';
import type { Day } from '#/values/day.ts';
import { searchKey } from '#/values/person-name.ts';
import { text } from '#/values/text.ts';
import { kindRules, kindsOf } from '../kinds.ts';

/** Stands for all procedures, in the list of them. */
const all = 'all';

const scope = {
  procedure: ask.listed({
    label: text('Được làm thủ tục nào?', 'For which procedure?'),
    required: true,
    optionsFrom: 'procedures',
    missing: text('Chọn thủ tục', 'Choose the procedure'),
  }),
  untilOn: ask.date({
    label: text('Đến hết ngày nào?', 'Until which day?'),
    hint: text('Ví dụ 31 12 2026', 'For example 31 12 2026'),
    required: true,
  }),
};

function kindQuestion(way: 'online' | 'counter') {
  const options = kindsOf(way).map((value) => ({ value, label: kindRules[value].name }));
  return ask.radio(options, { label: text('Loại ủy quyền', 'Kind of mandate'), required: true });
}

/** What the principal fills in, signed in. */
export const onlineForm = form({
  kind: kindQuestion('online'),
  representative: ask.personalId({
    label: text('Số định danh của người làm thay', 'Personal number of who will act for you'),
    required: true,
  }),
  name: ask.personName({
    label: text('Họ tên của người đó', 'Their full name'),
    hint: text('Để chắc chắn đúng người', 'To make sure that it is the right person'),
    required: true,
  }),
  ...scope,
});

/** What an official fills in at the counter, with the document in hand. */
export const counterForm = form({
  kind: kindQuestion('counter'),
  principal: ask.personalId({
    label: text(
      'Số định danh của người được đại diện',
      'Personal number of the represented person',
    ),
    required: true,
  }),
  principalName: ask.personName({
    label: text('Họ tên người được đại diện', 'Full name of the represented person'),
    required: true,
  }),
  bornOn: ask.date({
    label: text('Ngày sinh người được đại diện', 'Their date of birth'),
    required: true,
    rule: 'not-future',
  }),
  representative: ask.personalId({
    label: text('Số định danh của người làm thay', 'Personal number of who will act'),
    required: true,
  }),
  name: ask.personName({
    label: text('Họ tên người làm thay', 'Full name of who will act'),
    required: true,
  }),
  document: ask.text({
    label: text('Giấy tờ đã đối chiếu', 'Document that was compared'),
    hint: text(
      'Tên, số, ngày, ví dụ “Giấy ủy quyền số 12, ngày 02/07/2026”',
      'Name, number and day, for example “Giấy ủy quyền số 12, ngày 02/07/2026”',
    ),
    required: true,
    maxLength: 200,
    missing: text('Ghi giấy tờ đã đối chiếu', 'Enter the document that was compared'),
  }),
  ...scope,
  compared: ask.consent({
    label: text(
      'Tôi đã đối chiếu giấy tờ này và thẻ căn cước của người đứng trước mặt',
      'I compared this document and the identity card of the person in front of me',
    ),
    required: true,
  }),
});

/** The procedures to choose from. */
export async function procedureLookups(tx: Tx, today: Day): Promise<Lookups> {
  const options = (await publishedOn(tx, today)).map(({ version, facts }) => ({
    value: version.procedureId,
    label: facts.shortName,
  }));
  const everything = { value: all, label: text('Mọi thủ tục', 'All procedures') };
  return { options: (list) => (list === 'procedures' ? [everything, ...options] : []) };
}

/** The scope as it is kept. */
export function procedureIdsOf(chosen: string): readonly string[] | null {
  return chosen === all ? null : [chosen];
}

/** Somebody with a verified account, by number and name together: a number alone may be mistyped. */
export async function findRepresentative(
  tx: Tx,
  { representative, name }: { readonly representative: string; readonly name: string },
): Promise<Person | undefined> {
  const person = await findPersonByPersonalId(tx, representative);
  if (!person || searchKey(person.fullName) !== searchKey(name)) return undefined;
  return (await hasVerifiedAccount(tx, person.id)) ? person : undefined;
}
