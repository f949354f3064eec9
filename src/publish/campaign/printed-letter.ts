/** A letter in, its leaf to print out: nothing on it but the letter, since it goes to whoever it is addressed to. */
import type { Letter } from '../../core/act/letter.ts'
import type { Leaf, Leaves } from './leaves.ts'

export const letterLeaf = ({ to, salutation, demand, points, closing, signature }: Letter): Leaf => ({
  ...{ label: '', heading: '' },
  blocks: [
    { kind: 'address', lines: to },
    ...[salutation, demand, ...points, closing].map((text) => ({ kind: 'para', text }) as const),
    ...(signature === null ? [] : [{ kind: 'sign', text: signature } as const]),
  ],
})

/** The file names no campaign either: it lies on somebody's disk, and in the queue of a printer. */
export const printedLetter = (letter: Letter): Leaves => ({
  ...{ language: letter.language, title: letter.subject, foot: '' },
  leaves: [letterLeaf(letter)],
})
