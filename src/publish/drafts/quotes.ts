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

/** Where somebody agreed to be quoted in this very text, their words; and no place is left open. */
export const quotesOrPlaces = (view: Material): readonly Block[] => {
  const quotes = testimoniesOf(view)
  return quotes.length > 0 ? quotes : quoteFields(view)
}

const quoteFields = ({ tell }: Pick<Material, 'tell'>): readonly Block[] => [
  {
    kind: 'fields',
    fields: [
      ...PLACES.flatMap((at) =>
        FIELDS.map((one) => ({
          label: `${said(tell, `field.${one}`)} (${at})`,
          told: sentence(`quote:${at}:${one}`, said(tell, 'told.missing')),
          isMissing: true,
        })),
      ),
      {
        label: said(tell, 'field.contact'),
        told: sentence('quote:contact', said(tell, 'told.missing')),
        isMissing: true,
      },
    ],
  },
]
