import type { Lang } from '#/values/text.ts';
import { fieldsOf } from './fields.ts';
import { mostParts, partsOf } from './text-message.ts';

export const channelNames = ['push', 'mail', 'zns', 'sms'] as const;

/** By which way a message leaves the house. */
export type ChannelName = (typeof channelNames)[number];

/** Words of a message in one language. */
export interface Wording {
  readonly subject?: string | undefined;
  readonly body: string;
}

/** A template as it was written. Zalo keeps the words itself: there the body is only a preview. */
export interface Content {
  readonly vi: Wording;
  readonly en?: Wording | undefined;
  /** Id of the template at Zalo, and which of its parameters gets what. */
  readonly zalo?: { readonly id: string; readonly params: Readonly<Record<string, string>> };
}

/** A version of a template in force. */
export interface Template {
  readonly id: string;
  readonly version: number;
  readonly channel: ChannelName;
  readonly content: Content;
}

/** What our own events give to a template. */
export const ownFields = ['title', 'body', 'link', 'name', 'agency'] as const;

export type TemplateFault =
  | { readonly kind: 'unknown-field'; readonly name: string }
  | { readonly kind: 'no-subject' | 'no-body' }
  | { readonly kind: 'too-long'; readonly parts: number };

/** What is wrong with a template before anybody gets it. `fields` is null where the sender chooses the names. */
export function faultsOf(
  channel: ChannelName,
  content: Content,
  fields: readonly string[] | null,
): readonly TemplateFault[] {
  const wordings = [content.vi, content.en].filter((one) => one !== undefined);
  const used = wordings.flatMap(({ subject = '', body }) => fieldsOf(`${subject} ${body}`));
  const params = Object.values(content.zalo?.params ?? {}).flatMap(fieldsOf);
  const known = fields && new Set(fields);
  const unknown = [...new Set([...used, ...params])].filter((name) => known && !known.has(name));
  const needsSubject = channel === 'mail' || channel === 'push';
  return [
    ...unknown.map((name): TemplateFault => ({ kind: 'unknown-field', name })),
    ...(wordings.some(({ body }) => body.trim() === '') ? [{ kind: 'no-body' } as const] : []),
    ...(needsSubject && wordings.some(({ subject = '' }) => subject.trim() === '')
      ? [{ kind: 'no-subject' } as const]
      : []),
    ...(channel === 'sms' ? lengthFaults(wordings) : []),
  ];
}

function lengthFaults(wordings: readonly Wording[]): TemplateFault[] {
  const parts = Math.max(...wordings.map(({ body }) => partsOf(body).parts.length));
  return parts > mostParts ? [{ kind: 'too-long', parts }] : [];
}

/** The words for a reader; English falls back to Vietnamese, the language of record. */
export function wordingFor({ vi, en }: Content, lang: Lang): Wording {
  return lang === 'en' && en !== undefined ? en : vi;
}
