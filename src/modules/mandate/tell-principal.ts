import { tell } from '#/modules/notify/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { newId } from '#/values/id.ts';
import { text, type Text } from '#/values/text.ts';

/** The represented person learns that an application of somebody else's may act for them, too. */
export async function tellPrincipal(tx: Tx, actor: Actor, application: Text): Promise<void> {
  const { actingFor, at, name } = actor;
  if (actingFor === undefined) return;
  await tell(tx, {
    personId: actingFor.personId,
    event: 'mandate.connected',
    title: text('Một ứng dụng được làm thay bạn', 'An application may act for you'),
    body: text(
      `${name} cho phép ${application.vi} xem dữ liệu và làm việc thay cho bạn. Nếu không đúng ý bạn, hãy thu hồi ủy quyền.`,
      `${name} let ${application.en} see your data and act for you. If you do not want it, revoke the mandate.`,
    ),
    link: '/tai-khoan/uy-quyen',
    key: `mandate.connected ${actingFor.mandateId} ${newId()}`,
    at,
  });
}
