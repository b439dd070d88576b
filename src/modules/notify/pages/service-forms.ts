import { ask, form } from '#/platform/form/index.ts';
import { text } from '#/values/text.ts';

export const serviceForm = form({
  name: ask.text({
    label: text('Tên dịch vụ', 'Name of the service'),
    hint: text('Ví dụ Sở Y tế – nhắc tiêm chủng', 'For example Health Department – vaccination'),
    required: true,
    maxLength: 100,
  }),
  dailyLimit: ask.integer({
    label: text('Nhiều nhất bao nhiêu tin một ngày?', 'How many messages a day at most?'),
    required: true,
    min: 1,
    max: 10_000_000,
  }),
  callbackUrl: ask.text({
    label: text('Địa chỉ nhận báo kết quả', 'Address that is told of deliveries'),
    hint: text('Để trống nếu không cần', 'Empty when it is not needed'),
    maxLength: 500,
  }),
  callbackToken: ask.text({
    label: text('Mã bí mật gửi kèm khi báo', 'Secret that is sent along'),
    maxLength: 200,
  }),
  inboundNumber: ask.text({
    label: text('Số nhận tin nhắn của dịch vụ', 'Number at which the service gets text messages'),
    hint: text('Để trống nếu không nhận', 'Empty when it gets none'),
    maxLength: 20,
  }),
});

export const keyForm = form({
  name: ask.text({
    label: text('Tên khóa', 'Name of the key'),
    hint: text('Ví dụ may_chu_1', 'For example server_1'),
    required: true,
    maxLength: 50,
  }),
  kind: ask.radio(
    [
      { value: 'normal', label: text('Gửi thật', 'Sends') },
      { value: 'test', label: text('Chỉ thử, không gửi', 'Tests only, sends nothing') },
    ],
    { label: text('Loại khóa', 'Kind of key'), required: true },
  ),
});

export const newTemplateForm = form({
  templateName: ask.text({
    label: text('Tên mẫu', 'Name of the template'),
    required: true,
    maxLength: 100,
  }),
  channel: ask.radio(
    [
      { value: 'mail', label: text('Thư điện tử', 'Email') },
      { value: 'sms', label: text('Tin nhắn SMS', 'Text message') },
    ],
    { label: text('Gửi bằng', 'Sent by'), required: true },
  ),
  viSubject: ask.text({
    label: text('Tiêu đề', 'Subject'),
    hint: text('Chỉ với thư điện tử', 'For email only'),
    maxLength: 200,
  }),
  viBody: ask.textarea({
    label: text('Nội dung', 'Words'),
    hint: text(
      'Chỗ điền viết trong hai dấu ngoặc, ví dụ ((ho_ten))',
      'Write fields in double brackets, for example ((name))',
    ),
    required: true,
    maxLength: 5000,
  }),
});
