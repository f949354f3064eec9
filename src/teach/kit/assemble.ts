/** A lesson kit and what the public records say today in, the kit as it is told to one kind of reader out. */
import type { Kit, KitLeaf, KitLine, KitPerson, KitReader, KitSection } from '../../core/teach/kit.ts'
import type { TaughtSum } from '../../core/teach/tally.ts'
import type { Told } from '../../core/teach/told.ts'
import type { Words } from '../../core/words.ts'

export type KitGiven = {
  readonly kit: Kit
  readonly country: string
  /** Name of the country in the language of the leaf. */
  readonly countryName: string
  readonly words: Words
  readonly reader: KitReader
  readonly persons: readonly KitPerson[]
  /** Records, laws and standards behind the lesson that readers may see, in words. */
  readonly records: readonly KitLine[]
  /** What is told of lessons that were given; null: nothing. */
  readonly taught: TaughtSum | null
  /** Whole address; null where no origin is known. */
  readonly address: string | null
}

type Id = KitSection['id']
const FOR_LEARNERS: ReadonlySet<Id> = new Set([
  ...(['standing', 'story', 'debrief', 'action', 'safety', 'records', 'feedback'] as const),
])

export function kitLeaf(given: KitGiven): KitLeaf {
  const { kit, country, countryName, words, reader, persons, records, taught, address } = given
  const { t, language } = words
  const isLearner = reader === 'learner'
  const name = persons[0]?.name ?? ''
  const say = (told: Told): string => told[language].replaceAll('{person}', name)
  const plain = (all: readonly Told[]): readonly KitLine[] => all.map((one) => ({ text: say(one) }))
  const section = (
    id: Id,
    lines: readonly KitLine[],
    isCounted = false,
    heading = t(`kit.${id}`),
  ): KitSection => ({
    ...{ id, heading, isCounted, lines },
  })
  const steps = kit.steps.flatMap((step): readonly KitLine[] => [
    { lead: t('kit.minutes', { n: step.minutes }), text: say(step.do) },
    ...(step.say === null ? [] : [{ lead: t('kit.say'), text: say(step.say) }]),
  ])
  const all = [
    section(
      'standing',
      persons.map((one) => personLine(one, words)),
    ),
    section('objectives', plain(kit.objectives)),
    section('not', plain(kit.safety.not)),
    section(
      'safety',
      plain(isLearner ? kit.safety.learner : [...kit.safety.facilitator, ...kit.safety.learner]),
    ),
    section('materials', plain(kit.materials)),
    section('prepare', plain(kit.prepare)),
    section('story', plain(kit.story)),
    section('steps', steps),
    section('debrief', plain(kit.debrief.questions), true),
    section('action', plain(kit.action)),
    section('low-tech', plain([kit.lowTech])),
    ...kit.handouts.map((one, at) =>
      section(
        `handout-${at + 1}`,
        plain(one.lines),
        false,
        `${t('kit.handout', { n: at + 1 })}: ${say(one.title)}`,
      ),
    ),
    section('records', records),
    section('feedback', [...plain(kit.feedback), { text: t('kit.feedback.note') }]),
    section('taught', taught === null ? [] : [{ text: taughtIn(taught, words) }]),
  ]
  const to =
    kit.ages.to === null
      ? t('kit.ages.from', { from: kit.ages.from })
      : t('kit.ages.range', { from: kit.ages.from, to: kit.ages.to })
  return {
    ...{ language, country, id: kit.id, reader },
    kind: `${t('kit.kind')}, ${countryName}: ${t(`kit.reader.${reader}`)}`,
    ...{ title: say(kit.title), one: say(kit.one) },
    facts: [
      { label: t('kit.fact.minutes'), value: t('kit.minutes', { n: kit.minutes }) },
      { label: t('kit.fact.ages'), value: to },
      { label: t('kit.fact.group'), value: t('kit.group', kit.group) },
      ...(isLearner ? [] : [{ label: t('kit.fact.level'), value: t('kit.level', { n: kit.level }) }]),
    ],
    sections: all.filter(
      ({ id, lines }) =>
        lines.length > 0 && (!isLearner || FOR_LEARNERS.has(id) || id.startsWith('handout-')),
    ),
    status: kit.reviewedBy[language] === null ? t('kit.unreviewed') : null,
    foot: t('kit.foot', { id: kit.id, version: kit.version, address: address ?? '' }).trim(),
  }
}

/** Nothing is guessed of somebody whose course nobody follows. */
const personLine = ({ name, standing }: KitPerson, { t }: Words): KitLine => ({
  lead: name,
  text: standing ?? t('kit.standing.unknown'),
})

/** Lessons and learners are units of their own, and never added. */
export function taughtIn({ lessons, learners, unknown, methods }: TaughtSum, { t }: Words): string {
  const how = methods.map((one) => t(`lesson.method.${one}`)).join(', ')
  return [
    t('lesson.given', { n: lessons }),
    ...(learners === null
      ? []
      : [
          learners.low === learners.high
            ? t('lesson.learners', { n: learners.low })
            : t('lesson.learners.range', { low: learners.low, high: learners.high }),
        ]),
    ...(unknown === 0 ? [] : [t('lesson.unknown', { n: unknown })]),
    ...(how === '' ? [] : [t('lesson.how', { how })]),
  ].join(' ')
}
