/** What something sealed stands in place of: the server knows this word of it, and nothing more. */
export const SEALED_FIELDS = [
  'note',
  'name',
  'contact',
  'whereabouts',
  'testimony',
  'source',
  'file',
] as const
export type SealedField = (typeof SEALED_FIELDS)[number]

export const isSealedField = (text: string): text is SealedField => SEALED_FIELDS.some((one) => one === text)

/** What a sealed thing belongs to. */
export type SealedAbout = { readonly kind: 'incident' | 'case'; readonly id: string }
