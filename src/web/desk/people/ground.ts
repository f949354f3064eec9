/** Somebody's newest ground and a day in, in few words who may be told the name, and until when, out: as it holds that day, not as it was written. */
import type { Basis } from '../../../core/person.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { DeskFace } from '../frame.ts'

export function ground({ t, language }: DeskFace['words'], basis: Basis | null, today: string): string {
  const day = (iso: string): string => dayIn(iso, language)
  if (!basis || basis.level === 'never') return t('work.basis.never')
  if (basis.reviewBy < today) return t('work.basis.over', { day: day(basis.reviewBy) })
  return t('work.basis.holds', {
    level: t(`work.level.${basis.level}`),
    to: t(`work.to.${basis.to}`),
    kind: t(`work.kind.${basis.kind}`),
    day: day(basis.reviewBy),
  })
}
