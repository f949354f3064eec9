/** A sentence → what its words make of it (it goes on, looks back, opens something else), by the cues of the language. */
import type { Reading, Turn } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import { countered } from './acts.ts'
import type { Line } from './lines.ts'
import { findAll, fits } from './scan.ts'

export type TurnMention = { readonly turn: Turn; readonly span: Span }

/** Turns that are asked of the words before or after a value, not of the sentence. */
const BESIDE_VALUES = /^(?:date|place|person|not)-/

/** English has its turns in code; its reading has none. */
export const turnsIn = (text: string, sentence: Span, reading: Reading): TurnMention[] =>
  reading.turns
    .filter((cue) => !BESIDE_VALUES.test(cue.turn))
    .flatMap((cue) =>
      findAll(text, cue.pattern, sentence)
        .filter((found) => !countered(cue, text, sentence, found.span))
        .map(({ span }) => ({ turn: cue.turn, span })),
    )

/** True when the sentence says so. */
export const says = (line: Line, turn: Turn): boolean => line.turns.some((one) => one.turn === turn)

/** True when it says so between two offsets. */
export const saysBetween = (line: Line, turn: Turn, start: number, end: number): boolean =>
  line.turns.some((one) => one.turn === turn && one.span.start >= start && one.span.end <= end)

/** True when the words beside a value make this of it. */
export const makes = (words: string, turn: Turn, reading: Reading): boolean =>
  reading.turns.some((cue) => cue.turn === turn && fits(cue.pattern, words))
