import type { Tx } from '#/platform/db/index.ts';
import { day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import shippedRules from './data/rules.json' with { type: 'json' };
import shippedTemplates from './data/templates.json' with { type: 'json' };
import type { WrittenRule } from './rules.ts';
import { insertRule } from './store/rules.ts';
import { insertEventTemplate } from './store/templates.ts';
import type { ChannelName } from './write/template.ts';

/** From the first day on; administrators write what follows. */
const beginning = day(2026, 1, 1)!;

/** Rules and templates that come along; what is there already stays as it is. */
export async function seedNotify(tx: Tx, at: Date): Promise<void> {
  for (const rule of shippedRules as Omit<WrittenRule, 'effectiveFrom'>[])
    await insertRule(tx, { ...rule, id: newId(), effectiveFrom: beginning, by: null, at });
  for (const { event, channel, name, content } of shippedTemplates)
    await insertEventTemplate(tx, {
      id: newId(),
      event,
      channel: channel as ChannelName,
      name,
      content,
      at,
    });
}
