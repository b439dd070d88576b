import type { ComponentChildren } from 'preact';
import { type Lang, say } from '#/values/text.ts';
import { words } from './words.ts';

/** The hidden field that proves a form came from our own page. */
export function Csrf({ token }: { readonly token: string }) {
  return <input type="hidden" name="_csrf" value={token} />;
}

export interface FormProps {
  readonly csrf: string;
  readonly lang: Lang;
  readonly children: ComponentChildren;
  readonly action?: string | undefined;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  /** For files that travel with the form. */
  readonly multipart?: boolean | undefined;
  /** Names the island that improves it, e.g. 'autosave'. */
  readonly island?: string | undefined;
  readonly islandProps?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * A form that posts. Its first button is an unseen one, so that the Enter key means "continue" even where another
 * button ("Chọn tỉnh", "Thêm dòng") stands before the primary one.
 */
export function Form({ csrf, lang, children, multipart, island, islandProps, ...rest }: FormProps) {
  return (
    <form
      method="post"
      novalidate
      action={rest.action}
      id={rest.id}
      class={rest.class}
      enctype={multipart === true ? 'multipart/form-data' : undefined}
      data-island={island}
      data-props={islandProps === undefined ? undefined : JSON.stringify(islandProps)}
    >
      <Csrf token={csrf} />
      <input
        type="submit"
        class="first-submit"
        value={say(lang, words.continue)}
        tabIndex={-1}
        aria-hidden="true"
      />
      {children}
    </form>
  );
}
