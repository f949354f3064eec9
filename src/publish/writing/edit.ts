/** A text and what an editor does to it in, the text as it is then out; what rests on records stays bound to them whatever is written. */
import {
  type Bond,
  bondKey,
  type Laid,
  type LaidSection,
  type Outline,
  type Prints,
  sentencesOfLaid,
  sentencesOfSection,
  type Text,
  type Written,
} from '../../core/publication/text.ts'
import type { Laying } from './laid.ts'
import { withSentenceAfter } from './merge.ts'

export type Edit =
  | { readonly kind: 'words'; readonly id: string; readonly words: string }
  /** The words that the records give today, in the place of the editor’s. */
  | { readonly kind: 'take'; readonly id: string }
  /** The editor looked at what changed, or at what the rules doubt, and stands by the words. */
  | { readonly kind: 'keep'; readonly id: string; readonly why: string | null }
  | { readonly kind: 'out' | 'back'; readonly id: string }
  /** Everything that nobody rewrote is told as the records tell it today, with what they tell anew; what editors wrote stays. */
  | { readonly kind: 'renew' }
  | { readonly kind: 'bind'; readonly id: string; readonly bonds: readonly Bond[] }
  | {
      readonly kind: 'add'
      readonly id: string
      readonly section: string
      readonly after: string | null
      readonly words: string
      readonly bonds: readonly Bond[]
    }
  | { readonly kind: 'move'; readonly id: string; readonly by: -1 | 1 }
  | { readonly kind: 'section'; readonly id: string; readonly title: string }
  | { readonly kind: 'section-add'; readonly id: string; readonly title: string }
  | { readonly kind: 'section-move'; readonly id: string; readonly by: -1 | 1 }
  | { readonly kind: 'section-out' | 'section-back'; readonly id: string }
  /** What is drawn from records whole: taken out, or put at the end of a section. */
  | { readonly kind: 'block-out' | 'block-add'; readonly section: string; readonly ref: string }

export type EditedOn = {
  readonly laying: Laying
  /** Of everything that readers may see today. */
  readonly prints: Prints
}

export const edited = (text: Text, edits: readonly Edit[], on: EditedOn): Text =>
  edits.reduce((now, edit) => editedOnce(now, edit, on), text)

function editedOnce(text: Text, edit: Edit, { laying, prints }: EditedOn): Text {
  const printsOf = (bonds: readonly Bond[]): Prints =>
    Object.fromEntries(
      bonds.flatMap((bond) => {
        const found = prints[bondKey(bond)]
        return found === undefined ? [] : [[bondKey(bond), found]]
      }),
    )
  const change = (id: string, make: (one: Written) => Written): Text => {
    const one = text.sentences.get(id)
    return one ? { ...text, sentences: new Map([...text.sentences, [id, make(one)]]) } : text
  }
  const section = (id: string, make: (one: LaidSection) => LaidSection): Text => ({
    ...text,
    outline: text.outline.map((one) => (one.id === id ? make(one) : one)),
  })
  switch (edit.kind) {
    case 'words':
      return change(edit.id, (one) =>
        one.words === edit.words ? one : { ...one, words: edit.words, why: null, isOut: false },
      )
    case 'take': {
      const drafted = laying.sentences.get(edit.id)
      return drafted
        ? change(edit.id, (one) => ({
            ...{ ...one, words: drafted.words, told: drafted.words, why: null, isOut: false },
            ...{ bonds: drafted.bonds, prints: printsOf(drafted.bonds) },
          }))
        : text
    }
    case 'keep':
      return change(edit.id, (one) => ({
        ...one,
        told: laying.sentences.get(edit.id)?.words ?? null,
        prints: printsOf(one.bonds),
        why: edit.why ?? one.why,
      }))
    case 'out':
      return change(edit.id, (one) => ({ ...one, isOut: true }))
    case 'back':
      return change(edit.id, (one) => ({ ...one, isOut: false }))
    case 'renew':
      return renewed(text, laying, printsOf)
    case 'bind':
      return change(edit.id, (one) => ({
        ...one,
        bonds: edit.bonds,
        prints: printsOf(edit.bonds),
        why: null,
      }))
    case 'add': {
      const { id, words, bonds, after } = edit
      const one: Written = { id, words, told: null, bonds, prints: printsOf(bonds), isOut: false, why: null }
      const placed = section(edit.section, (own) => withSentenceAfter(own, id, after))
      return { ...placed, sentences: new Map([...text.sentences, [id, one]]) }
    }
    case 'move':
      return { ...text, outline: moved(text.outline, edit.id, edit.by) }
    case 'section':
      return section(edit.id, (one) => ({ ...one, title: edit.title }))
    case 'section-add':
      return {
        ...text,
        outline: [...text.outline, { id: edit.id, title: edit.title, isOut: false, blocks: [] }],
      }
    case 'section-move':
      return {
        ...text,
        outline: swapped(
          text.outline,
          text.outline.findIndex((one) => one.id === edit.id),
          edit.by,
        ),
      }
    case 'section-out':
      return section(edit.id, (one) => ({ ...one, isOut: true }))
    case 'section-back':
      return section(edit.id, (one) => ({ ...one, isOut: false }))
    case 'block-out':
      return section(edit.section, (one) => ({
        ...one,
        blocks: one.blocks.filter((laid) => !(laid.kind === 'drafted' && laid.ref === edit.ref)),
      }))
    case 'block-add':
      return laying.blocks.has(edit.ref)
        ? section(edit.section, (one) => ({
            ...one,
            blocks: [...one.blocks, { kind: 'drafted', ref: edit.ref }],
          }))
        : text
  }
}

