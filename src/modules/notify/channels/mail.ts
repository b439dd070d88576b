import { PassThrough } from 'node:stream';
import nodemailer from 'nodemailer';
import type { MailSettings } from '#/platform/config/index.ts';
import type { Channel, Outcome, Parcel } from './channel.ts';

/** Return address of one message (VERP): a bounce comes back to it and so names its message by itself. */
export type ReturnPath = (messageId: string) => string | undefined;

/** Mail by SMTP (RFC 5321) with TLS, DKIM (RFC 6376) and one-click unsubscription (RFC 8058). */
export function mailChannel(settings: MailSettings, returnPath: ReturnPath): Channel {
  const { host, port, security, user, password, dkim, timeoutMs } = settings;
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: 4,
    // What was on the wire when it broke is ours to judge: the pool would send it again.
    maxRequeues: 0,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    ...(dkim && {
      dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key },
    }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const begun = new Set<string>();
  transport.use('stream', (mail, done) => {
    const id = String(mail.data.messageId);
    mail.message.transform(() => {
      const watched = new PassThrough();
      watched.once('data', () => begun.add(id));
      return watched;
    });
    done();
  });
  return {
    name: 'mail',
    async send(parcel) {
      const mail = mailOf(settings, parcel, returnPath);
      try {
        const { response } = await transport.sendMail(mail);
        return { kind: 'sent', ref: response.slice(0, 200) };
      } catch (error) {
        return outcomeOf(error as SmtpError, begun.has(mail.messageId));
      } finally {
        begun.delete(mail.messageId);
      }
    },
    close: async () => transport.close(),
  };
}

function mailOf({ from }: MailSettings, parcel: Parcel, returnPath: ReturnPath) {
  const { id, to, composed, lang, unsubscribe } = parcel;
  const domain = from.replace(/^.*@|>.*$/g, '');
  const bounces = returnPath(id);
  return {
    from,
    to,
    ...(bounces !== undefined && { envelope: { from: bounces, to } }),
    subject: composed.subject,
    text: composed.text,
    html: composed.html,
    // The same at every try: whoever gets one twice in spite of all can tell.
    messageId: `<${id}@${domain}>`,
    headers: {
      'Content-Language': lang,
      // RFC 3834, 5: no answering machine is to write back.
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe !== undefined && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Replies of RFC 5321, 4.2.1 and enhanced codes of RFC 3463: 5.1.x is about the address itself. */
function outcomeOf(error: SmtpError, isBegun: boolean): Outcome {
  const { responseCode, response = '', code = 'ERROR' } = error;
  if (responseCode === undefined)
    return isBegun ? { kind: 'unknown', code } : { kind: 'later', code, isAway: true };
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  const told = enhanced === undefined ? String(responseCode) : `${responseCode} ${enhanced}`;
  if (code === 'EAUTH' || responseCode === 421) return { kind: 'later', code: told, isAway: true };
  if (responseCode < 500) return { kind: 'later', code: told };
  return { kind: 'refused', code: told, isAddressDead: enhanced?.startsWith('5.1.') === true };
}
