import { Link } from './link.tsx';

export interface Tab {
  readonly title: string;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
}

/** Views of one thing side by side, each with an address of its own. */
export function Tabs({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ title, href, current, count }) => (
          <li key={href}>
            <Link href={href} current={current}>
              {title}
              {count !== undefined && <span class="count">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
