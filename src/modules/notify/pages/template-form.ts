import { ask, form } from '#/platform/form/index.ts';
import { parseDay } from '#/values/day.ts';
import { instantAt } from '#/values/instant.ts';
import { text } from '#/values/text.ts';
import type { ChannelName, Content } from '../write/template.ts';

const body = { maxLength: 5000, required: true } as const;

/** Questions of a template of one channel. */
export function templateForm(channel: ChannelName) {
  const hasSubject = channel === 'mail' || channel === 'push';
  const subject = (label: { vi: string; en: string }) =>
    hasSubject ? ask.text({ label, maxLength: 200 }) : undefined;
  const asked = {
    viSubject: subject(words.viSubject),
    viBody: ask.textarea({ label: words.viBody, hint: words.fields, ...body }),
    enSubject: subject(words.enSubject),
    enBody: ask.textarea({ label: words.enBody, maxLength: 5000 }),
    zaloId: channel === 'zns' ? ask.text({ label: words.zaloId, maxLength: 30 }) : undefined,
    zaloParams:
      channel === 'zns'
        ? ask.textarea({ label: words.zaloParams, hint: words.zaloHint, maxLength: 2000 })
        : undefined,
    from: ask.date({ label: words.from, hint: words.fromHint }),
    reason: ask.textarea({ label: words.reason, required: true, maxLength: 500 }),
  };
  const present = Object.entries(asked).filter((pair) => pair[1] !== undefined);
  return form(
    Object.fromEntries(present) as { [K in keyof typeof asked]-?: NonNullable<(typeof asked)[K]> },
  );
}

export type TemplateAnswers = NonNullable<
  ReturnType<ReturnType<typeof templateForm>['read']>['answers']
>;

export function contentOf(answers: TemplateAnswers): Content {
  const { viSubject, viBody, enSubject, enBody, zaloId, zaloParams } = answers;
  return {
    vi: { subject: viSubject, body: viBody },
    ...(enBody !== undefined &&
      enBody.trim() !== '' && { en: { subject: enSubject, body: enBody } }),
    ...(zaloId !== undefined &&
      zaloId !== '' && {
        zalo: { id: zaloId, params: paramsOf(zaloParams ?? '') },
      }),
  };
}

/** The form with a template as it is. */
export function answersOf({ vi, en, zalo }: Content): Partial<TemplateAnswers> {
  return {
    viSubject: vi.subject,
    viBody: vi.body,
    enSubject: en?.subject,
    enBody: en?.body,
    zaloId: zalo?.id,
    zaloParams:
      zalo &&
      Object.entries(zalo.params)
        .map(([name, value]) => `${name}=${value}`)
        .join('\n'),
  };
}

/** From the beginning of the day that was given, or at once. */
export function effectiveAt(answers: TemplateAnswers, now: Date): Date {
  const on = answers.from === undefined ? undefined : parseDay(answers.from);
  const begins = on && instantAt(on, 0);
  return begins && begins > now ? begins : now;
}

function paramsOf(lines: string): Record<string, string> {
  return Object.fromEntries(
    lines
      .split('\n')
      .map((line) => line.split('='))
      .filter(([name]) => name?.trim() !== '')
      .map(([name = '', ...value]) => [name.trim(), value.join('=').trim()]),
  );
}

const words = {
  viSubject: text('Tiêu đề tiếng Việt', 'Vietnamese subject'),
  viBody: text('Nội dung tiếng Việt', 'Vietnamese words'),
  enSubject: text('Tiêu đề tiếng Anh', 'English subject'),
  enBody: text('Nội dung tiếng Anh', 'English words'),
  fields: text(
    'Chỗ điền viết trong hai dấu ngoặc, ví dụ ((name))',
    'Write fields in double brackets, for example ((name))',
  ),
  zaloId: text('Mã mẫu ZNS đã được Zalo duyệt', 'Id of the ZNS template that Zalo approved'),
  zaloParams: text('Tham số của mẫu ZNS', 'Parameters of the ZNS template'),
  zaloHint: text(
    'Mỗi dòng một tham số, ví dụ ten=((name))',
    'One a line, for example name=((name))',
  ),
  from: text('Dùng từ ngày', 'Used from'),
  fromHint: text('Để trống là dùng ngay', 'Empty is at once'),
  reason: text('Vì sao sửa?', 'Why is it changed?'),
};
