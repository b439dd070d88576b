/** What happens at a minute. */
interface Entry<T> {
  readonly at: number;
  readonly no: number;
  readonly what: T;
}

/** What is still to happen, the earliest first; of the same minute what was entered first. A binary heap. */
export class Agenda<T> {
  readonly #heap: Entry<T>[] = [];
  #entered = 0;

  put(at: number, what: T): void {
    const heap = this.#heap;
    const entry = { at, no: this.#entered, what };
    this.#entered += 1;
    let place = heap.push(entry) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (isBefore(heap[above]!, entry)) break;
      heap[place] = heap[above]!;
      place = above;
    }
    heap[place] = entry;
  }

  take(): { readonly at: number; readonly what: T } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const next = right < heap.length && isBefore(heap[right]!, heap[left]!) ? right : left;
      if (isBefore(last, heap[next]!)) break;
      heap[place] = heap[next]!;
      place = next;
    }
    heap[place] = last;
    return first;
  }
}

function isBefore<T>(one: Entry<T>, other: Entry<T>): boolean {
  return one.at < other.at || (one.at === other.at && one.no < other.no);
}
