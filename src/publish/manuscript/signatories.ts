/** The signatures under a text in, the section that tells them out: how many, who, who joined when, and which version they signed. */
import type { Language } from '../../core/language.ts'
import {
  type PublicSignatory,
  type PublicSignatures,
  signaturesIn,
} from '../../core/signing/public-signatures.ts'
import { said } from '../grammar/slots.ts'
import { regionIn } from '../telling/region.ts'
import { dayIn } from '../telling/when.ts'
import type { Face } from '../views.ts'
import { type Block, type Section, type Sentence, words } from './manuscript.ts'

/** They state nothing of a record. */
const line = (id: string, text: string): Sentence => ({ id: `signs:${id}`, runs: [words(text)], bonds: [] })

/** In the language of the text, else as the organisation gave it. */
export const signatoryName = ({ names }: Pick<PublicSignatory, 'names'>, language: Language): string =>
  names[language] ?? names.en ?? names.ru ?? names.kk ?? ''

function told(one: PublicSignatory, { tell, words: { language } }: Pick<Face, 'tell' | 'words'>): string {
  const country = one.country === null ? null : regionIn(one.country, language)
  const who = [signatoryName(one, language), one.place, country, one.role]
    .filter((part) => part !== null)
    .join(', ')
  return one.joined === null ? who : said(tell, 'signs.joined', { who, when: dayIn(one.joined, language) })
}

/** In the order of the alphabet: nobody stands first by having been asked first. */
export function signatoriesSection(
  signatures: PublicSignatures,
  face: Pick<Face, 'tell' | 'words'>,
): Section {
  const { tell, words: own } = face
  const { signatories, heldBack, left, wording, version, hash } = signatures
  const n = signaturesIn(signatures)
  const names = signatories.map((one) => told(one, face)).sort((a, b) => a.localeCompare(b, own.language))
  const paragraph = (sentences: readonly (Sentence | false)[]): readonly Block[] => {
    const some = sentences.filter((one) => one !== false)
    return some.length === 0 ? [] : [{ kind: 'paragraph', sentences: some }]
  }
  return {
    ...{ id: 'signatories', title: said(tell, 'title.signatories'), aside: null },
    blocks: [
      ...paragraph([line('count', n === 0 ? said(tell, 'signs.none') : said(tell, 'signs.count', { n }))]),
      ...(names.length === 0
        ? []
        : [{ kind: 'points' as const, points: names.map((one, at) => line(`${at + 1}`, one)) }]),
      ...paragraph([heldBack > 0 && line('held', said(tell, 'signs.withheld', { n: heldBack }))]),
      ...paragraph([
        line('version', said(tell, 'signs.version', { version: String(version), hash })),
        ...wording.map((why, at) =>
          line(`wording-${at + 1}`, said(tell, 'signs.wording', { why: why ?? said(tell, 'told.missing') })),
        ),
        left.length > 0 && line('left', said(tell, 'signs.left', { n: left.length })),
      ]),
    ],
  }
}
