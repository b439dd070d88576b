import { randomInt } from 'node:crypto';
import type { Pdu } from 'smpp';
import type { SmppSettings } from '#/platform/config/index.ts';
import { partsOf } from '../write/text-message.ts';
import type { Channel, Outcome, Report } from './channel.ts';
import { openSmppLink, type SmppLink } from './smpp-link.ts';
import { outcomeOfStatus, readReceipt } from './smpp-status.ts';

/** Told by the network, beside what became of our own messages. */
export interface SmppListener {
  report(report: Report): void;
  received(text: { readonly from: string; readonly to: string; readonly words: string }): void;
}

/**
 * Text messages by SMPP 3.4 as a transceiver. A message of several parts is joined by a header (TS 23.040,
 * 9.2.3.24.1); when a part fails after another went out, nobody knows what the phone shows.
 */
export function smppChannel(settings: SmppSettings, listener: SmppListener): Channel {
  let link: SmppLink | undefined;
  let opening: Promise<SmppLink> | undefined;

  /** All messages of a moment share one link; a new one is opened when it broke. */
  async function linked(): Promise<SmppLink> {
    if (link?.isOpen() === true) return link;
    opening ??= openSmppLink(settings, hear).finally(() => (opening = undefined));
    link = await opening;
    return link;
  }

  function hear(pdu: Pdu): void {
    const words = pdu.short_message?.message;
    const message = typeof words === 'string' ? words : (words?.toString('latin1') ?? '');
    const receipt = readReceipt(pdu, message);
    if (receipt) listener.report({ channel: 'sms', ...receipt });
    else
      listener.received({
        from: pdu.source_addr ?? '',
        to: pdu.destination_addr ?? '',
        words: message,
      });
  }

  return {
    name: 'sms',
    async send({ to, composed }) {
      const { parts, encoding } = partsOf(composed.text);
      const group = randomInt(256);
      let ref: string | null = null;
      for (const [index, part] of parts.entries()) {
        const outcome = await sendPart(linked, {
          ...addresses(settings, to),
          data_coding: encoding === 'ucs2' ? 8 : 0,
          // A receipt for the last part is asked for: the phone shows nothing before all are there.
          registered_delivery: index === parts.length - 1 ? 1 : 0,
          short_message: {
            message: part,
            ...(parts.length > 1 && {
              udh: Buffer.from([5, 0, 3, group, parts.length, index + 1]),
            }),
          },
          ...(parts.length > 1 && { esm_class: 0x40 }),
        });
        if (outcome.kind !== 'sent')
          return index === 0
            ? outcome
            : { kind: 'unknown', code: `part ${index + 1}: ${outcome.code}` };
        ref = outcome.ref;
      }
      return { kind: 'sent', ref };
    },
    async close() {
      await link?.close();
    },
  };
}

async function sendPart(linked: () => Promise<SmppLink>, pdu: object): Promise<Outcome> {
  let link: SmppLink;
  try {
    link = await linked();
  } catch (error) {
    return { kind: 'later', code: (error as Error).message.slice(0, 100), isAway: true };
  }
  const answer = await link.submit(pdu);
  if (answer === 'not-sent') return { kind: 'later', code: 'not sent', isAway: true };
  if (answer === 'silence') return { kind: 'unknown', code: 'no answer' };
  if (answer.command_status === 0) return { kind: 'sent', ref: answer.message_id ?? null };
  return outcomeOfStatus(answer.command_status);
}

/** TON 5 is alphanumeric, TON 1 international, NPI 1 E.164 (SMPP 3.4, 5.2.5). */
function addresses({ sender }: SmppSettings, to: string): object {
  return {
    source_addr_ton: 5,
    source_addr_npi: 0,
    source_addr: sender,
    dest_addr_ton: 1,
    dest_addr_npi: 1,
    destination_addr: to.replace(/^\+/, ''),
  };
}
