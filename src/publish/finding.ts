/** The incidents of a period in, the headline out: a sentence with a verb, and the rows that prove it. */
import type { Pack } from '../core/pack.ts'
import type { PublicIncident } from '../core/public-record.ts'
import { FINDING_RULES } from './findings.ts'
import { provisionIn } from './laws.ts'
import type { Share } from './share.ts'
import { dayIn } from './telling/when.ts'
import type { Face } from './views.ts'

/** `days` and `law` are parameters that each language writes in its own way. */
export type Finding = {
  readonly rule: string
  /** Key of the sentence: `face.finding.<key>`. */
  readonly key: string
  readonly shares: readonly Share[]
  readonly day: string | null
  readonly law: string | null
}

/** Every finding that the rows allow, the strongest first. Empty for no incidents: nothing recorded is no finding. */
export function findingsOf(incidents: readonly PublicIncident[], pack: Pack): readonly Finding[] {
  const single = incidents.filter((one) => one.fields.kind !== 'aggregate')
  if (single.length === 0) return []
  return FINDING_RULES.flatMap((rule) => {
    const found = rule.find({ incidents: single, pack })
    return found === null ? [] : [{ rule: rule.id, day: null, law: null, ...found }]
  })
}

/** `headline` is the sentence with a verb, `proof` the plain counts behind it. */
export function findingIn(finding: Finding, pack: Pack, face: Face, form: 'headline' | 'proof'): string {
  const [first, second] = finding.shares
  const provision = finding.law === null ? undefined : pack.provisions.get(finding.law)
  return face.words.t(`face.finding.${finding.key}.${form}`, {
    n: first?.n.length ?? 0,
    of: first?.of.length ?? 0,
    n2: second?.n.length ?? 0,
    of2: second?.of.length ?? 0,
    day: finding.day === null ? '' : dayIn(finding.day, face.words.language),
    law: provision ? provisionIn(provision, pack, face) : (finding.law ?? ''),
  })
}
