/** What each step of the reading asks of a language: one interface, answered by every group of languages. */
import type { Mention } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { Pack } from '../core/pack.ts'
import type { Reading } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import type { LawCode } from '../core/values.ts'
import type { Worded } from './actors.ts'
import type { DateGrammar } from './dates.ts'
import type { GroupMention } from './groups.ts'
import type { LawMention } from './laws.ts'
import type { Line } from './lines.ts'
import type { NameMention } from './names.ts'
import type { PenaltyMention } from './penalties.ts'
import type { PlaceMention } from './place-use.ts'

type Read<T> = (text: string, sentence: Span, pack: Pack, reading: Reading) => T[]

export type Grammar = {
  /** The text as cues of acts are matched on it; offsets stay. */
  readonly plain: (text: string) => string
  readonly dates: (reading: Reading) => DateGrammar
  /** All names of the text at once: a surname alone is tied to the full name told elsewhere. */
  readonly names: (text: string, units: readonly Span[], pack: Pack, reading: Reading) => NameMention[]
  /** Every run that may be a name, for withholding. */
  readonly mentions: (document: Document, pack: Pack, reading: Reading) => Mention[]
  readonly places: (
    text: string,
    sentence: Span,
    pack: Pack,
    reading: Reading,
    persons: readonly Span[],
  ) => PlaceMention[]
  readonly groups: (text: string, sentence: Span, reading: Reading) => GroupMention[]
  /** `lastCode` is the code named last before, for an article that names none. */
  readonly laws: (
    text: string,
    sentence: Span,
    pack: Pack,
    reading: Reading,
    lastCode: LawCode | null,
  ) => LawMention[]
  readonly penalties: Read<PenaltyMention>
  /** The one unnamed person a strand tells of, where nobody is named or counted. */
  readonly soleVictim: (lines: readonly Line[], reading: Reading) => GroupMention | null
  readonly actors: (text: string, span: Span, reading: Reading) => Worded[]
  readonly sources: (text: string, span: Span, reading: Reading) => Worded[]
  readonly offences: (text: string, span: Span, reading: Reading) => Worded[]
}
