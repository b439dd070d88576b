import { call } from '../channels/call.ts';
import { claimCallback, updateCallback, type DueCallback } from '../store/callbacks.ts';
import type { Office } from './office.ts';

/** GOV.UK Notify tries five times in five minutes; we try longer, ever more slowly. */
const mostAttempts = 8;
const [firstPauseMs, timeoutMs] = [10_000, 5_000];

/** Tells services what became of their messages. The same may be told twice: it carries the id of the message. */
export async function callBackDue(office: Office): Promise<void> {
  const { database, clock } = office.services;
  for (;;) {
    const at = clock.now();
    const again = new Date(at.getTime() + 60_000);
    const due = await database.transaction((tx) => claimCallback(tx, at, again));
    if (!due) return;
    const fault = await tell(due);
    const isOver = fault === null || due.attempts >= mostAttempts;
    const pause = firstPauseMs * 2 ** due.attempts;
    const dueAt = isOver ? null : new Date(at.getTime() + pause);
    await database.transaction((tx) => updateCallback(tx, due.id, { dueAt, fault }));
  }
}

async function tell(due: DueCallback): Promise<string | null> {
  const { callbackUrl, callbackToken } = due.place;
  if (callbackUrl === null) return null;
  const called = await call(
    callbackUrl,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(callbackToken !== null && { authorization: `Bearer ${callbackToken}` }),
      },
      body: JSON.stringify({
        id: due.messageId,
        reference: due.reference,
        to: due.channel === 'mail' ? due.letter.mail : due.letter.phone,
        status: due.status,
        created_at: due.createdAt.toISOString(),
        sent_at: due.sentAt?.toISOString() ?? null,
        completed_at: due.completedAt?.toISOString() ?? null,
        notification_type: due.channel === 'mail' ? 'email' : 'sms',
        template_id: due.templateId,
        template_version: due.templateVersion,
      }),
    },
    timeoutMs,
  );
  if ('fault' in called) return called.code;
  return called.status < 300 ? null : `HTTP ${called.status}`;
}
