/** A period in, what is said of it on somebody else's page out: the finding with its proof, as of which day, and the way back. */
import { labelIn } from '../../core/language.ts'
import { matching } from '../filter.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { newestOf } from '../open/data-package.ts'
import { dayIn, periodIn } from '../telling/when.ts'
import type { UpdateView } from '../views.ts'

export type Embed = {
  readonly label: string
  readonly heading: string
  readonly proof: string
  /** Of the newest decision: never the clock, so that the same records say the same. */
  readonly asOf: string | null
}

export function embedOf(view: UpdateView): Embed {
  const { words, pack, period, incidents } = view
  const [finding] = findingsOf(incidents, pack)
  const day = newestOf(view)
  const n = matching(incidents, {}, pack).length
  return {
    label: `${labelIn(pack.name, words.language).text}, ${periodIn(period.from, period.to, words.language)}`,
    heading: finding ? findingIn(finding, pack, view, 'headline') : words.t('face.nothing'),
    proof: `${finding ? `${findingIn(finding, pack, view, 'proof')} ` : ''}${words.t('face.incidents', { n })}. ${words.t('face.recorded-only')}`,
    asOf: day === null ? null : words.t('embed.as-of', { day: dayIn(day, words.language) }),
  }
}
