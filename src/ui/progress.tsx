export interface ProgressProps {
  /** What is going on: "Đang gộp tệp". */
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly id: string;
}

/** Long work, with numbers. */
export function Progress({ label, done, of, id }: ProgressProps) {
  return (
    <div class="progress-line">
      <label class="small" for={id}>
        {label}: {done}/{of}
      </label>
      <progress class="progress" id={id} value={done} max={of} />
    </div>
  );
}

/** Room for something that is on its way; unseen for the first 300 ms. */
export function Skeleton({ lines = 3 }: { readonly lines?: number | undefined }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class={line === lines - 1 ? 'skeleton skeleton--short' : 'skeleton'} />
      ))}
    </div>
  );
}
