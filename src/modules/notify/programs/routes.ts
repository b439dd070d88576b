import { program, type Route } from '#/platform/http/index.ts';
import { rateMeter } from '#/platform/limits/index.ts';
import type { Services } from '#/platform/module.ts';
import { isId } from '#/values/id.ts';
import { listNotifications, listReceived } from '../store/notifications.ts';
import { findTemplate, listServiceTemplates, type KeptTemplate } from '../store/templates.ts';
import { door, type Handle, type ServiceCall } from './door.ts';
import { ApiFault, validationFault } from './fault.ts';
import { composedFor, order, valuesOf } from './order.ts';
import { notificationJson, statesOf, templateJson, templateRef, typeOf } from './shape.ts';
import type { Tx } from '#/platform/db/index.ts';

/** As many messages GOV.UK Notify puts on a page. */
const page = 250;

/** The interface of GOV.UK Notify, version 2, for services of other agencies: its public clients drive it unchanged. */
export function notifyApi(services: Services): Route[] {
  const meter = rateMeter(services.database, services.log);
  const at = (method: 'GET' | 'POST', path: string, status: 200 | 201, handle: Handle): Route =>
    program(method, path, door(services, meter, status, handle));
  const mailFrom = services.config.messaging?.mail?.from ?? 'khong-tra-loi@localhost';
  const smsFrom = services.config.messaging?.sms?.sender ?? 'CQS';
  return [
    at('POST', '/v2/notifications/email', 201, async (tx, call) => {
      const { composed, unsubscribe, ...accepted } = await order(
        tx,
        call.caller,
        'email',
        call.body,
        call.at,
      );
      return acceptedJson(call, accepted, {
        subject: composed.subject,
        body: composed.text,
        from_email: mailFrom,
        one_click_unsubscribe_url: unsubscribe ?? null,
      });
    }),
    at('POST', '/v2/notifications/sms', 201, async (tx, call) => {
      const { composed, ...accepted } = await order(tx, call.caller, 'sms', call.body, call.at);
      return acceptedJson(call, accepted, { body: composed.text, from_number: smsFrom });
    }),
    at('POST', '/v2/notifications/letter', 201, async () => {
      throw new ApiFault(400, 'BadRequestError', 'Service is not allowed to send letters');
    }),
    at('GET', '/v2/notifications', 200, list),
    at('GET', '/v2/notifications/:id', 200, async (tx, { caller, params, base }) => {
      const id = idOf(params['id'], 'notification_id');
      const [found] = await listNotifications(tx, caller.service.id, { id, most: 1 });
      if (!found) throw new ApiFault(404, 'NoResultFound', 'No result found');
      const template = await findTemplate(tx, found.templateId, { version: found.templateVersion });
      return notificationJson(base, found, template!);
    }),
    at('GET', '/v2/templates', 200, async (tx, { caller, query, at: now }) => {
      const found = await listServiceTemplates(tx, caller.service.id, now);
      const wanted = found.filter(
        ({ channel }) => query['type'] === undefined || typeOf(channel) === query['type'],
      );
      return { templates: wanted.map(templateJson) };
    }),
    at('GET', '/v2/template/:id', 200, async (tx, call) =>
      templateJson(await ownTemplate(tx, call)),
    ),
    at('GET', '/v2/template/:id/version/:version', 200, async (tx, call) => {
      const version = Number(call.params['version']);
      if (!Number.isInteger(version) || version < 1 || version > 1_000_000)
        throw validationFault('version is not of type integer');
      return templateJson(await ownTemplate(tx, call, version));
    }),
    at('POST', '/v2/template/:id/preview', 200, async (tx, call) => {
      const template = await ownTemplate(tx, call);
      const composed = composedFor(template, valuesOf(call.body['personalisation']));
      return {
        id: template.id,
        type: typeOf(template.channel),
        version: template.version,
        body: composed.text,
        html: composed.html ?? null,
        subject: template.channel === 'mail' ? composed.subject : null,
        postage: null,
      };
    }),
    at('GET', '/v2/received-text-messages', 200, async (tx, { caller, query, base }) => {
      const olderThan = optionalId(query['older_than'], 'older_than');
      const found = await listReceived(tx, caller.service.id, olderThan, page);
      const path = `${base}/v2/received-text-messages`;
      return {
        received_text_messages: found.map(({ id, from, to, words, receivedAt }) => ({
          id,
          user_number: from,
          notify_number: to,
          service_id: caller.service.id,
          content: words,
          created_at: receivedAt.toISOString(),
        })),
        links: linksOf(path, '', found.at(-1)?.id),
      };
    }),
  ];
}

function acceptedJson(
  { base }: ServiceCall,
  { id, reference, template }: { id: string; reference: string | null; template: KeptTemplate },
  content: object,
): object {
  return {
    id,
    reference,
    content,
    uri: `${base}/v2/notifications/${id}`,
    template: templateRef(base, template.id, template.version),
    scheduled_for: null,
  };
}

async function list(tx: Tx, { caller, query, base }: ServiceCall): Promise<object> {
  const { template_type: type, status, reference } = query;
  if (type !== undefined && type !== 'email' && type !== 'sms' && type !== 'letter')
    throw validationFault('template_type is not one of [sms, email, letter]');
  const olderThan = optionalId(query['older_than'], 'older_than');
  const found =
    type === 'letter'
      ? []
      : await listNotifications(tx, caller.service.id, {
          channel: type === undefined ? undefined : type === 'email' ? 'mail' : 'sms',
          states: status === undefined ? undefined : statesOf([status].flat()),
          reference: typeof reference === 'string' ? reference : undefined,
          olderThan,
          most: page,
        });
  const templates = await templatesOf(tx, found);
  const asked = Object.entries({ template_type: type, status, reference }).flatMap(
    ([name, value]) =>
      value === undefined ? [] : [value].flat().map((one) => `${name}=${encodeURIComponent(one)}`),
  );
  return {
    notifications: found.map((one) =>
      notificationJson(base, one, templates.get(`${one.templateId} ${one.templateVersion}`)!),
    ),
    links: linksOf(`${base}/v2/notifications`, asked.join('&'), found.at(-1)?.id),
  };
}

async function templatesOf(
  tx: Tx,
  found: readonly { readonly templateId: string; readonly templateVersion: number }[],
): Promise<Map<string, KeptTemplate>> {
  const wanted = new Map(found.map((one) => [`${one.templateId} ${one.templateVersion}`, one]));
  const templates = new Map<string, KeptTemplate>();
  for (const [key, { templateId, templateVersion }] of wanted)
    templates.set(key, (await findTemplate(tx, templateId, { version: templateVersion }))!);
  return templates;
}

function linksOf(path: string, asked: string, last: string | undefined): object {
  const current = asked === '' ? path : `${path}?${asked}`;
  if (last === undefined) return { current };
  return { current, next: `${path}?${asked === '' ? '' : `${asked}&`}older_than=${last}` };
}

async function ownTemplate(
  tx: Tx,
  { caller, params, at }: ServiceCall,
  version?: number,
): Promise<KeptTemplate> {
  const id = idOf(params['id'], 'id');
  const found = await findTemplate(tx, id, version === undefined ? { at } : { version });
  if (found?.serviceId !== caller.service.id)
    throw new ApiFault(404, 'NoResultFound', 'No result found');
  return found;
}

function idOf(told: string | undefined, name: string): string {
  if (told !== undefined && isId(told)) return told;
  throw validationFault(`${name} is not a valid UUID`);
}

function optionalId(
  told: string | readonly string[] | undefined,
  name: string,
): string | undefined {
  return told === undefined ? undefined : idOf(String(told), name);
}
