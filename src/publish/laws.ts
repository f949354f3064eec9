/** A law as used in an incident in, its short name in words out; many uses in, one row per provision out. */
import { labelIn } from '../core/language.ts'
import type { Pack, Provision } from '../core/pack.ts'
import type { PublicIncident, PublicLaw } from '../core/public-record.ts'
import { capital } from './telling/pattern.ts'
import type { Face, LawUse } from './views.ts'

/** `Criminal Code, article 405 (1)`; the code alone when no article is known. */
export function lawIn(law: Pick<PublicLaw, 'code' | 'article' | 'part' | 'name'>, face: Face): string {
  const term = face.codebook.vocabularies.law_codes.get(law.code)
  const code = capital(
    law.name ?? (term ? labelIn(term.label, face.words.language).text : law.code),
    face.tell,
  )
  if (law.article === null) return code
  const article = law.part === null ? law.article : `${law.article} (${law.part})`
  return face.words.t('face.law.article', { code, article })
}

/** Short name of a provision of the pack. */
export function provisionIn(provision: Provision, pack: Pack, face: Face): string {
  const act = pack.acts.get(provision.act)
  const law = {
    code: act?.code ?? ('other' as const),
    article: provision.article,
    part: provision.part,
    name: null,
  }
  return lawIn(law, face)
}

/** Incidents per provision: stated when any source says it, inferred when only we conclude it. Most used first. */
export function usesOf(incidents: readonly PublicIncident[]): readonly LawUse[] {
  const uses = new Map<string, { stated: number; inferred: number }>()
  for (const incident of incidents) {
    const stated = new Map<string, boolean>()
    for (const { value, origins } of incident.fields.laws) {
      if (value.provision === null) continue
      const said = origins.some((origin) => origin.basis !== 'inferred')
      stated.set(value.provision, said || stated.get(value.provision) === true)
    }
    for (const [provision, said] of stated) {
      const use = uses.get(provision) ?? { stated: 0, inferred: 0 }
      uses.set(provision, said ? { ...use, stated: use.stated + 1 } : { ...use, inferred: use.inferred + 1 })
    }
  }
  return [...uses]
    .map(([provision, use]) => ({ provision, ...use }))
    .sort((a, b) => b.stated + b.inferred - a.stated - a.inferred || a.provision.localeCompare(b.provision))
}
