/** An incident with its texts in; the tests that its free texts, titles and addresses must pass out. */
import type { Incident, TextOfRecord } from '../record.ts'
import { type Allowed, forbiddenTokens, holdsForbidden } from './allowed.ts'
import { holdsContact } from './contact-details.ts'
import type { HeldWords } from './held-words.ts'
import { freeTextGuard, isOfPack } from './known-words.ts'
import { namesAtStake } from './names-at-stake.ts'
import type { Withholding } from './project.ts'
import type { AgainstSource } from './public-source.ts'
import type { MayRead } from './public-values.ts'

/** hasNoName: nothing of this record that must not be read · mayRead: every capitalised word is accounted for too, and nobody is reached. */
export function guards(
  incident: Incident,
  documents: readonly TextOfRecord[],
  allowed: Allowed,
  heldBack: HeldWords,
  { pack, people }: Withholding,
): AgainstSource & { readonly mayRead: MayRead } {
  const atStake = namesAtStake(incident, people, isOfPack(pack))
  const forbidden = forbiddenTokens([...documents.flatMap((one) => one.mentions ?? []), ...atStake], allowed)
  const isAccountedFor = freeTextGuard(pack, documents, allowed)
  const hasNoName = (text: string): boolean => !holdsForbidden(text, forbidden) && !heldBack.isSaidIn(text)
  return {
    forbidden,
    heldBack,
    hasNoName,
    mayRead: (text) => hasNoName(text) && !holdsContact(text) && isAccountedFor(text),
  }
}
