import type { ComponentChildren } from 'preact';
import { type Lang, say } from '#/values/text.ts';
import type { IconName } from './icon-names.ts';
import { Icon } from './icon.tsx';
import type { Tone } from './tag.tsx';
import { words } from './words.ts';

export interface NotificationBannerProps {
  readonly tone?: Exclude<Tone, 'neutral'> | undefined;
  readonly title?: string | undefined;
  readonly lang: Lang;
  readonly children: ComponentChildren;
}

/** Says what has just happened or what matters on this page. */
export function NotificationBanner({
  tone = 'info',
  title,
  lang,
  children,
}: NotificationBannerProps) {
  const heading = title ?? say(lang, tone === 'info' ? words.notice : words.important);
  return (
    <section
      class={`notice notice--${tone}`}
      aria-label={heading}
      role={tone === 'good' ? 'status' : undefined}
    >
      <Icon name={icons[tone]} />
      <div class="notice-body">
        {title !== undefined && <h2>{title}</h2>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </section>
  );
}

const icons: Readonly<Record<Exclude<Tone, 'neutral'>, IconName>> = {
  info: 'info',
  good: 'circle-check',
  warning: 'triangle-alert',
  error: 'octagon-alert',
};

/** Words set apart: an example, a quotation of the law. */
export function InsetText({ children }: { readonly children: ComponentChildren }) {
  return <div class="inset">{children}</div>;
}

/** What a person risks when they go on without heeding it. */
export function WarningText({
  lang,
  children,
}: {
  readonly lang: Lang;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="warn">
      <Icon name="triangle-alert" />
      <p>
        <span class="unseen">{say(lang, words.warning)} </span>
        {children}
      </p>
    </div>
  );
}
