/** Places for the words of partners: who says them, what, and when they agreed to it; nobody's words are made up. */
import { said } from '../grammar/slots.ts'
import type { Material } from '../manuscript/kinds.ts'
import type { Block } from '../manuscript/manuscript.ts'
import { quoteOf } from '../manuscript/voices.ts'
import { sentence } from './sentences.ts'

const PLACES = [1, 2] as const
const FIELDS = ['quote', 'speaker', 'agreed'] as const

/** What people said who agreed to be quoted here; nothing where nobody approved words in this language. */
export const testimoniesOf = ({
  testimonies,
  words,
}: Pick<Material, 'testimonies' | 'words'>): readonly Block[] =>
  testimonies.flatMap((one) => quoteOf(one, words.language) ?? [])

/** Where somebody agreed to be quoted here, their words, and no place is left open; whom to ask must be filled in all the same. */
export function quotesOrPlaces(view: Material): readonly Block[] {
  const quotes = testimoniesOf(view)
  const open = (label: string, id: string) => ({
    label,
    told: sentence(`quote:${id}`, said(view.tell, 'told.missing')),
    isMissing: true,
  })
  const places = PLACES.flatMap((at) =>
    FIELDS.map((one) => open(`${said(view.tell, `field.${one}`)} (${at})`, `${at}:${one}`)),
  )
  const contact = open(said(view.tell, 'field.contact'), 'contact')
  return [...quotes, { kind: 'fields', fields: [...(quotes.length > 0 ? [] : places), contact] }]
}
