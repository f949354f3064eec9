/** The incidents of a period in, the sheet of its quilt out: the cloth, its legend, and the list that stands behind it. */
import { labelIn } from '../../core/language.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { quiltAlone, type Sign, signsOf } from '../quilt/alone.ts'
import { countsOf, descriptionOf } from '../quilt/counts.ts'
import type { Look } from '../quilt/palettes.ts'
import { patchesOf, sewn } from '../quilt/patch.ts'
import { MOST } from '../quilt/quilt.ts'
import { shortTitleOf } from '../telling/title.ts'
import { periodIn, shortWhen } from '../telling/when.ts'
import type { UpdateView } from '../views.ts'

/** A file for each; a dark one is for screens. */
export const SHEETS = [
  'quilt.pdf',
  'quilt-grey.pdf',
  'quilt.svg',
  'quilt-dark.svg',
  'quilt-grey.svg',
] as const
export type SheetFile = (typeof SHEETS)[number]
export const lookOf = (file: SheetFile): Look =>
  file.includes('-dark') ? 'dark' : file.includes('-grey') ? 'grey' : 'light'

export type Sheet = {
  readonly language: string
  readonly kind: string
  readonly subject: string
  readonly title: string
  readonly svg: string
  readonly signs: readonly Sign[]
  readonly alt: string
  readonly captions: readonly string[]
  /** A patch each, in the order in which they are sewn. */
  readonly list: readonly { readonly number: number; readonly when: string; readonly told: string }[]
  readonly foot: string
}

export function sheetOf(view: Omit<UpdateView, 'typesets'>, look: Look): Sheet {
  const { words, pack, period, incidents, codebook, tell, site } = view
  const { language } = words
  const finding = findingsOf(incidents, pack)[0]
  const all = patchesOf(incidents, codebook)
  const shown = all.slice(-MOST)
  const counts = countsOf(shown)
  const left = all.length - shown.length
  const address = site.whole(language, { kind: 'period', country: pack.id, period: period.id }, 'html')
  return {
    language,
    kind: words.t('face.quilt'),
    subject: `${labelIn(pack.name, language).text}, ${periodIn(period.from, period.to, language)}`,
    title: finding ? findingIn(finding, pack, view, 'headline') : words.t('face.nothing'),
    svg: quiltAlone(shown, look),
    signs: signsOf(counts, words, look),
    alt: descriptionOf(counts, words),
    captions: [
      words.t('quilt.one-patch'),
      // In the dark the graver is the lighter.
      words.t(look === 'dark' ? 'sheet.caption-dark' : 'face.quilt.caption'),
      ...(left > 0 ? [words.t('face.quilt.left-out', { n: left })] : []),
    ],
    list: sewn(incidents)
      .slice(-MOST)
      .map((one, at) => ({
        ...{ number: at + 1, when: shortWhen(one, tell), told: shortTitleOf(one, codebook, tell) },
      })),
    foot: [address, words.t('footer.licence')].filter((part) => part !== null).join(' · '),
  }
}
