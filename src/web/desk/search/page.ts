/** What was looked for and what answered, as a page: by kind, with the words that answer marked and why they do. */
import { TIERS } from '../../../core/tier.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import {
  type Found,
  type Hit,
  SEARCH_KINDS,
  type SearchKind,
  type Why,
} from '../../../usecases/search/search.ts'
import { row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { stateLabel } from '../records/labels.ts'
import { titleOf } from '../records/title.ts'
import type { SearchForm } from './routes.ts'

export type SearchView = {
  readonly form: SearchForm
  /** Null: nothing was looked for yet. */
  readonly found: readonly Found[] | null
  readonly page: number
  readonly kind: SearchKind | null
}

/** The title is the same whatever is looked for: browsers keep titles. */
export function searchPage(desktop: Desktop, view: SearchView, lines: readonly string[] = []): string {
  const { face } = desktop
  const { t } = face.words
  const body = [
    section(
      t('search.title'),
      t('search.note'),
      html`<h1>${t('search.title')}</h1>${wrong(lines)}${searchForm(desktop, view)}${view.found?.length === 0 && html`<p role="status">${t('search.none')}</p>`}`,
      true,
    ),
    ...(view.found ?? []).map((one) => foundSection(desktop, view, one)),
  ]
  return frame(face, t('search.title'), 'search', body)
}

function searchForm(desktop: Desktop, { form }: SearchView): Markup {
  const { face, policy } = desktop
  const { t, language } = face.words
  const option = (value: string, label: string, chosen: string): Markup =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`
  const select = (name: 'kind' | 'state' | 'tier', options: readonly (readonly [string, string])[]): Markup =>
    html`<label>${t(`search.by.${name}`)}<br><select name="${name}"><option value="">${t('work.any')}</option>${options.map(([id, label]) => option(id, label, form[name]))}</select></label> `
  const day = (name: 'from' | 'to'): Markup =>
    html`<label>${t(`search.by.${name}`)}<br><input name="${name}" value="${form[name]}" placeholder="2024-05-07" pattern="\\d{4}-\\d{2}-\\d{2}" maxlength="10" size="10" autocomplete="off"></label> `
  return html`<form method="post" action="/${language}/desk/search" class="broad" role="search">${tokenField(face)}<p class="fields"><label>${t('search.words')}<br><input name="words" value="${form.words}" maxlength="200" autocomplete="off" spellcheck="false"></label> <button type="submit">${t('work.seek')}</button></p>
<details${[form.kind, form.state, form.tier, form.from, form.to, form.place].some((one) => one !== '') && html` open`}><summary>${t('search.filters')}</summary><p class="fields">${select(
    'kind',
    SEARCH_KINDS.map((kind) => [kind, t(`search.kind.${kind}`)]),
  )}${select(
    'state',
    [...policy.states.keys()].map((id) => [id, stateLabel(desktop, id)]),
  )}${select(
    'tier',
    TIERS.map((tier) => [tier, t(`tier.${tier}`)]),
  )}${day('from')}${day('to')}<label>${t('search.by.place')}<br><input name="place" value="${form.place}" maxlength="100" autocomplete="off" spellcheck="false"></label></p></details></form>`
}

function foundSection(desktop: Desktop, view: SearchView, { kind, hits, isMore }: Found): Markup {
  const { t } = desktop.face.words
  const isPaged = view.kind !== null
  const links = [
    isPaged && view.page > 0 && turn(desktop, view, kind, view.page - 1, t('nav.previous')),
    isMore &&
      turn(desktop, view, kind, isPaged ? view.page + 1 : 0, isPaged ? t('nav.next') : t('search.more')),
  ].filter(Boolean)
  return section(
    t(`search.kind.${kind}`),
    '',
    html`<ol class="work">${hits.map((one) => hitItem(desktop, one))}</ol>${links.length > 0 && html`<div class="fields">${links}</div>`}`,
  )
}

/** The next page is asked for like the first: as a form. */
function turn(
  { face }: Desktop,
  { form }: SearchView,
  kind: SearchKind,
  page: number,
  label: string,
): Markup {
  const asked = { ...form, kind, page: String(page) }
  return html`<form method="post" action="/${face.words.language}/desk/search">${tokenField(face)}${Object.entries(asked).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<p><button type="submit" class="quiet">${label}</button></p></form> `
}

function hitItem(desktop: Desktop, hit: Hit): Markup {
  const { t, language } = desktop.face.words
  const title = hit.record
    ? titleOf(desktop, hit.record)
    : hit.kind === 'person' || hit.kind === 'report' || hit.kind === 'plan'
      ? hit.id
      : `${t(`search.one.${hit.kind}`)} ${hit.id}`
  const spoken = hit.language !== null && html` lang="${hit.language}"`
  const state = hit.record?.kind === 'team' && stateLabel(desktop, hit.record.row.state)
  const meta = [hit.record && hit.id, state, ...new Set(hit.why.map((one) => whyText(desktop, one)))].filter(
    Boolean,
  )
  return html`<li><div><h2 class="name"><a href="/${language}/desk/${hit.page}">${title}</a></h2>${hit.words.length > 0 && html`<p${spoken}>${hit.words.map((part) => (part.isHit ? html`<mark>${part.text}</mark>` : part.text)) as readonly Piece[]}</p>`}${meta.length > 0 && html`<p class="meta">${meta.join(' · ')}</p>`}</div></li>
`
}

const whyText = ({ face }: Desktop, { by, said }: Why): string => face.words.t(`search.why.${by}`, { said })
