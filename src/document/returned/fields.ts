/** Marks of fields as they come in, whether what stands now is the number of a note shown again out: a number is nobody's word. */

/** A field begins, has its instruction, then shows its result, then ends; fields stand in fields. */
export type Fields = {
  /** `begin`, `separate` or `end`. */
  readonly mark: (type: string | null) => void
  readonly instruct: (words: string) => void
  readonly isNumber: () => boolean
}

export const isNoteNumber = (instruction: string | null): boolean => /\bNOTEREF\b/.test(instruction ?? '')

export function fields(): Fields {
  const open: { instruction: string; shows: boolean }[] = []
  return {
    mark: (type) => {
      const last = open.at(-1)
      if (type === 'begin') open.push({ instruction: '', shows: false })
      else if (type === 'separate' && last) last.shows = true
      else if (type === 'end') open.pop()
    },
    instruct: (words) => {
      const last = open.at(-1)
      if (last && !last.shows) last.instruction += words
    },
    isNumber: () => open.some((one) => one.shows && isNoteNumber(one.instruction)),
  }
}
