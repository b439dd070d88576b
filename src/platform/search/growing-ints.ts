/** A list of non-negative integers that grows by doubling: 4 bytes each, no boxed numbers. */
export interface GrowingInts {
  push(value: number): void;
  ints(): Uint32Array;
}

/** An empty list. */
export function growingInts(): GrowingInts {
  let held = new Uint32Array(1024);
  let used = 0;
  return {
    push(value) {
      if (used === held.length) {
        const wider = new Uint32Array(held.length * 2);
        wider.set(held);
        held = wider;
      }
      held[used++] = value;
    },
    ints: () => held.subarray(0, used),
  };
}
