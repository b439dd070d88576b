import { getPerson, type Person } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { dayOf } from '#/values/day.ts';
import { isMobile, parsePhone } from '#/values/phone.ts';
import { isRead } from '#/values/reading.ts';
import { say } from '#/values/text.ts';
import type { Channels } from '../channels/channel.ts';
import { bestMatch, fallbackEvent } from '../rules.ts';
import { isDead, listSubscriptions } from '../store/addresses.ts';
import { takeNew, updatePlan, type NewMessage } from '../store/messages.ts';
import { getWords } from '../store/notices.ts';
import { findPreference } from '../store/preferences.ts';
import { getRules } from '../store/rules.ts';
import type { ChannelName } from '../write/template.ts';
import { firstTime } from './course.ts';
import type { Office } from './office.ts';
import { nextMinute } from './quiet-hours.ts';
import { routeOf } from './route.ts';

/** Messages of one transaction. */
const batch = 20;

/** Decides how new messages are told: by which channels, in which language and when. Returns how many there were. */
export async function planNew(office: Office): Promise<number> {
  const at = office.services.clock.now();
  return office.services.database.transaction(async (tx) => {
    const messages = await takeNew(tx, at, batch);
    for (const message of messages) await planOne(tx, office, message, at);
    return messages.length;
  });
}

async function planOne(tx: Tx, office: Office, message: NewMessage, at: Date): Promise<void> {
  const { personId, event } = message;
  const rules = await getRules(tx, dayOf(at));
  const rule = bestMatch(rules.events, event) ?? fallbackEvent;
  const [person, preference] = [await getPerson(tx, personId), await findPreference(tx, personId)];
  const lang = preference?.lang ?? 'vi';
  const reachable = await reachableBy(tx, office.channels, person);
  const [channel, ...channels] = routeOf(rule, preference, reachable);
  const words = await getWords(tx, message.noticeId);
  const isHeld =
    preference?.isDigest === true && !rule.isUrgent && !rule.isMandatory && reachable.has('mail');
  await updatePlan(tx, {
    id: message.id,
    personId,
    lang,
    isMandatory: rule.isMandatory,
    at,
    ...(channel === undefined
      ? { state: 'dropped', channel: null, channels: [], dueAt: at }
      : isHeld
        ? { state: 'held', channel: 'mail', channels: [], dueAt: nextMinute(at, rules.digestAt) }
        : {
            state: 'waiting',
            channel,
            channels,
            dueAt: firstTime(channel, at, { quiet: rules.quiet, isUrgent: rule.isUrgent }),
          }),
    letter: {
      mail: person.email,
      phone: person.phone,
      values: {
        title: say(lang, words.title),
        body: say(lang, words.body),
        link: office.services.config.publicUrl + message.link,
        name: person.fullName,
        agency: say(lang, office.agency),
      },
    },
  });
}

/** Channels by which this person can be told at all. */
async function reachableBy(
  tx: Tx,
  channels: Channels,
  { id, email, phone }: Person,
): Promise<Set<ChannelName>> {
  const mobile = mobileOf(phone);
  const has: Readonly<Record<ChannelName, () => Promise<boolean>>> = {
    mail: async () => email !== null && !(await isDead(tx, 'mail', email)),
    sms: async () => mobile !== null && !(await isDead(tx, 'sms', mobile)),
    zns: async () => mobile !== null && !(await isDead(tx, 'zns', mobile)),
    push: async () => (await listSubscriptions(tx, id)).length > 0,
  };
  const found = new Set<ChannelName>();
  for (const name of channels.keys()) if (await has[name]()) found.add(name);
  return found;
}

/** A number that takes text messages. */
export function mobileOf(phone: string | null): string | null {
  if (phone === null) return null;
  const read = parsePhone(phone);
  return isRead(read) && isMobile(read.value) ? read.value : null;
}
