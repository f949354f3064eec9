/** What a browser says it reads in, the nearest of our languages out. */
import { isLanguage, type Language } from '../core/language.ts'

/** `ru-RU,ru;q=0.9,en;q=0.8` → ru. English when none of ours is asked for. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((wish) => {
      const [tag = '', quality] = wish.trim().split(';q=')
      return {
        language: tag.slice(0, 2).toLowerCase(),
        weight: quality === undefined ? 1 : Number(quality) || 0,
      }
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wishes.map((wish) => wish.language).find(isLanguage) ?? 'en'
}
