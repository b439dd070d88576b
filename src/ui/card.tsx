import type { ComponentChildren } from 'preact';

/** Cards side by side: services, own dossiers. */
export function Cards({ children }: { readonly children: ComponentChildren }) {
  return <ul class="cards">{children}</ul>;
}

export interface CardProps {
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One thing with its standing and what to do next. */
export function Card({ title, children }: CardProps) {
  return (
    <li class="card">
      <h3>{title}</h3>
      {children}
    </li>
  );
}
