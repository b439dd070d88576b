import type { EventRule } from '../rules.ts';
import type { Preference } from '../store/preferences.ts';
import type { ChannelName } from '../write/template.ts';

/**
 * By which channels a message is tried, in this order. People choose among the channels of the event and switch topics
 * off; what is mandatory comes by their channels first and by the others after them.
 */
export function routeOf(
  { topic, isMandatory, channels }: EventRule,
  preference: Pick<Preference, 'channels' | 'muted'> | undefined,
  reachable: ReadonlySet<ChannelName>,
): readonly ChannelName[] {
  if (!isMandatory && preference?.muted.includes(topic) === true) return [];
  const chosen = preference
    ? preference.channels.filter((one) => channels.includes(one))
    : channels;
  const order = isMandatory ? [...chosen, ...channels] : chosen;
  return [...new Set(order)].filter((one) => reachable.has(one));
}
