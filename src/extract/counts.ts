/** A strand's counts → each stated number once, with the sole unnamed victim counted as one. */
import type { Reading } from '../core/reading.ts'
import { grammarOf } from './grammar-of.ts'
import type { GroupMention } from './groups.ts'
import type { Line } from './lines.ts'
import type { PersonClaim } from './persons.ts'

const head = (what: string): string => what.toLowerCase().split(' ').at(-1) ?? ''

/** A number told again of the same people is told once. */
export function unionGroups(
  lines: readonly Line[],
  persons: readonly PersonClaim[],
  reading: Reading,
): GroupMention[] {
  const found: GroupMention[] = []
  for (const one of lines.flatMap((line) => line.groups)) {
    const again = found.some(
      (other) =>
        other.value.min === one.value.min &&
        other.value.max === one.value.max &&
        head(other.value.what) === head(one.value.what) &&
        !/^(?:was|were|had|sentenced)$/.test(head(one.value.what)),
    )
    if (!again) found.push(one)
  }
  if (found.length === 0 && !persons.some((one) => one.value.harmed === true)) {
    const sole = grammarOf(reading).soleVictim(lines, reading)
    if (sole) return [sole]
  }
  return found
}
