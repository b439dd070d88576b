interface Entry<T> {
  readonly value: T;
  readonly until: number;
}

/** Opened keys for a while: the longest unused make room, and none stays longer than its time. */
export function keyCache<T>({ most, ms }: { readonly most: number; readonly ms: number }) {
  const entries = new Map<string, Entry<T>>();
  return {
    get(name: string): T | undefined {
      const entry = entries.get(name);
      if (!entry) return undefined;
      entries.delete(name);
      if (entry.until < Date.now()) return undefined;
      entries.set(name, entry);
      return entry.value;
    },
    set(name: string, value: T): void {
      entries.delete(name);
      entries.set(name, { value, until: Date.now() + ms });
      if (entries.size <= most) return;
      const [oldest] = entries.keys();
      entries.delete(oldest!);
    },
    delete(name: string): void {
      entries.delete(name);
    },
    clear(): void {
      entries.clear();
    },
  };
}
