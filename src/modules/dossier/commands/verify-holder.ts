import { findCitizenAccount, verifyAccount } from '#/modules/identity/index.ts';
import { tell } from '#/modules/notify/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

/**
 * An official at the counter has compared a person with their identity card: the account that the person opened from
 * home now sees everything that is the person's, and the person is told.
 */
export async function verifyHolder(
  tx: Tx,
  actor: Actor,
  { personId }: { readonly personId: string },
): Promise<{ readonly done: true } | Refusal> {
  const account = await findCitizenAccount(tx, personId);
  if (!account) return refuse('identity.nothing-to-verify');
  const verified = await verifyAccount(tx, actor, account.id);
  if (isRefusal(verified)) return verified;
  await tell(tx, {
    personId,
    event: 'identity.account-verified',
    title: text('Tài khoản của bạn đã được xác minh', 'Your account is verified'),
    body: text(
      'Cán bộ đã đối chiếu thẻ căn cước của bạn tại quầy. Từ nay bạn thấy cả những hồ sơ nộp tại quầy. Nếu không phải bạn đến quầy, hãy báo ngay cho Trung tâm Phục vụ hành chính công.',
      'An official compared your identity card at the counter. From now on you also see what was filed at the counter. If it was not you who came, tell the service centre at once.',
    ),
    link: '/ho-so',
    key: `identity.account-verified ${account.id}`,
    at: actor.at,
  });
  return verified;
}
