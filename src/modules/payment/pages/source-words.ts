import { text, type Text } from '#/values/text.ts';
import type { Gateway } from '../gateway/gateway.ts';

/** What people call where money came from. */
export function sourceName(source: string, gateways: readonly Gateway[]): Text {
  if (source === 'bank') return text('Ngân hàng', 'Bank');
  return gateways.find(({ code }) => code === source)?.name ?? text(source, source);
}
