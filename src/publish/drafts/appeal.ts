/** What statements and letters share: their heading, what happened, the law that it is measured by, what is asked. */
import { labelIn } from '../../core/language.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { said } from '../grammar/slots.ts'
import { uncapital } from '../grammar/time.ts'
import { provisionIn, usesOf } from '../laws.ts'
import { addresseesIn, type Material } from '../manuscript/kinds.ts'
import type { Block, Section, Sentence } from '../manuscript/manuscript.ts'
import { sewn } from '../quilt/patch.ts'
import { titleOf } from '../telling/title.ts'
import { dateOf, periodIn } from '../telling/when.ts'
import { asksOf, missing, subjectOf, wordsOf } from './analyses.ts'
import { caseName } from './case.ts'
import { gravestOf } from './gravest.ts'
import { nowOf, standingSentences } from './journeys.ts'
import { standardSentences } from './law-chapter.ts'
import { leadOf, singles } from './lead.ts'
import { section } from './parts.ts'
import { bondTo, paragraph, points, rows, sentence } from './sentences.ts'
import { toldOf } from './told.ts'

/** A time has a year; one case has not. */
export const isOfTime = ({ period }: Pick<Material, 'period'>): boolean => period.id !== 'all'

/** Of a time its finding, of one incident its headline, of a person or a journey where it stands. */
export function headIn(view: Material): {
  readonly subject: string
  readonly title: string
  readonly summary: string | null
} {
  const { pack, period, words, tell, incidents, codebook, proceedings } = view
  if (isOfTime(view)) {
    const finding = findingsOf(incidents, pack)[0]
    const country = labelIn(pack.name, words.language).text
    return {
      subject: `${country}, ${periodIn(period.from, period.to, words.language)}`,
      title: finding ? findingIn(finding, pack, view, 'headline') : words.t('face.nothing'),
      summary: finding ? findingIn(finding, pack, view, 'proof') : null,
    }
  }
  const [only] = incidents
  if (only && isOfIncident(view, only))
    return {
      subject: labelIn(pack.name, words.language).text,
      title: titleOf(only, codebook, tell),
      summary: null,
    }
  const name = caseName(view)
  const now = nowOf(proceedings, pack, view)
  return {
    subject: name,
    title: now === null ? name : said(tell, 'case.title', { name, now }),
    summary: null,
  }
}

const isOfIncident = ({ asked }: Material, { id, merged }: PublicIncident): boolean =>
  'of' in asked && asked.of !== undefined && (asked.of === id || merged?.includes(asked.of) === true)

/** What it rests on and what its records come to. */
export function openingOf(view: Material): readonly Sentence[] {
  const { tell, incidents, pack, period, proceedings } = view
  const own = singles(incidents)
  const all = isOfTime(view)
    ? [rows({ country: pack.id, period: period.id })]
    : bondTo('incident', ...own.map((one) => one.id))
  const counts = isOfTime(view)
    ? leadOf(view).filter((one) => one.id !== 'lead:only' && one.id !== 'lead:dated')
    : standingSentences(proceedings, pack, view, 'standing')
  return [sentence('opening:rests', said(tell, 'statement.opening', { n: own.length }), all), ...counts]
}

/** The gravest of a time; of one case everything, in the order in which it happened. */
export function happenedIn(view: Material): Section {
  const { tell, pack, incidents, period } = view
  const own = singles(incidents)
  const gravest = isOfTime(view) ? gravestOf(view) : own
  const shown = gravest.length === 0 ? own : gravest
  const byDate = sewn(shown).toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
  return section('happened', said(tell, 'title.happened'), [
    ...(shown.length < own.length
      ? paragraph([
          sentence('happened:gravest', said(tell, 'statement.gravest', { n: shown.length, of: own.length }), [
            rows({ country: pack.id, period: period.id }),
          ]),
        ])
      : []),
    ...points(byDate.map((one) => toldOf(one, pack, view))),
  ])
}

const dayOf = (one: PublicIncident): string => dateOf(one).from ?? dateOf(one).to ?? ''

/** Standards of the freedoms that were touched, provisions that were used, and what lawyers found of them. */
export function lawIn(view: Material): Section {
  const { tell, pack, codebook, incidents, analyses } = view
  const touched = new Set(singles(incidents).flatMap((one) => one.fields.freedoms.map(({ value }) => value)))
  const standards = [...codebook.standards.values()].filter(
    (one) => one.binds[pack.id] !== undefined && touched.has(one.freedom),
  )
  const provisions = usesOf(singles(incidents)).flatMap((use) => pack.provisions.get(use.provision) ?? [])
  return section('law', said(tell, 'title.law'), [
    ...paragraph(standards.flatMap((one) => standardSentences(one, view))),
    ...points(
      provisions.map((one) => {
        const [law, title] = [provisionIn(one, pack, view), one.title[tell.language]]
        const text =
          title === null ? said(tell, 'law.untitled', { law }) : said(tell, 'law.provision', { law, title })
        return sentence(`law:${one.id}:what`, text, bondTo('law', one.id))
      }),
    ),
    ...paragraph(
      analyses.map((one) => {
        const standard = codebook.standards.get(one.standard)
        return sentence(
          `found:${one.id}`,
          said(tell, 'statement.found', {
            of: subjectOf(one, view),
            standard: standard ? wordsOf(standard.name, view) : one.standard,
            finding: uncapital(said(tell, `verdict.${one.finding}`)),
          }),
          bondTo('analysis', one.id),
        )
      }),
    ),
  ])
}

/** Of a letter what is asked of those it is written to; demands follow from findings, and are never made up. */
export function demandsIn(view: Material): Section {
  const { tell, asked, analyses, codebook } = view
  const to = asked.kind === 'letter' ? addresseesIn(asked.to) : [...codebook.addressees.keys()]
  const own = analyses.map((one) => ({ ...one, asks: one.asks.filter((ask) => to.includes(ask.to)) }))
  const isAsked = own.some((one) => one.asks.length > 0)
  return section(
    'asks',
    said(tell, 'title.demands'),
    isAsked ? asksOf(view, own) : [missing(view, 'title.demands', 'asks', said(tell, 'asks.none'))],
  )
}

/** Whom a letter is written to, in words. */
export const addresseesOf = ({ asked, codebook, ...view }: Material): readonly string[] =>
  asked.kind !== 'letter'
    ? []
    : addresseesIn(asked.to).flatMap((id) => {
        const found = codebook.addressees.get(id)
        return found ? [wordsOf(found.name, view)] : []
      })

export const contactPlace = (view: Material): Block => missing(view, 'field.contact', 'contact')
