/** A lesson kit as told in, the manuscript out by which it is set as PDF, for a word processor and as text. */
import type { KitLeaf, KitLine, KitSection } from '../../core/teach/kit.ts'
import type { Block, Manuscript, Sentence } from './manuscript.ts'
import { words } from './manuscript.ts'

const sentence = (id: string, { lead, text, address }: KitLine): Sentence => ({
  ...{ id, bonds: [] },
  runs: [words([lead === undefined ? text : `${lead}: ${text}`, ...(address ? [address] : [])].join(', '))],
})

/** Room to write, which every form of a file can show. */
const ROOM = words('.'.repeat(110))
/** Questions that nobody signs, each with room for an answer and none for a name; the note beneath them last. */
const slip = ({ id, lines }: KitSection): readonly Block[] =>
  lines.flatMap((line, at) => {
    const asked = sentence(`${id}-${at}`, line)
    const room = (n: number): Sentence => ({ id: `${id}-${at}-room-${n}`, bonds: [], runs: [ROOM] })
    if (at === lines.length - 1) return [{ kind: 'paragraph', sentences: [asked] } as const]
    return [asked, room(1), room(2)].map((one) => ({ kind: 'paragraph', sentences: [one] }) as const)
  })

/** The story is told; all else is a list to work by. */
const blockOf = ({ id, isCounted, lines }: KitSection): Block => {
  const told = lines.map((line, at) =>
    sentence(`${id}-${at}`, isCounted ? { ...line, lead: `${at + 1}` } : line),
  )
  return id === 'story' ? { kind: 'paragraph', sentences: told } : { kind: 'points', points: told }
}

export const kitManuscript = (leaf: KitLeaf): Manuscript => ({
  language: leaf.language,
  kind: leaf.kind,
  subject: leaf.facts.map(({ label, value }) => `${label}: ${value}`).join(' · '),
  title: leaf.title,
  summary: leaf.one,
  figure: null,
  sections: leaf.sections.map((one) => ({
    ...{ id: one.id, title: one.heading, aside: null },
    blocks: one.id === 'feedback' ? slip(one) : [blockOf(one)],
  })),
  notes: [],
  colophon: [...(leaf.status === null ? [] : [leaf.status]), leaf.foot],
})
