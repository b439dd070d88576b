import { ask, form } from '#/platform/form/index.ts';
import { text } from '#/values/text.ts';

/** What a citizen is asked to open an account, beside the password. */
export const registrationForm = form({
  fullName: ask.personName({
    label: text('Họ, chữ đệm, tên', 'Full name'),
    hint: text('Như trên thẻ căn cước, có dấu', 'As on your identity card, with all marks'),
    required: true,
    prefill: 'profile.fullName',
  }),
  bornOn: ask.date({
    label: text('Ngày sinh', 'Date of birth'),
    hint: text('Ví dụ 27 3 1992', 'For example 27 3 1992'),
    required: true,
    rule: 'not-future',
    prefill: 'profile.bornOn',
  }),
  sex: ask.radio(
    [
      { value: 'Nam', label: text('Nam', 'Male') },
      { value: 'Nữ', label: text('Nữ', 'Female') },
    ],
    { label: text('Giới tính', 'Sex'), required: true },
  ),
  personalId: ask.personalId({
    label: text('Số định danh cá nhân', 'Personal identification number'),
    hint: text(
      '12 chữ số trên thẻ căn cước. Đây cũng là tên đăng nhập của bạn.',
      '12 digits on your identity card. You sign in with it.',
    ),
    required: true,
  }),
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
});
