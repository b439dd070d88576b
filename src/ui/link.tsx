import type { ComponentChildren } from 'preact';

export interface LinkProps {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly class?: string | undefined;
  readonly current?: boolean | undefined;
  readonly download?: boolean | undefined;
  readonly lang?: string | undefined;
  readonly describedBy?: string | undefined;
}

/** A link that refuses to lead anywhere but http(s), mail, telephone and places of this site. */
export function Link(props: LinkProps) {
  return (
    <a
      href={safeHref(props.href)}
      class={props.class}
      download={props.download}
      lang={props.lang}
      hreflang={props.lang}
      aria-current={props.current === true ? 'page' : undefined}
      aria-describedby={props.describedBy}
    >
      {props.children}
    </a>
  );
}

/**
 * The address itself when it is safe to follow, else '#'. Browsers drop tabs and line ends inside a scheme
 * (WHATWG URL, 4.4), so those are dropped before looking.
 */
export function safeHref(href: string): string {
  if (plainPlace.test(href)) return href;
  // oxlint-disable-next-line no-control-regex -- control characters are what is searched for
  const seen = href.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  if (/^(?:https?:\/\/|mailto:|tel:)/i.test(seen)) return href;
  if (/^(?:\/(?![/\\])|[?#.])/.test(seen)) return href;
  return /^[\p{L}\p{N}_-][^:\\]*$/u.test(seen) ? href : '#';
}

/** Places of this site as pages write them: seen at one look to lead nowhere else. */
const plainPlace = /^\/[\w-][\w\-./]*$/;
