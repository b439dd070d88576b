import type { IconName } from './icon-names.ts';
import { Icon } from './icon.tsx';

/** `paused` while the citizen or another office must act; `done` when it was kept. */
export type DeadlineState = 'calm' | 'soon' | 'late' | 'paused' | 'done';

export interface DeadlineProps {
  readonly state: DeadlineState;
  /** "Còn 2 ngày làm việc", "Quá hạn 3 giờ". */
  readonly words: string;
  /** Why it is then: "5 ngày làm việc từ 15/07/2026 (Luật Hộ tịch, Điều 16)". */
  readonly reason?: string | undefined;
}

/** A time limit: colour, icon, words and the reason. */
export function Deadline({ state, words, reason }: DeadlineProps) {
  return (
    <span class={`deadline deadline--${state}`}>
      <Icon name={icons[state]} />
      <span>
        <strong>{words}</strong>
        {reason !== undefined && <span class="deadline-why">{reason}</span>}
      </span>
    </span>
  );
}

const icons: Readonly<Record<DeadlineState, IconName>> = {
  calm: 'clock',
  soon: 'clock-alert',
  late: 'circle-alert',
  paused: 'circle-pause',
  done: 'circle-check',
};
