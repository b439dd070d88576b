import { issuePasswordCode, type IssuedCode } from '#/modules/identity/index.ts';
import { tell } from '#/modules/notify/index.ts';
import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

/**
 * An official at the counter has compared a person with their identity card and hands them a code to set a password: to
 * begin with an account, or because the password is forgotten. The person reads of it in their inbox.
 */
export async function handOutCode(
  tx: Tx,
  keys: Keys,
  actor: Actor,
  { personId }: { readonly personId: string },
): Promise<IssuedCode | Refusal> {
  const issued = await issuePasswordCode(tx, keys, actor, { personId });
  if (isRefusal(issued)) return issued;
  await tell(tx, {
    personId,
    event: 'identity.code-issued',
    title: text('Bạn đã nhận mã đặt mật khẩu tại quầy', 'You got a code to set your password'),
    body: text(
      'Cán bộ đã đối chiếu thẻ căn cước của bạn và trao mã đặt mật khẩu. Nếu không phải bạn đến quầy, hãy báo ngay cho Trung tâm Phục vụ hành chính công.',
      'An official compared your identity card and gave you a code to set a password. If it was not you who came, tell the service centre at once.',
    ),
    link: '/tai-khoan',
    key: `identity.code-issued ${issued.accountId} ${actor.at.toISOString()}`,
    at: actor.at,
  });
  return issued;
}
