/** A law card as told in, plain text to be read aloud out: whole sentences, no signs that a voice would spell. */
import type { CardLeaf, LeafLine } from '../../core/teach/leaf.ts'

const stopped = (text: string): string => (/[.!?…»”]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/** Dots in the middle, arrows and slashes are spelt by voices. */
const spoken = (text: string): string =>
  text.replaceAll(' · ', '. ').replaceAll('§', '').replaceAll(/\s+/g, ' ').trim()

const lineIn = ({ lead, text, isDoubtful, note }: LeafLine): string =>
  [
    lead === undefined ? null : stopped(spoken(lead)),
    stopped(spoken(text)),
    isDoubtful && note ? stopped(spoken(note)) : null,
  ]
    .filter((part) => part !== null)
    .join(' ')

/** Sections parted by a blank line, where voices rest. Sources are left for the eye. */
export const listenText = (leaf: CardLeaf): string =>
  [
    [leaf.kind, leaf.title, leaf.one, leaf.status].map((one) => stopped(spoken(one))).join('\n'),
    ...leaf.sections
      .filter((one) => one.id !== 'sources')
      .map(({ heading, lines }) => [stopped(spoken(heading)), ...lines.map(lineIn)].join('\n')),
    leaf.foot
      .filter((one) => !/^https?:/.test(one))
      .map((one) => stopped(spoken(one)))
      .join('\n'),
  ].join('\n\n')
