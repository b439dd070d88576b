import { sessionsToEnd } from '#/modules/openid/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Body, Visit } from '#/platform/http/index.ts';
import type { Mount, Services } from '#/platform/module.ts';

/** Every door through which people end sign-ins of theirs. */
const doors: readonly string[] = ['/dang-xuat', '/tai-khoan/phien', '/tai-khoan/phien/ket-thuc'];

/**
 * The module, after whose sign-outs partners are told at once; those that end by themselves are found every minute.
 * @throws Error when a door is not there any more.
 */
export function tellingPartners(mount: Mount, { jobs }: Pick<Services, 'jobs'>): Mount {
  for (const path of doors)
    if (!mount.routes.some((route) => route.path === path)) throw new Error(`no route ${path}`);
  const routes = mount.routes.map((route) => {
    if (route.kind !== 'page' || route.method !== 'POST' || !doors.includes(route.path))
      return route;
    return {
      ...route,
      async handle(tx: Tx, visit: Visit, body: Body) {
        await jobs.enqueue(tx, sessionsToEnd, {}, { key: sessionsToEnd });
        return route.handle(tx, visit, body);
      },
    };
  });
  return { ...mount, routes };
}
