import type { Tx } from '#/platform/db/index.ts';
import { dayOf } from '#/values/day.ts';
import type { Parcel } from '../channels/channel.ts';
import { bestMatch } from '../rules.ts';
import { listSubscriptions } from '../store/addresses.ts';
import type { Claimed } from '../store/messages.ts';
import { getRules } from '../store/rules.ts';
import { findTemplate, listEventTemplates } from '../store/templates.ts';
import { compose, type Composed } from '../write/compose.ts';
import type { Content } from '../write/template.ts';
import type { Office } from './office.ts';
import { mobileOf } from './plan.ts';
import { unsubscribeUrl } from './unsubscribe.ts';

/** Parcels of one message: several for push, where a person may have several browsers. */
export interface Ready {
  readonly parcels: readonly Parcel[];
  readonly parts: number | undefined;
}

/** Writes a message in the words that hold now, for every address that it has on its channel. */
export async function prepare(tx: Tx, office: Office, message: Claimed, at: Date): Promise<Ready> {
  const composed = await composedOf(tx, message, at);
  if (composed === undefined) return { parcels: [], parts: undefined };
  const { id, lang, link } = message;
  const { publicUrl } = office.services.config;
  const parcels = (await addressesOf(tx, message)).map((to) => ({
    id,
    to,
    composed,
    lang,
    link: link === null ? undefined : publicUrl + link,
    unsubscribe: unsubscribeUrl(office, message),
  }));
  return { parcels, parts: composed.parts };
}

/** A message as it goes out; undefined when there are no words for its channel. */
export async function composedOf(
  tx: Tx,
  message: Pick<
    Claimed,
    'channel' | 'event' | 'lang' | 'letter' | 'templateId' | 'templateVersion' | 'serviceId'
  >,
  at: Date,
): Promise<Composed | undefined> {
  const content = await contentOf(tx, message, at);
  const { letters } = await getRules(tx, dayOf(at));
  return (
    content &&
    compose(message.channel, content, {
      values: message.letter.values,
      lang: message.lang,
      // A service chose its own words and pays for them.
      letters: message.serviceId === null ? letters : 'full',
    })
  );
}

async function contentOf(
  tx: Tx,
  {
    channel,
    event,
    templateId,
    templateVersion,
  }: Pick<Claimed, 'channel' | 'event' | 'templateId' | 'templateVersion'>,
  at: Date,
): Promise<Content | undefined> {
  if (templateId !== null && templateVersion !== null)
    return (await findTemplate(tx, templateId, { version: templateVersion }))?.content;
  const known = (await listEventTemplates(tx, at)).filter((one) => one.channel === channel);
  return bestMatch(new Map(known.map((one) => [one.event!, one.content])), event);
}

async function addressesOf(tx: Tx, { channel, personId, letter }: Claimed): Promise<string[]> {
  if (channel === 'mail') return letter.mail === null ? [] : [letter.mail];
  if (channel === 'push') {
    const browsers = personId === null ? [] : await listSubscriptions(tx, personId);
    return browsers.map(({ endpoint, keys }) => JSON.stringify({ endpoint, keys }));
  }
  const mobile = mobileOf(letter.phone);
  return mobile === null ? [] : [mobile];
}
