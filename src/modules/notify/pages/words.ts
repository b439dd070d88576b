import { text, type Text } from '#/values/text.ts';
import type { ChannelName, TemplateFault } from '../write/template.ts';
import { fill } from '#/values/text.ts';

export const channelWords: Readonly<Record<ChannelName, Text>> = {
  mail: text('Thư điện tử', 'Email'),
  sms: text('Tin nhắn SMS', 'Text message'),
  zns: text('Zalo', 'Zalo'),
  push: text('Thông báo trên trình duyệt', 'Browser notification'),
};

export const stateWords: Readonly<
  Record<string, { words: Text; tone: 'info' | 'good' | 'warning' | 'error' }>
> = {
  new: { words: text('Mới', 'New'), tone: 'info' },
  held: { words: text('Chờ bản tin trong ngày', 'Held for the digest'), tone: 'info' },
  waiting: { words: text('Đang chờ gửi', 'Waiting'), tone: 'info' },
  claimed: { words: text('Đang chuẩn bị', 'Being prepared'), tone: 'info' },
  handing: { words: text('Đang gửi', 'On the wire'), tone: 'info' },
  sent: { words: text('Đã gửi', 'Sent'), tone: 'good' },
  delivered: { words: text('Đã đến', 'Delivered'), tone: 'good' },
  dropped: { words: text('Chỉ ở hộp thư', 'Inbox only'), tone: 'info' },
  failed: { words: text('Địa chỉ không nhận', 'Refused'), tone: 'error' },
  dead: { words: text('Gửi mãi không được', 'Given up'), tone: 'error' },
  unknown: { words: text('Không rõ đã đi chưa', 'Unknown whether it went out'), tone: 'warning' },
};

/** What is wrong with a template, as its writer can mend it. */
export function faultWords(fault: TemplateFault): Text {
  if (fault.kind === 'unknown-field')
    return fill(
      text(
        'Không có trường (({name})). Chỉ dùng được: title, body, link, name, agency',
        'There is no field (({name})). Only these can be used: title, body, link, name, agency',
      ),
      { name: fault.name },
    );
  if (fault.kind === 'too-long')
    return fill(
      text(
        'Dài {n} tin nhắn, nhiều nhất là 10. Hãy viết ngắn lại',
        'It takes {n} text messages; 10 is the most. Make it shorter',
      ),
      { n: String(fault.parts) },
    );
  return fault.kind === 'no-subject'
    ? text('Nhập tiêu đề', 'Enter a subject')
    : text('Nhập nội dung', 'Enter the words');
}

export const topicWords: Readonly<Record<string, Text>> = {
  dossier: text('Tin về hồ sơ của tôi', 'News of my applications'),
  payment: text('Tin về phí, lệ phí', 'News of fees'),
  other: text('Tin khác', 'Other news'),
};
