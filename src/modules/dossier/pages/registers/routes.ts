import type { Route } from '#/platform/http/index.ts';
import { controlSheetRoutes } from './control-sheet-page.tsx';
import { registerPageRoutes } from './register-page.tsx';

/** What officials keep about all dossiers and about the way of each (Mẫu 05 and 06, Circular 01/2018/TT-VPCP). */
export function registerRoutes(): Route[] {
  return [...controlSheetRoutes(), ...registerPageRoutes()];
}
