/**
 * Remembers what a pure function made, by a key that says all of what it was given. After `most` it begins anew.
 *
 * For dates above all: where the runtime has no Temporal, each date is an entry of a WeakMap, and a collection of
 * garbage that meets thousands of those stops the process for tens of milliseconds.
 */
export function remembering<T>(most = 1_000): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}
