/** A place by any of its names in, its id in the pack that knows it out; null where none was named. */
import { placeMeant } from '../../review/resolve.ts'
import type { Context } from '../context.ts'

export function placeOf({ knowledge }: Pick<Context, 'knowledge'>, typed: string): string | null {
  if (typed.trim() === '') return null
  for (const pack of knowledge.packs.values()) {
    const place = placeMeant(typed, pack)
    if (place) return place.id
  }
  return 'unknown'
}
