/** The bytes of a certificate (DER) in, the name of whoever signed it out; null for anything that is none. */
type Part = { readonly tag: number; readonly from: number; readonly to: number }

/** Parts of an X.500 name that tell who it is. */
const NAMES: Readonly<Record<string, string>> = {
  '85.4.6': 'C',
  '85.4.10': 'O',
  '85.4.11': 'OU',
  '85.4.3': 'CN',
}
const [SEQUENCE, SET, OID, VERSION, BMP] = [0x30, 0x31, 0x06, 0xa0, 0x1e]
/** No name of an authority is longer; certificates come from whoever stands in between. */
const LONGEST = 80

/** One element: tag, then a length of one byte, or of as many as the first says. */
function partAt(bytes: Uint8Array, at: number, end: number): Part | null {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined || at + 2 > end) return null
  const many = first < 0x80 ? 0 : first & 0x7f
  if (many > 3) return null
  let length = many === 0 ? first : 0
  for (let n = 0; n < many; n += 1) length = length * 256 + (bytes[at + 2 + n] ?? 0)
  const from = at + 2 + many
  return from + length > end ? null : { tag, from, to: from + length }
}

function partsIn(bytes: Uint8Array, { from, to }: Pick<Part, 'from' | 'to'>): readonly Part[] {
  const parts: Part[] = []
  for (let at = from; at < to; ) {
    const part = partAt(bytes, at, to)
    if (!part) return parts
    parts.push(part)
    at = part.to
  }
  return parts
}

/** UTF-8 but for the two-byte letters of old certificates; nothing that could pass for the signs around it in a text. */
function wordsOf(bytes: Uint8Array, part: Part): string {
  const raw = bytes.subarray(part.from, part.to)
  const text = new TextDecoder(part.tag === BMP ? 'utf-16be' : 'utf-8').decode(raw)
  return text
    .replace(/[^\p{L}\p{N}.,'()-]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
}

export function issuerOf(bytes: Uint8Array): string | null {
  const whole = partAt(bytes, 0, bytes.length)
  const body = whole?.tag === SEQUENCE ? partsIn(bytes, whole)[0] : undefined
  if (body?.tag !== SEQUENCE) return null
  const fields = partsIn(bytes, body)
  // [version], serial number, algorithm, issuer
  const issuer = fields[fields[0]?.tag === VERSION ? 3 : 2]
  if (issuer?.tag !== SEQUENCE) return null
  const words = partsIn(bytes, issuer).flatMap((set) => {
    const [pair] = set.tag === SET ? partsIn(bytes, set) : []
    const [kind, value] = pair ? partsIn(bytes, pair) : []
    if (kind?.tag !== OID || !value) return []
    const name = NAMES[bytes.subarray(kind.from, kind.to).join('.')]
    return name === undefined ? [] : [`${name}=${wordsOf(bytes, value)}`]
  })
  return words.length === 0 ? null : words.join(', ')
}
