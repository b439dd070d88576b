import type { ComponentChildren } from 'preact';
import { type Lang, say } from '#/values/text.ts';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { words } from './words.ts';

/** Leads to the page before. Stands above the title. */
export function BackLink({
  href,
  lang,
  children,
}: {
  readonly href: string;
  readonly lang: Lang;
  readonly children?: ComponentChildren;
}) {
  return (
    <Link href={href} class="back">
      <Icon name="chevron-left" />
      {children ?? say(lang, words.back)}
    </Link>
  );
}

export interface Crumb {
  readonly title: string;
  readonly href: string;
}

/** The way from the start to above this page. */
export function Breadcrumbs({
  way,
  lang,
}: {
  readonly way: readonly Crumb[];
  readonly lang: Lang;
}) {
  return (
    <nav class="crumbs" aria-label={say(lang, words.breadcrumbs)}>
      <ol>
        {way.map(({ title, href }, index) => (
          <li key={href}>
            {index > 0 && <Icon name="chevron-right" />}
            <Link href={href}>{title}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
