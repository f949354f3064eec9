/** A thing that does not change in, what is made of it out, made once and kept beside it: a list asks it thousands of times. */
export function keptFor<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const made = new WeakMap<K, T>()
  return (of) => {
    const known = made.get(of) ?? make(of)
    made.set(of, known)
    return known
  }
}
