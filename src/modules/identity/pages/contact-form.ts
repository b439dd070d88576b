import { ask, form, type AnswersOf } from '#/platform/form/index.ts';
import { text } from '#/values/text.ts';
import type { Person } from '../person.ts';

const asked = {
  phone: ask.phone({
    label: text('Số điện thoại', 'Telephone number'),
    hint: text(
      'Để cán bộ gọi khi hồ sơ cần hỏi thêm',
      'So that officials can call about your application',
    ),
    required: true,
    prefill: 'profile.phone',
  }),
  email: ask.email({ label: text('Thư điện tử', 'E-mail'), prefill: 'profile.email' }),
  address: ask.address({
    label: text('Nơi cư trú', 'Residence'),
    hint: text('Được điền sẵn vào tờ khai của bạn', 'Filled into your forms beforehand'),
  }),
};

/** How a person is reached and where they live: what they may change themselves. */
export const contactForm = form(asked);

/** The form as the profile stands. */
export function contactOf({ phone, email, address }: Person) {
  return contactForm.filledWith({
    ...(phone !== null && { phone: phone as Contact['phone'] }),
    ...(email !== null && { email: email as Contact['email'] }),
    ...(address !== null && { address }),
  });
}

type Contact = Required<AnswersOf<typeof asked>>;

/** The profile with what was answered. */
export function withContact(
  person: Person,
  { phone, email, address }: AnswersOf<typeof asked>,
): Person {
  return {
    ...person,
    phone,
    email: email ?? null,
    address: address === undefined ? null : { ...address, detail: address.detail ?? '' },
  };
}
