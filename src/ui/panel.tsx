import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export interface PanelProps {
  readonly title: string;
  /** What a person should keep: the code of the dossier. */
  readonly code?: string | undefined;
  readonly children?: ComponentChildren;
}

/** It worked: the first thing on a page of confirmation. */
export function Panel({ title, code, children }: PanelProps) {
  return (
    <div class="panel">
      <Icon name="circle-check" />
      <h1>{title}</h1>
      {children}
      {code !== undefined && <p class="panel-code">{code}</p>}
    </div>
  );
}
