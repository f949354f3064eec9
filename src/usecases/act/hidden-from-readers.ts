/** A campaign in, the words of its text that readers would not see out, with what stands in them: so that whoever writes can say it otherwise. */
import { LANGUAGES, type Language } from '../../core/language.ts'
import { holdsContact } from '../../core/withholding/contact-details.ts'
import type { CampaignOnRecord } from '../../store/queries/campaigns.ts'
import { loadPeople } from '../../store/queries/people.ts'
import { publicIncidentsById } from '../../store/queries/public.ts'
import type { Context } from '../context.ts'
import { heldNames } from '../writing/held-names.ts'
import { namesIn } from '../writing/prints.ts'

export type Hidden = {
  readonly part: 'title' | 'demand' | 'story' | 'points'
  readonly language: Language
  /** Words as they were typed, which may name somebody; empty: an address stands in it. */
  readonly words: readonly string[]
}

/** Tells nobody anything: the words are those of whoever asks, and the answer is only that they may not stand. */
export async function hiddenFromReaders(
  context: Pick<Context, 'knowledge' | 'house'>,
  { text }: CampaignOnRecord,
): Promise<readonly Hidden[]> {
  const names = await heldNames(context, context.house)
  const told = [...text.incidents, ...(text.subject.kind === 'incident' ? [text.subject.incident] : [])]
  const shown = (await publicIncidentsById(context.house, [...new Set(told)])).flatMap(namesIn)
  const person =
    text.subject.kind === 'person' ? (await loadPeople(context.house)).get(text.subject.person) : undefined
  const own = person ? [person.names.en, person.names.ru, person.names.kk, ...person.variants] : []
  const free = [...shown, ...own.filter((one) => one !== null)]
  const parts = [
    ['title', text.title],
    ['demand', text.demand],
    ['story', text.story],
    ...text.points.map((one) => ['points', one] as const),
  ] as const
  return parts.flatMap(([part, words]) =>
    LANGUAGES.flatMap((language): readonly Hidden[] => {
      const said = words[language]
      if (said === null) return []
      const held = names.heldIn(said, free)
      return held.length > 0 || holdsContact(said) ? [{ part, language, words: held }] : []
    }),
  )
}
