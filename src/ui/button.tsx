import type { ComponentChildren } from 'preact';
import type { IconName } from './icon-names.ts';
import { Icon } from './icon.tsx';
import { safeHref } from './link.tsx';

/** `primary` is for the one deed of a page; `danger` takes something away; `quiet` looks like a link. */
export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'quiet';

interface Shared {
  readonly children: ComponentChildren;
  readonly look?: ButtonLook | undefined;
  readonly small?: boolean | undefined;
  readonly icon?: IconName | undefined;
  /** The key that presses it at the desk, shown beside the words. */
  readonly hotkey?: string | undefined;
}

export interface ButtonProps extends Shared {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** The id of the form that it submits, when it stands outside. */
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** More words for those who do not see what stands around the button. */
  readonly about?: string | undefined;
}

/** Submits the form around it. Its words are verbs: "Nộp hồ sơ". */
export function Button(props: ButtonProps) {
  return (
    <button
      type="submit"
      class={buttonClass(props)}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      disabled={props.disabled}
      aria-pressed={props.pressed}
      data-hotkey={props.hotkey}
    >
      <Inside {...props} />
      {props.about !== undefined && <span class="unseen"> {props.about}</span>}
    </button>
  );
}

/** Looks like a button and goes somewhere. */
export function LinkButton(props: Shared & { readonly href: string }) {
  return (
    <a href={safeHref(props.href)} class={buttonClass(props)} data-hotkey={props.hotkey}>
      <Inside {...props} />
    </a>
  );
}

/** The deeds of a page side by side, the primary one first. */
export function ButtonRow({ children }: { readonly children: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}

function Inside({ icon, children, hotkey }: Shared) {
  return (
    <>
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
      {hotkey !== undefined && (
        <kbd class="key" aria-hidden="true">
          {hotkey}
        </kbd>
      )}
    </>
  );
}

function buttonClass({ look = 'primary', small }: Shared): string {
  const classes = ['button'];
  if (look !== 'primary') classes.push(`button--${look}`);
  if (small === true) classes.push('button--small');
  return classes.join(' ');
}
