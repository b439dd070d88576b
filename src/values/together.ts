/** What has a name and comes later. */
type Awaiting = Readonly<Record<string, unknown>>;

/** `Promise.all` for things with names: all of them under way at once, each found under its own name. */
export async function together<T extends Awaiting>(
  parts: T,
): Promise<{ [Name in keyof T]: Awaited<T[Name]> }> {
  const names = Object.keys(parts);
  const found = await Promise.all(Object.values(parts));
  return Object.fromEntries(names.map((name, at) => [name, found[at]])) as {
    [Name in keyof T]: Awaited<T[Name]>;
  };
}
