import type { Tx } from '#/platform/db/index.ts';
import { dayOf } from '#/values/day.ts';
import { parseEmail } from '#/values/email.ts';
import { isId, newId } from '#/values/id.ts';
import { parsePhone } from '#/values/phone.ts';
import { isRead } from '#/values/reading.ts';
import { insertOrdered } from '../store/notifications.ts';
import { countSent } from '../store/services.ts';
import { findTemplate, type KeptTemplate } from '../store/templates.ts';
import { compose, type Composed } from '../write/compose.ts';
import { missingOf, type Values } from '../write/fields.ts';
import { mostParts } from '../write/text-message.ts';
import type { Caller } from './authenticate.ts';
import { ApiFault, validationFault } from './fault.ts';
import { mostValues, typeOf } from './shape.ts';

/** What a service asks to have sent, as it came. */
export type Told = Readonly<Record<string, unknown>>;

/** A message that was accepted. */
export interface Accepted {
  readonly id: string;
  readonly reference: string | null;
  readonly template: KeptTemplate;
  readonly composed: Composed;
  readonly unsubscribe: string | undefined;
}

const fields = {
  email: [
    'email_address',
    'email_reply_to_id',
    'one_click_unsubscribe_url',
    'sanitise_content_for',
  ],
  sms: ['phone_number', 'sms_sender_id'],
} as const;

/** Accepts a message: from now on it is ours to deliver. @throws ApiFault when it cannot be. */
export async function order(
  tx: Tx,
  { service, isTest }: Caller,
  type: 'email' | 'sms',
  told: Told,
  at: Date,
): Promise<Accepted> {
  const { templateId, to, reference, unsubscribe } = checked(type, told);
  const on = dayOf(at);
  const [template, sent] = await Promise.all([
    findTemplate(tx, templateId, { at }),
    countSent(tx, service.id, on),
  ]);
  if (template?.serviceId !== service.id)
    throw new ApiFault(400, 'BadRequestError', 'Template not found');
  if (typeOf(template.channel) !== type)
    throw new ApiFault(
      400,
      'BadRequestError',
      `${typeOf(template.channel)} template is not suitable for ${type} notification`,
    );
  if (!isTest && sent >= service.dailyLimit)
    throw new ApiFault(
      429,
      'TooManyRequestsError',
      `Exceeded send limits (${service.dailyLimit}) for today`,
    );
  const values = valuesOf(told['personalisation']);
  const composed = composedFor(template, values);
  const id = newId();
  const ordered = {
    id,
    serviceId: service.id,
    templateId,
    templateVersion: template.version,
    channel: template.channel,
    reference,
    isTest,
    at,
    parts: composed.parts,
    letter: {
      mail: type === 'email' ? to : null,
      phone: type === 'sms' ? to : null,
      values,
      unsubscribe,
    },
  };
  await insertOrdered(tx, ordered, on);
  return { id, reference, template, composed, unsubscribe };
}

/** A template with values put in. @throws ApiFault when one is missing or it grows too long. */
export function composedFor(template: KeptTemplate, values: Values): Composed {
  const { subject = '', body } = template.content.vi;
  const missing = missingOf(`${subject} ${body}`, values);
  if (missing.length > 0)
    throw new ApiFault(400, 'BadRequestError', `Missing personalisation: ${missing.join(', ')}`);
  const composed = compose(template.channel, template.content, {
    values,
    lang: 'vi',
    letters: 'full',
  });
  if ((composed.parts ?? 0) > mostParts)
    throw validationFault(`Text messages cannot be longer than ${mostParts} parts`);
  return composed;
}

function checked(type: 'email' | 'sms', told: Told) {
  const known: readonly string[] = ['template_id', 'personalisation', 'reference', ...fields[type]];
  const wrong = Object.keys(told)
    .filter((name) => !known.includes(name))
    .map((name) => `Additional properties are not allowed (${name.slice(0, 60)} was unexpected)`);
  const { template_id: templateId, reference, one_click_unsubscribe_url: unsubscribe } = told;
  if (templateId === undefined) wrong.push('template_id is a required property');
  else if (typeof templateId !== 'string' || !isId(templateId))
    wrong.push('template_id is not a valid UUID');
  if (reference !== undefined && reference !== null && !isShort(reference, 1000))
    wrong.push('reference is not of type string');
  if (
    unsubscribe !== undefined &&
    !(isShort(unsubscribe, 500) && unsubscribe.startsWith('https://'))
  )
    wrong.push('one_click_unsubscribe_url is not a valid https url');
  const to = type === 'email' ? mailOf(told['email_address']) : phoneOf(told['phone_number']);
  if ('wrong' in to) wrong.push(to.wrong);
  if (wrong.length > 0 || 'wrong' in to) throw validationFault(...wrong);
  return {
    templateId: templateId as string,
    to: to.address,
    reference: (reference as string | null | undefined) ?? null,
    unsubscribe: unsubscribe as string | undefined,
  };
}

type Address = { readonly address: string } | { readonly wrong: string };

function mailOf(told: unknown): Address {
  if (told === undefined) return { wrong: 'email_address is a required property' };
  const read = typeof told === 'string' ? parseEmail(told) : undefined;
  return read && isRead(read)
    ? { address: read.value }
    : { wrong: 'email_address Not a valid email address' };
}

function phoneOf(told: unknown): Address {
  if (told === undefined) return { wrong: 'phone_number is a required property' };
  const read = typeof told === 'string' ? parsePhone(told) : undefined;
  return read && isRead(read)
    ? { address: read.value }
    : { wrong: 'phone_number Not a valid phone number' };
}

/** Values are text; lists become lines of a list, as clients of GOV.UK Notify expect. */
export function valuesOf(told: unknown): Values {
  if (told === undefined || told === null) return {};
  if (typeof told !== 'object' || Array.isArray(told))
    throw validationFault('personalisation is not of type object');
  const entries = Object.entries(told);
  if (entries.length > mostValues) throw validationFault('personalisation has too many fields');
  return Object.fromEntries(entries.map(([name, value]) => [name, written(name, value)]));
}

function written(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.map((one) => `\n* ${one as string}`).join('');
  throw validationFault(`personalisation ${name.slice(0, 60)} is not of type string`);
}

function isShort(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}
