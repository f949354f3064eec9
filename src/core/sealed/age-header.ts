/** Bytes in, to how many people's keys they are sealed out: all that can be known of a sealed file without a key. */
const FIRST = 'age-encryption.org/v1'
/** No header of ours is longer: a list has at most fifty recipients. */
const LONGEST = 16_384
/** A nonce and the tag of an empty last chunk. */
const LEAST_BODY = 32

/**
 * X25519 stanzas of an age file (c2sp.org/age); null for what is none, or is sealed in any other way too: a passphrase, say,
 * which somebody else may know.
 */
export function recipientsIn(bytes: Uint8Array): number | null {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, LONGEST))
  const end = /\n--- [A-Za-z0-9+/]{43}\n/.exec(text)
  if (!text.startsWith(`${FIRST}\n`) || !end || bytes.length < end.index + end[0].length + LEAST_BODY)
    return null
  const kinds = [...text.slice(0, end.index).matchAll(/\n-> (\S+)/g)].map((match) => match[1] ?? '')
  // Clients put a stanza of nonsense beside the others, so that none relies on there being none.
  const meant = kinds.filter((kind) => !kind.endsWith('-grease'))
  return meant.every((kind) => kind === 'X25519') ? meant.length : null
}
