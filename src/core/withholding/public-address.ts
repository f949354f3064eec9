/** A source's web address in, the same out when a reader may open it; null when it spells a name, opens a profile or is no web address. */
import { foldName } from '../names/fold.ts'
import { soundOf } from './sound.ts'

const PROFILES =
  /(?:^|\.)(?:facebook\.com|fb\.com|instagram\.com|t\.me|telegram\.me|vk\.com|ok\.ru|tiktok\.com|twitter\.com|x\.com|linkedin\.com|wa\.me|threads\.net)$/i

/** Short names hide in any long word; only longer ones count where an address glues words together. */
const LONG = 5

/** `isSaidIn`: whether words say something else that is held back. */
export function publicAddress(
  url: string | null,
  forbidden: ReadonlySet<string>,
  isSaidIn: (text: string) => boolean = () => false,
): string | null {
  if (url === null || !/^https?:\/\/[^\s<>"'`]+$/i.test(url)) return null
  const host = /^https?:\/\/(?:[^/?#]*@)?([^/?#:]+)/i.exec(url)?.[1] ?? ''
  if (host === '' || PROFILES.test(host) || /^https?:\/\/[^/?#]*@/i.test(url)) return null
  const words = foldName(decoded(decoded(url))).map(soundOf)
  const glued = words.join('')
  const spelled = [...forbidden]
    .map(soundOf)
    .some((sound) => words.includes(sound) || (sound.length >= LONG && glued.includes(sound)))
  return spelled || isSaidIn(decoded(decoded(url))) ? null : url
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
