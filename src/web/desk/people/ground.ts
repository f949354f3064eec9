/** Somebody's newest grounds and a day in, in few words who may be told the name, and until when, out: as it holds that day, not as it was written. */
import { type Basis, stricter } from '../../../core/person.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { DeskFace } from '../frame.ts'

/** Whoever was judged to be one with others is bound by the grounds of all of them. */
export function ground(
  { t, language }: DeskFace['words'],
  binding: readonly (Basis | null)[],
  today: string,
): string {
  const weakest = binding.find((one) => !one || one.level === 'never' || one.reviewBy < today)
  const basis = weakest === undefined ? (binding.reduce(strictest, binding[0] ?? null) ?? null) : weakest
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

const strictest = (a: Basis | null, b: Basis | null): Basis | null => (a && b ? stricter(a, b) : null)
