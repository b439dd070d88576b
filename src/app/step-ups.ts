import { stepUps, withStepUp, type StepUpScope } from '#/modules/identity/index.ts';
import type { Mount } from '#/platform/module.ts';

/** Every door through which a leader approves. */
const approvals: Readonly<Record<string, StepUpScope>> = {
  '/can-bo/ho-so/:code/ky-duyet': {},
  '/can-bo/hang-loat': {
    back: '/can-bo?hang=ky-duyet',
    isAct: ({ act }) => [act].flat().includes('approve'),
  },
  '/api/v1/dossiers/:code/actions/:verb': { isAct: ({ verb }) => verb === 'approve' },
};

/**
 * The module, whose approvals ask again who one is. Not in the demo, where accounts open by a button.
 * @throws Error when a door is not there any more: it must not stay open under another name.
 */
export function askingAgain(mount: Mount, isDemo: boolean): Mount {
  for (const path of Object.keys(approvals))
    if (!mount.routes.some((route) => route.path === path)) throw new Error(`no route ${path}`);
  if (isDemo) return mount;
  const routes = mount.routes.map((route) => {
    const scope = route.method === 'POST' ? approvals[route.path] : undefined;
    return scope === undefined ? route : withStepUp(stepUps.approval, route, scope);
  });
  return { ...mount, routes };
}
