import type { Lang } from '#/values/text.ts';
import { putIn, type Values } from './fields.ts';
import { wordingFor, type ChannelName, type Content } from './template.ts';
import { partsOf, withoutMarks } from './text-message.ts';

/** A message as it goes out. */
export interface Composed {
  readonly subject: string;
  readonly text: string;
  /** Of mail only. */
  readonly html: string | undefined;
  /** Of text messages only: how many it takes. */
  readonly parts: number | undefined;
  /** Of Zalo only. */
  readonly zalo: { readonly id: string; readonly params: Values } | undefined;
}

/** How text messages are written. */
export type SmsLetters = 'plain' | 'full';

/** Writes a message: values are put into the words and can add nothing but themselves. */
export function compose(
  channel: ChannelName,
  content: Content,
  { values, lang, letters }: { values: Values; lang: Lang; letters: SmsLetters },
): Composed {
  const wording = wordingFor(content, lang);
  const whole = putIn(wording.body, values).trim();
  const text = channel === 'sms' && letters === 'plain' ? withoutMarks(whole) : whole;
  return {
    // A line break in a subject would begin another header (RFC 5322, 2.2).
    subject: putIn(wording.subject ?? '', values)
      .replace(/\s+/g, ' ')
      .trim(),
    text,
    html: channel === 'mail' ? htmlOf(wording.body, values, lang) : undefined,
    parts: channel === 'sms' ? partsOf(text).parts.length : undefined,
    zalo: content.zalo && {
      id: content.zalo.id,
      params: Object.fromEntries(
        Object.entries(content.zalo.params).map(([name, value]) => [name, putIn(value, values)]),
      ),
    },
  };
}

/**
 * Plain HTML that every mail program shows. The lines of the template make headings, lists and paragraphs; what a
 * value says is text wherever it stands.
 */
export function htmlOf(body: string, values: Values, lang: Lang): string {
  const blocks = body.split(/\n{2,}/).map((block) => blockOf(block.trim(), values));
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"></head><body style="font-family:sans-serif;font-size:18px;line-height:1.55;max-width:36em">${blocks.join('')}</body></html>`;
}

function blockOf(block: string, values: Values): string {
  const lines = block.split('\n');
  const put = (line: string) => putIn(linked(escaped(line)), values, valueOf);
  if (block.startsWith('# ')) return `<h2>${put(block.slice(2))}</h2>`;
  if (lines.every((line) => line.startsWith('* ')))
    return `<ul>${lines.map((line) => `<li>${put(line.slice(2))}</li>`).join('')}</ul>`;
  return `<p>${lines.map(put).join('<br>')}</p>`;
}

/** A value is text, also when it looks like an address: of those only our own `link` can be clicked. */
function valueOf(value: string, name: string): string {
  const text = escaped(value).replace(/\r?\n/g, '<br>');
  return name === 'link' ? linked(text) : text;
}

/** Web addresses become links; they are escaped already, and nothing but http(s) is one. */
function linked(line: string): string {
  return line.replace(
    /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g,
    (url) => `<a href="${url}">${url}</a>`,
  );
}

function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
