import { InsetText } from '#/ui/index.ts';
import { fill, say, text, type Lang } from '#/values/text.ts';
import { compose } from '../write/compose.ts';
import { fieldsOf } from '../write/fields.ts';
import type { ChannelName, Content } from '../write/template.ts';

const samples: Readonly<Record<string, string>> = {
  title: 'Hồ sơ đã được tiếp nhận',
  body: 'Hẹn trả kết quả ngày 20/07/2026.',
  link: 'https://dvc.example.vn/ho-so/H13',
  name: 'Nguyễn Thị Bình',
  agency: 'UBND phường Ninh Kiều',
};

/** How a template reads, filled with an example; of a text message also how many it takes. */
export function Preview({
  lang,
  channel,
  content,
}: {
  readonly lang: Lang;
  readonly channel: ChannelName;
  readonly content: Content;
}) {
  const fields = fieldsOf(
    `${content.vi.subject ?? ''} ${content.vi.body} ${content.en?.body ?? ''}`,
  );
  const values = Object.fromEntries(fields.map((name) => [name, samples[name] ?? `[${name}]`]));
  const composed = compose(channel, content, { values, lang, letters: 'plain' });
  return (
    <section>
      <h2>{say(lang, words.title)}</h2>
      <InsetText>
        {composed.subject !== '' && (
          <p>
            <strong>{composed.subject}</strong>
          </p>
        )}
        {composed.text.split('\n').map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </InsetText>
      {composed.parts !== undefined && (
        <p>
          {say(
            lang,
            fill(words.length, {
              letters: String(composed.text.length),
              n: String(composed.parts),
            }),
          )}
        </p>
      )}
    </section>
  );
}

const words = {
  title: text('Xem trước với ví dụ', 'Preview with an example'),
  length: text(
    'Gửi không dấu: {letters} ký tự, {n} tin nhắn.',
    'Sent without marks: {letters} letters, {n} text messages.',
  ),
};
