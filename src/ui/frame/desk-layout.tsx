import type { ComponentChildren } from 'preact';
import { type Lang, say } from '#/values/text.ts';
import { Link } from '../link.tsx';
import { words } from '../words.ts';

export interface Queue {
  readonly title: string;
  readonly href: string;
  readonly count: number;
  /** How many of them are overdue. */
  readonly late?: number | undefined;
  readonly current?: boolean | undefined;
}

export interface DeskLayoutProps {
  readonly lang: Lang;
  readonly queues: readonly {
    readonly title?: string | undefined;
    readonly queues: readonly Queue[];
  }[];
  /** The list, or one dossier; starts with the `h1`. */
  readonly children: ComponentChildren;
  /** History and what else stands beside. */
  readonly side?: ComponentChildren;
}

/** The desk: queues with counts on the left, the work in the middle, history on the right. */
export function DeskLayout({ lang, queues, children, side }: DeskLayoutProps) {
  return (
    <div class={side === undefined ? 'desk' : 'desk desk--side'} data-island="desk-keys">
      <nav class="rail" aria-label={say(lang, words.queues)}>
        <div class="rail-list">
          {queues.map((group, index) => (
            <div key={index}>
              {group.title !== undefined && <h2>{group.title}</h2>}
              <ul>
                {group.queues.map((queue) => (
                  <li key={queue.href}>
                    <Link href={queue.href} current={queue.current}>
                      <span>{queue.title}</span>
                      <span class={queue.late ? 'count count--late' : 'count'}>{queue.count}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
          <KeyLegend lang={lang} />
        </div>
      </nav>
      <main class="desk-main" id="noi-dung" tabIndex={-1}>
        {children}
      </main>
      {side !== undefined && (
        <aside class="desk-side" aria-label={say(lang, words.history)}>
          {side}
        </aside>
      )}
    </div>
  );
}

/** Unseen until the island `desk-keys` is there; its button switches the keys off. */
function KeyLegend({ lang }: { readonly lang: Lang }) {
  return (
    <div class="keys" data-keys="" hidden>
      <button type="button" class="button button--secondary button--small" aria-pressed="true">
        {say(lang, words.keys)}
      </button>
      <p>
        {keys.map(([key, meaning]) => (
          <span key={key}>
            <kbd class="key">{key}</kbd> {say(lang, meaning)}{' '}
          </span>
        ))}
      </p>
    </div>
  );
}

const keys = [
  ['j', words.keyDown],
  ['k', words.keyUp],
  ['x', words.keyPick],
  ['e', words.keyOpen],
] as const;

export interface ActionBarProps {
  readonly lang: Lang;
  /** The lawful next acts, the usual one first. */
  readonly children: ComponentChildren;
  readonly deadline?: ComponentChildren;
}

/** Stays at the foot of a dossier: only lawful next acts, and the deadline with its reason. */
export function ActionBar({ lang, children, deadline }: ActionBarProps) {
  return (
    <section class="acts" aria-label={say(lang, words.actions)}>
      {children}
      {deadline}
    </section>
  );
}
