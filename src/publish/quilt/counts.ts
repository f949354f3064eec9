/** Patches in, the counts of the legend and of the description out. */
import { GRAVITIES, type Gravity, MOTIFS, type Motif } from '../../core/codebook.ts'
import type { Words } from '../../core/words.ts'
import type { Patch } from './patch.ts'

export type Counts = {
  readonly patches: number
  readonly motifs: ReadonlyMap<Motif, number>
  /** Null stands for patches whose outcome is not known. */
  readonly gravities: ReadonlyMap<Gravity | null, number>
  readonly single: number
  readonly disputed: number
}

/** Counts of what is there only: a motif without patches has no entry, not a zero. */
export function countsOf(patches: readonly Patch[]): Counts {
  const tally = <T>(keys: readonly T[], key: (patch: Patch) => T): ReadonlyMap<T, number> =>
    new Map(
      keys
        .map((one) => [one, patches.filter((patch) => key(patch) === one).length] as const)
        .filter(([, n]) => n > 0),
    )
  return {
    patches: patches.length,
    motifs: tally(MOTIFS, (patch) => patch.motif),
    gravities: tally<Gravity | null>([...GRAVITIES, null], (patch) => patch.gravity),
    single: patches.filter((patch) => patch.basting === 'single').length,
    disputed: patches.filter((patch) => patch.basting === 'disputed').length,
  }
}

/** Everything the picture shows, in words: its numbers sum to the number of patches, twice. */
export function descriptionOf(counts: Counts, words: Words): string {
  const motifs = [...counts.motifs].map(([motif, n]) => `${words.t(`motif.${motif}`)} ${n}`)
  const gravities = [...counts.gravities].map(
    ([gravity, n]) => `${words.t(`gravity.${gravity ?? 'unknown'}`)} ${n}`,
  )
  return [
    words.t('face.quilt.desc', { n: counts.patches }),
    `${words.t('quilt.shape')}: ${motifs.join(', ')}.`,
    `${words.t('quilt.lightness')}: ${gravities.join(', ')}.`,
    counts.disputed > 0 ? words.t('face.quilt.disputed', { n: counts.disputed }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
