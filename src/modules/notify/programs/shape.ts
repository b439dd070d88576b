import type { Notification } from '../store/notifications.ts';
import type { KeptTemplate } from '../store/templates.ts';
import { compose } from '../write/compose.ts';
import type { ChannelName } from '../write/template.ts';

/** Fields of one message. */
export const mostValues = 100;

/** How GOV.UK Notify calls our channels. */
export function typeOf(channel: ChannelName): 'email' | 'sms' {
  return channel === 'mail' ? 'email' : 'sms';
}

/** How GOV.UK Notify calls our states. */
const statuses: Readonly<Record<string, string>> = {
  waiting: 'created',
  claimed: 'sending',
  handing: 'sending',
  sent: 'sending',
  delivered: 'delivered',
  failed: 'permanent-failure',
  dead: 'temporary-failure',
  unknown: 'technical-failure',
};

/** Our states behind its words; `failed` there is every failure. */
export function statesOf(statusWords: readonly string[]): readonly string[] {
  const wanted = new Set(
    statusWords.flatMap((one) =>
      one === 'failed'
        ? ['permanent-failure', 'temporary-failure', 'technical-failure']
        : one === 'sent'
          ? ['sending']
          : [one],
    ),
  );
  return Object.entries(statuses)
    .filter(([, status]) => wanted.has(status))
    .map(([state]) => state);
}

const noLines = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`line_${n + 1}`, null]));

/** A message, as GET /v2/notifications tells it. */
export function notificationJson(
  base: string,
  found: Notification,
  template: KeptTemplate,
): object {
  const type = typeOf(found.channel);
  const composed = compose(found.channel, template.content, {
    values: found.letter.values,
    lang: 'vi',
    letters: 'full',
  });
  return {
    id: found.id,
    reference: found.reference,
    email_address: type === 'email' ? found.letter.mail : null,
    phone_number: type === 'sms' ? found.letter.phone : null,
    ...noLines,
    postage: null,
    type,
    status: statuses[found.state] ?? 'created',
    template: templateRef(base, found.templateId, found.templateVersion),
    body: composed.text,
    subject: type === 'email' ? composed.subject : null,
    created_at: found.createdAt.toISOString(),
    created_by_name: null,
    sent_at: found.sentAt?.toISOString() ?? null,
    completed_at: found.completedAt?.toISOString() ?? null,
    scheduled_for: null,
    one_click_unsubscribe: found.letter.unsubscribe ?? null,
    is_cost_data_ready: true,
    cost_in_pounds: 0,
    cost_details: type === 'sms' ? { billable_sms_fragments: found.parts ?? 1 } : {},
  };
}

export function templateRef(base: string, id: string, version: number): object {
  return { id, version, uri: `${base}/v2/template/${id}/version/${version}` };
}

/** A template, as GET /v2/template tells it. */
export function templateJson(template: KeptTemplate): object {
  const { subject, body } = template.content.vi;
  return {
    id: template.id,
    name: template.name,
    type: typeOf(template.channel),
    created_at: template.madeAt.toISOString(),
    updated_at: template.version > 1 ? template.changedAt.toISOString() : null,
    created_by: null,
    version: template.version,
    body,
    subject: template.channel === 'mail' ? (subject ?? '') : null,
    letter_contact_block: null,
    postage: null,
  };
}
