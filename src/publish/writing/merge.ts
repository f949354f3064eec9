/** A text as it left, as it came back and as it stands by now in; one text with all changes of both out, and where both changed the same. */
import {
  type LaidSection,
  type Outline,
  sentencesOfSection,
  type Text,
  type Written,
} from '../../core/publication/text.ts'

export type Conflict = {
  readonly id: string
  /** As it left, as it came back, as it stands. */
  readonly base: string
  readonly theirs: string
  readonly ours: string
}
export type Merged = {
  readonly text: Text
  readonly conflicts: readonly Conflict[]
  /** True: both changed the order, and that of the text as it stands was kept. */
  readonly isOrderKept: boolean
}

/**
 * Sentence by sentence: what one side alone changed is taken, what both changed alike too. Where both changed one sentence,
 * the text as it stands keeps its words and the conflict is told with all three: nothing is lost.
 */
export function merged(base: Text, theirs: Text, ours: Text): Merged {
  const sentences = new Map<string, Written>()
  const conflicts: Conflict[] = []
  for (const id of new Set([...ours.sentences.keys(), ...theirs.sentences.keys()])) {
    const [was, came, stands] = [base.sentences.get(id), theirs.sentences.get(id), ours.sentences.get(id)]
    const taken = !stands
      ? came
      : !came || isAlike(came, was) || isAlike(came, stands)
        ? stands
        : isAlike(stands, was)
          ? came
          : stands
    if (taken) sentences.set(id, taken)
    if (taken === stands && came && stands && !isAlike(came, stands) && !isAlike(came, was))
      conflicts.push({ id, base: textOf(was), theirs: textOf(came), ours: textOf(stands) })
  }
  const isMoved = (one: Text): boolean => orderIn(one.outline) !== orderIn(base.outline)
  const outline = isMoved(theirs)
    ? isMoved(ours)
      ? withAdded(ours.outline, theirs.outline)
      : theirs.outline
    : ours.outline
  const isOrderKept =
    isMoved(theirs) && isMoved(ours) && orderIn(withAdded(theirs.outline, ours.outline)) !== orderIn(outline)
  return {
    text: { outline, sentences },
    conflicts: conflicts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    isOrderKept,
  }
}

const isAlike = (a: Written | undefined, b: Written | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.words === b.words && a.isOut === b.isOut)
const textOf = (one: Written | undefined): string => (one === undefined || one.isOut ? '' : one.words)
const orderIn = (outline: Outline): string => JSON.stringify(outline)

/** Sections and sentences that only the other outline has, behind what they follow there. */
function withAdded(own: Outline, other: Outline): Outline {
  const there = new Set(own.flatMap(sentencesOfSection))
  const sections = own.map((section) => {
    const theirs = other.find((one) => one.id === section.id)
    return theirs ? withSentences(section, theirs, there) : section
  })
  const known = new Set(own.map((one) => one.id))
  for (const [at, section] of other.entries()) {
    if (known.has(section.id)) continue
    const before = other[at - 1]?.id
    const place = sections.findIndex((one) => one.id === before)
    sections.splice(place < 0 ? sections.length : place + 1, 0, section)
  }
  return sections
}

function withSentences(own: LaidSection, other: LaidSection, there: ReadonlySet<string>): LaidSection {
  const order = sentencesOfSection(other)
  const added = order.filter((id) => !there.has(id))
  return added.reduce((section, id) => {
    const before = order
      .slice(0, order.indexOf(id))
      .findLast((one) => sentencesOfSection(section).includes(one))
    return withSentenceAfter(section, id, before ?? null)
  }, own)
}

/** A sentence put behind another; behind none: at the beginning of the section's first list or paragraph. */
export function withSentenceAfter(section: LaidSection, id: string, after: string | null): LaidSection {
  let isPut = false
  const put = (laid: LaidSection['blocks'][number]): LaidSection['blocks'][number] => {
    if (isPut || laid.kind === 'heading' || laid.kind === 'drafted') return laid
    if (laid.kind === 'box') return { ...laid, blocks: laid.blocks.map(put) }
    const at = after === null ? 0 : laid.sentences.indexOf(after) + 1
    if (after !== null && at === 0) return laid
    isPut = true
    return { ...laid, sentences: [...laid.sentences.slice(0, at), id, ...laid.sentences.slice(at)] }
  }
  const blocks = section.blocks.map(put)
  return isPut
    ? { ...section, blocks }
    : { ...section, blocks: [...blocks, { kind: 'paragraph', sentences: [id] }] }
}
