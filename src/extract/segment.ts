/** Passages of read sentences → the strands of telling: which sentences tell one incident together. */
import { isBackground, reportedClause, withoutClause } from './background.ts'
import type { Line, Passage } from './lines.ts'
import { newStrand, sweeps } from './split.ts'
import { dayOf, harmsOf, type Strand } from './strand.ts'
import { isEntry } from './timeline.ts'

/** Strands in order of the text; a background strand may lie inside another's span. */
export function strandsOf(passages: readonly Passage[]): Strand[] {
  return passages.flatMap((passage, index) =>
    passage.unit.kind === 'heading' ? [] : strandsIn(passage, index),
  )
}

function strandsIn({ unit, lines }: Passage, passage: number): Strand[] {
  const strands: Strand[] = []
  const timeline = isEntry(lines[0])
  let rule = unit.kind === 'item' ? 'incident-item@1' : 'incident-paragraph@1'
  let open: Line[] = []
  let before: Line[] = []
  const started = (): boolean => open.some((line) => tells(line, timeline))
  const leave = (...more: readonly Line[]): void => {
    before = [...before, ...open, ...more]
    open = []
  }
  const background = (line: Line, why: string, ...more: readonly Line[]): void => {
    strands.push({
      passage,
      kind: 'background',
      lines: [line],
      rule: why,
      before: [...before, ...open, ...more],
    })
  }
  const close = (): void => {
    if (started()) strands.push({ passage, kind: 'told', lines: open, rule, before })
    leave()
  }
  for (const [at, line] of lines.entries()) {
    const reported = reportedClause(line)
    if (reported) {
      background(reported, 'incident-clause@1', line)
      open.push(withoutClause(line, reported))
      continue
    }
    if (isBackground(line, open, lines, at)) {
      background(line, 'incident-background@1')
      if (!started()) leave(line)
      continue
    }
    // Who was only spoken of has no part in the sweep that is told next.
    if (!started() && open.length > 0 && sweeps(line)) leave()
    const why = started() && line.acts.length > 0 ? newStrand(line, open) : null
    if (why) {
      close()
      rule = why
    }
    // A paragraph's incident starts where it is told; an item is about its incident from its first word.
    if (unit.kind === 'paragraph' && !started() && !tells(line, timeline)) {
      leave()
      if (!leadsIn(line)) {
        leave(line)
        continue
      }
    }
    open.push(line)
  }
  close()
  return tiedByAll(strands)
}

const ALL_OF_THEM = /^(?:They (?:were |had been )?all|All (?:of them|three|four|five|six)) /

/** «They were all found guilty» cannot be said of one person: the telling before belongs to it. */
function tiedByAll(strands: readonly Strand[]): Strand[] {
  const out: Strand[] = []
  for (const next of strands) {
    const last = out.at(-1)
    if (last?.kind === 'told' && next.kind === 'told' && saysAllOfOne(next))
      out[out.length - 1] = { ...last, rule: 'incident-all@1', lines: [...last.lines, ...next.lines] }
    else out.push(next)
  }
  return out
}

function saysAllOfOne({ lines }: Strand): boolean {
  const names = new Set(lines.flatMap((line) => line.names.map((one) => one.name)))
  return (
    names.size === 1 &&
    lines.every((line) => line.groups.length === 0) &&
    lines.some((line) => ALL_OF_THEM.test(line.words) && harmsOf(line).length > 0)
  )
}

/** A sentence tells an incident when it tells a harm or, dated and counted or placed, a protest. */
function tells(line: Line, timeline: boolean): boolean {
  if (harmsOf(line).length > 0) return true
  const protest = line.acts.some((one) => one.act === 'protest_held')
  return protest && (timeline || (dayOf(line) !== null && (line.places.length > 0 || line.groups.length > 0)))
}

/** A dated sentence with a named person or a gathering leads into the harm that the next one tells. */
const leadsIn = (line: Line): boolean =>
  line.acts.length > 0 ||
  (line.dates.length > 0 && line.groups.length > 0) ||
  (dayOf(line) !== null && line.names.length > 0)
