import type { ComponentChildren } from 'preact';
import { type Lang, say } from '#/values/text.ts';
import { Link } from '../link.tsx';
import { words } from '../words.ts';

export interface Queue {
  readonly title: string;
  readonly href: string;
  /** How many are in it, "999+" when not all were counted; left out where nobody counts. */
  readonly count?: number | string | undefined;
  /** How many of them are overdue. */
  readonly late?: number | undefined;
  readonly current?: boolean | undefined;
}

export interface DeskLayoutProps {
  readonly lang: Lang;
  /** Left out on the page of one dossier, which needs the room. */
  readonly queues?:
    | readonly {
        readonly title?: string | undefined;
        readonly queues: readonly Queue[];
      }[]
    | undefined;
  /** What the rail leads through when it is no queues; lists of dossiers alone have keys to walk through them. */
  readonly label?: string | undefined;
  /** The list, or one dossier; starts with the `h1`. */
  readonly children: ComponentChildren;
  /** A table with many columns takes the whole screen; questions and sentences keep to a width that is read with ease. */
  readonly wide?: boolean | undefined;
  /** History and what else stands beside. */
  readonly side?: ComponentChildren;
}

/** The desk: queues with counts on the left, the work in the middle, history on the right. */
export function DeskLayout({ lang, queues, label, wide, children, side }: DeskLayoutProps) {
  const look = ['desk'];
  if (side !== undefined) look.push('desk--side');
  if (queues === undefined) look.push('desk--case');
  if (wide === true) look.push('desk--wide');
  return (
    <div class={look.join(' ')} data-island={label === undefined ? 'desk-keys' : undefined}>
      {queues !== undefined && <Rail lang={lang} queues={queues} label={label} />}
      <main class="desk-main" id="noi-dung" tabIndex={-1}>
        {children}
      </main>
      {side !== undefined && (
        <aside class="desk-side" aria-label={say(lang, words.history)}>
          {side}
          {queues === undefined && <KeyLegend lang={lang} isList={false} />}
        </aside>
      )}
    </div>
  );
}

function Rail({ lang, queues, label }: Pick<DeskLayoutProps, 'lang' | 'queues' | 'label'>) {
  return (
    <nav class="rail" aria-label={label ?? say(lang, words.queues)}>
      <div class="rail-list">
        {queues?.map((group, index) => (
          <div key={index}>
            {group.title !== undefined && <h2>{group.title}</h2>}
            <ul>
              {group.queues.map((queue) => (
                <li key={queue.href}>
                  <Link href={queue.href} current={queue.current}>
                    <span>{queue.title}</span>
                    {queue.count !== undefined && (
                      <span class={queue.late ? 'count count--late' : 'count'}>{queue.count}</span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {label === undefined && <KeyLegend lang={lang} isList />}
      </div>
    </nav>
  );
}

/** Unseen until the island `desk-keys` is there; its button switches the keys off. */
function KeyLegend({ lang, isList }: { readonly lang: Lang; readonly isList: boolean }) {
  return (
    <div class="keys" data-keys="" hidden>
      <button type="button" class="button button--secondary button--small" aria-pressed="true">
        {say(lang, words.keys)}
      </button>
      {isList && (
        <p>
          {keys.map(([key, meaning]) => (
            <span key={key}>
              <kbd class="key">{key}</kbd> {say(lang, meaning)}{' '}
            </span>
          ))}
        </p>
      )}
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
