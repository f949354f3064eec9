/** A page as it was sent in, what somebody reads on it out; and whether words of a passage stand there. */
const INLINE = /<\/?(?:a|abbr|b|code|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)\b[^>]*>/gi
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Letters and digits alone, in small letters, one space between words: of markup, of JSON and of plain text alike. Markup stands there twice, with what fields and lists of choices hold. */
export const readable = (sent: string): string =>
  /<\w/.test(sent) ? plain(`${sent.replace(INLINE, '').replace(/<[^>]*>/g, ' ')} ${sent}`) : plain(sent)

const plain = (text: string): string =>
  ` ${text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replace(/&#(\d{1,7});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name] ?? ' ')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** So many words in a row are nobody's but the passage's: reports begin many sentences alike. */
const RUN = 8
/** `text`, `words`: as `readable` gives them. True when eight words of `words` in a row stand there, or all of fewer. */
export function saysSome(text: string, words: string): boolean {
  const all = words.trim().split(' ')
  if (all[0] === '') return false
  if (all.length <= RUN) return text.includes(` ${all.join(' ')} `)
  for (let at = 0; at + RUN <= all.length; at += 1)
    if (text.includes(` ${all.slice(at, at + RUN).join(' ')} `)) return true
  return false
}
