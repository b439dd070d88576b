import type { ComponentChildren } from 'preact';
import type { Look } from '#/platform/http/index.ts';
import type { Lang, Text } from '#/values/text.ts';
import type { IconName } from '../icon-names.ts';

/** Who runs this site. An emblem appears only when the operator sets one. */
export interface Site {
  /** "Cổng dịch vụ công". */
  readonly service: Text;
  readonly agency: Text;
  readonly superior?: Text | undefined;
  readonly emblem?: string | undefined;
  /** Help by a person: telephone, address, hours. */
  readonly contact: readonly Text[];
  readonly version?: string | undefined;
}

export interface Place {
  readonly title: string;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly count?: number | undefined;
}

/** Addresses of hashed files, as built at the start. */
export interface Assets {
  readonly stylesheet: string;
  /** The loader of islands; left out on pages without any. */
  readonly script?: string | undefined;
}

export interface FrameProps {
  readonly title: string;
  readonly lang: Lang;
  readonly look: Look;
  readonly site: Site;
  readonly assets: Assets;
  /** The page's own path with query, for switches that return to it. */
  readonly path: string;
  readonly csrf: string;
  readonly isDemo: boolean;
  /** Main places, shown in the header. */
  readonly places: readonly Place[];
  readonly person?: { readonly name: string; readonly menu: readonly Place[] } | undefined;
  /** For whom the person acts now; both names stand on every page. */
  readonly actingFor?: string | undefined;
  /** What has just happened, once. */
  readonly notice?: string | undefined;
  /** The page could not be sent as it is: the title says so first. */
  readonly isWrong?: boolean | undefined;
  /** Without scripts the page comes anew after so many seconds. */
  readonly renewSeconds?: number | undefined;
  readonly children: ComponentChildren;
}
