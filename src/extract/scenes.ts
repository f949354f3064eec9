/** A strand's place mentions → the places where its acts happened. */
import type { ClaimBasis } from '../core/claim.ts'
import type { Span } from '../core/span.ts'
import type { PlaceValue } from '../core/values.ts'
import type { Line } from './lines.ts'
import type { PlaceMention } from './place-use.ts'

export type PlaceClaim = {
  readonly value: PlaceValue
  readonly span: Span
  readonly rule: string
  readonly basis: ClaimBasis
}

/** Scenes first; a person's base or the place of a plan only when no scene is told or carried. A country only alone or when told as a whole; `sweeping` counts and laws happen all over it. */
export function scenesOf(
  lines: readonly Line[],
  carried: readonly PlaceMention[],
  sweeping = false,
): PlaceClaim[] {
  const all = lines.flatMap((line) =>
    line.places.map((mention) => ({
      mention,
      told: line.acts.length > 0,
      words: line.words.slice(
        Math.max(0, mention.span.start - line.span.start - 24),
        mention.span.end - line.span.start + 12,
      ),
    })),
  )
  const of = (use: PlaceMention['use']): PlaceMention[] =>
    all
      .filter(({ mention }) => mention.use === use && mention.kind !== 'country')
      .map(({ mention }) => mention)
  const whole = all
    .filter(
      ({ mention, words }) =>
        mention.kind === 'country' &&
        new RegExp(
          `(?:across|throughout|all over|over)\\s+${mention.name}|${mention.name}\\s+declared|restricted in ${mention.name}`,
          'i',
        ).test(words),
    )
    .map(({ mention }) => mention)
  const countries = all
    .filter(({ mention }) => mention.kind === 'country' && mention.use === 'scene')
    .map(({ mention }) => mention)
  // A home told with the harm says more than a place of a sentence that tells nothing done.
  const near = all.some(({ mention, told }) => told && (mention.use === 'scene' || mention.use === 'plan'))
  const home = !near && all.some(({ mention, told }) => told && mention.use === 'base')
  const scenes = home ? [] : of('scene')
  const carries = scenes.some((one) => one.kind !== 'site') ? [] : carried
  const chosen =
    scenes.length > 0 || carries.length > 0
      ? [...scenes, ...carries]
      : of('base').length > 0
        ? of('base')
        : of('plan').length > 0
          ? of('plan')
          : all
              .filter(({ mention }) => mention.use === 'abroad')
              .map(({ mention }) => mention)
              .concat(sweeping ? countries : [])
              .slice(0, 1)
  const seen = new Set<string>()
  const claims: PlaceClaim[] = []
  const add = (one: PlaceMention, canonical: string, basis: ClaimBasis): void => {
    if (seen.has(canonical)) return
    seen.add(canonical)
    claims.push({
      value: { name: one.name, canonical, place: one.place },
      span: one.span,
      rule: one.place === null ? 'place-shape@1' : 'place-known@1',
      basis,
    })
  }
  const town = chosen.find((one) => one.kind === 'town')
  for (const one of [...whole, ...chosen]) {
    const site =
      one.kind === 'site' && one.place === null && town ? `${one.name}, ${town.canonical}` : one.canonical
    add(one, site, carried.includes(one) ? 'carried' : 'stated')
    if (one.kind === 'site' && one.town && !chosen.some((other) => other.kind !== 'site'))
      add({ ...one, name: one.town.name, place: one.town.id }, one.town.name, 'inferred')
  }
  return claims
}
