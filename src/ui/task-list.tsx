import { Link } from './link.tsx';
import { StatusTag, type Tone } from './tag.tsx';

export interface Task {
  readonly title: string;
  /** Without it the task cannot be begun yet. */
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  readonly status: { readonly tone: Tone; readonly words: string };
}

/** The parts of a longer piece of work and where each stands. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ul class="tasks">
      {tasks.map(({ title, href, hint, status }, index) => (
        <li class="task" key={index}>
          <div class="task-title">
            {href === undefined ? (
              title
            ) : (
              <Link href={href} describedBy={`task-${index}`}>
                {title}
              </Link>
            )}
            {hint !== undefined && <span class="hint">{hint}</span>}
          </div>
          <span id={`task-${index}`}>
            <StatusTag tone={status.tone}>{status.words}</StatusTag>
          </span>
        </li>
      ))}
    </ul>
  );
}
