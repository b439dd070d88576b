/**
 * Keeps what was made for the last few keys. Makers that fail leave nothing behind; two that run at once for the
 * same key do the work twice, because each belongs to its own transaction.
 */
export function remember<T>(size: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, T>();
  return async (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = await make();
    kept.set(key, made);
    for (const oldest of kept.keys()) {
      if (kept.size <= size) break;
      kept.delete(oldest);
    }
    return made;
  };
}
