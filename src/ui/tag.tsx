import type { ComponentChildren } from 'preact';
import type { IconName } from './icon-names.ts';
import { Icon } from './icon.tsx';

/** The meanings that colour may carry, always beside an icon and a word. */
export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'error';

/** A word in a quiet box. */
export function Tag({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone | undefined;
  readonly children: ComponentChildren;
}) {
  return <span class={tagClass(tone)}>{children}</span>;
}

export interface StatusTagProps {
  readonly tone: Tone;
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}

/** Where something stands: icon and word, coloured by meaning. */
export function StatusTag({ tone, icon = icons[tone], children }: StatusTagProps) {
  return (
    <span class={tagClass(tone)}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

const icons: Readonly<Record<Tone, IconName>> = {
  neutral: 'circle',
  info: 'info',
  good: 'circle-check',
  warning: 'triangle-alert',
  error: 'circle-alert',
};

function tagClass(tone: Tone): string {
  return tone === 'neutral' ? 'tag' : `tag tag--${tone}`;
}
