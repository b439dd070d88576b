import type { ComponentChildren } from 'preact';
import type { IconName } from './icon-names.ts';
import { Icon } from './icon.tsx';

export interface EmptyStateProps {
  readonly title: string;
  readonly icon?: IconName | undefined;
  /** What to do now. */
  readonly children?: ComponentChildren;
}

/** There is nothing here yet: says why and what to do. */
export function EmptyState({ title, icon = 'inbox', children }: EmptyStateProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
