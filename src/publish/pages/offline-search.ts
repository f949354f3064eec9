/** What a copy holds in, its search out: a form whose answers the reader's own device finds, and a register for whoever has no script. */
import { html } from '../markup.ts'
import { NOTHING } from '../mirror/plain-page.ts'
import { type Register, registerList } from '../search/register.ts'
import { publicationList } from '../sections/publications.ts'
import { searchForm } from '../sections/search-form.ts'
import type { Face } from '../views.ts'
import type { PublicPublication } from '../writing/publication-body.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

export type OfflineSearchView = Face & {
  readonly register: Register
  /** Published texts, which the parts do not hold. */
  readonly texts: readonly PublicPublication[]
  /** Addresses of the parts, as this page leads to them. */
  readonly parts: readonly string[]
  /** Of the file that says which parts are needed; it stands beside them. */
  readonly where: string
  /** Endings of Kazakh words, as the script takes them off. */
  readonly script: string
  /** SHA-256 of the script in base64. */
  readonly hash: string
}

const KINDS = ['names', 'places', 'bodies', 'laws'] as const

/** `{lang}/search.html` of a copy. The parts are scripts too: no browser lets a page from a card read a file in any other way. */
export function offlineSearchPage(view: OfflineSearchView): string {
  const { t } = view.words
  const sayings = html`<ul hidden>${(['busy', 'none', 'found', 'more', 'in-passage'] as const).map((one) => html`<li data-says="${one}">${t(`find.copy.${one}`, { n: '{n}' })}</li>`)}</ul>`
  return layout({
    face: view,
    page: { kind: 'search', country: null, words: '', narrowing: {}, page: 1 },
    title: t('find.title'),
    pack: null,
    crumbs: [
      { text: t('nav.world'), page: { kind: 'world' } },
      { text: t('find.title'), page: null },
    ],
    script: {
      why: 'looks through the records of this copy on the device of the reader; without it: the register below',
      policy: `${NOTHING}; script-src 'sha256-${view.hash}' 'self' file:; form-action 'self' file:`,
      text: view.script,
    },
    body: html`${opening(
      t('find.title'),
      '',
      t('find.copy.heading'),
      html`<div id="find" data-where="${view.where}">${searchForm(view, null, '')}${sayings}<p class="said" role="status" aria-live="polite"></p><h2 class="vh">${t('find.records')}</h2><ol class="inc bare"></ol></div><noscript><p>${t('find.copy.no-script')}</p></noscript><p class="small">${t('find.copy.privacy')}</p>`,
    )}${view.texts.length > 0 && row('r-texts', t('find.copy.register'), '', t('pub.title'), publicationList(view.texts, view))}${KINDS.map(
      (kind) =>
        view.register[kind].length > 0 &&
        row(
          `r-${kind}`,
          t('find.copy.register'),
          '',
          t(`find.copy.${kind}`),
          registerList(view.register[kind], view),
        ),
    )}`,
  })
}

/** The same as data: how the records of the copy are looked through by a program. */
export const offlineSearchJson = ({ where, parts, register, texts }: OfflineSearchView): unknown => ({
  publications: texts.map(({ id, language, manuscript }) => ({ id, language, title: manuscript.title })),
  where,
  parts,
  ...Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      register[kind].map(({ text, records }) => ({ text, records: records.map((one) => one.id) })),
    ]),
  ),
})