function renewed(text: Text, laying: Laying, printsOf: (bonds: readonly Bond[]) => Prints): Text {
  const anew = (id: string): Written | null => {
    const drafted = laying.sentences.get(id)
    return drafted
      ? { ...drafted, told: drafted.words, prints: printsOf(drafted.bonds), isOut: false, why: null }
      : null
  }
  const sentences = new Map(text.sentences)
  for (const [id, one] of text.sentences) {
    // Words of an editor, or a sentence that somebody left out.
    if (one.words !== one.told || one.isOut) continue
    sentences.set(id, anew(id) ?? { ...one, isOut: true })
  }
  let outline = text.outline
  for (const drafted of laying.outline) {
    const order = sentencesOfSection(drafted)
    const fresh = order.filter((id) => !text.sentences.has(id))
    if (fresh.length === 0) continue
    if (!outline.some((one) => one.id === drafted.id)) outline = [...outline, { ...drafted, blocks: [] }]
    for (const id of fresh) {
      const before = order.slice(0, order.indexOf(id))
      outline = outline.map((own) => {
        if (own.id !== drafted.id) return own
        const there = sentencesOfSection(own)
        return withSentenceAfter(own, id, before.findLast((one) => there.includes(one)) ?? null)
      })
      const one = anew(id)
      if (one) sentences.set(id, one)
    }
  }
  return { outline, sentences }
}

function swapped<T>(all: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const [one, other] = [all[at], all[at + by]]
  if (one === undefined || other === undefined) return all
  return all.map((each, place) => (place === at ? other : place === at + by ? one : each))
}

/** Past its neighbour in the block; at the edge of the block into the next one that holds sentences, of the same section or the next. */
function moved(outline: Outline, id: string, by: -1 | 1): Outline {
  const inBlock = (laid: Laid): Laid => {
    if (laid.kind === 'box') return { ...laid, blocks: laid.blocks.map(inBlock) }
    if (laid.kind === 'heading' || laid.kind === 'drafted') return laid
    const at = laid.sentences.indexOf(id)
    return at < 0 ? laid : { ...laid, sentences: swapped(laid.sentences, at, by) }
  }
  const within = outline.map((one) => ({ ...one, blocks: one.blocks.map(inBlock) }))
  if (JSON.stringify(within) !== JSON.stringify(outline)) return within
  const from = outline.findIndex((one) => sentencesOfSection(one).includes(id))
  if (from < 0) return outline
  const without = (laid: Laid): Laid =>
    laid.kind === 'box'
      ? { ...laid, blocks: laid.blocks.map(without) }
      : laid.kind === 'heading' || laid.kind === 'drafted'
        ? laid
        : { ...laid, sentences: laid.sentences.filter((one) => one !== id) }
  const section = outline[from]
  const own = section?.blocks.findIndex((one) => sentencesOfLaid(one).includes(id)) ?? -1
  const put = (laid: Laid): Laid | null =>
    laid.kind !== 'paragraph' && laid.kind !== 'points'
      ? null
      : { ...laid, sentences: by === 1 ? [id, ...laid.sentences] : [...laid.sentences, id] }
  for (let to = from; to >= 0 && to < outline.length; to += by) {
    const blocks = outline[to]?.blocks ?? []
    const first = to === from ? own + by : by === 1 ? 0 : blocks.length - 1
    for (let at = first; at >= 0 && at < blocks.length; at += by) {
      const laid = blocks[at]
      const into = laid ? put(laid) : null
      if (!into) continue
      return outline.map((one, place) => ({
        ...one,
        blocks: (place === to
          ? one.blocks.map((laid, index) => (index === at ? into : laid))
          : one.blocks
        ).map((one, index) => (place === to && index === at ? one : without(one))),
      }))
    }
  }
  return outline
}
