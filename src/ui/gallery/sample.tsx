import type { ComponentChildren } from 'preact';

/** One component with its name. */
export function Sample({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
