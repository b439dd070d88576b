import { type Lang, say } from '#/values/text.ts';
import { Icon } from './icon.tsx';
import { words } from './words.ts';

export interface Step {
  readonly title: string;
  /** Where the process stands; left out when the steps only tell how something is done. */
  readonly state?: 'done' | 'current' | 'todo' | 'stopped' | undefined;
  /** Who, when, how long. */
  readonly note?: string | undefined;
}

export interface StepsProps {
  readonly steps: readonly Step[];
  readonly lang: Lang;
  /** Side by side on a wide screen; for up to six short steps. */
  readonly across?: boolean | undefined;
}

/** The way of a process as a drawn line: what is done, where it is now, what comes. */
export function Steps({ steps, lang, across }: StepsProps) {
  return (
    <ol class={across === true ? 'steps steps--across' : 'steps'}>
      {steps.map(({ title, state, note }, index) => (
        <li
          class={`step step--${state ?? 'todo'}`}
          key={index}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <span class="step-mark" aria-hidden="true">
            {state === 'done' ? (
              <Icon name="check" />
            ) : state === 'stopped' ? (
              <Icon name="x" />
            ) : (
              index + 1
            )}
          </span>
          <span class="step-title">
            {title}
            {state !== undefined && <span class="unseen"> ({say(lang, states[state])})</span>}
          </span>
          {note !== undefined && <span class="step-note">{note}</span>}
        </li>
      ))}
    </ol>
  );
}

const states = {
  done: words.done,
  current: words.stepNow,
  todo: words.notYet,
  stopped: words.stopped,
} as const;
