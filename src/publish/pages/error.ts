/** An expected error in, one calm page in the reader's language out. */

import { href } from '../links.ts'
import { html } from '../markup.ts'
import type { ErrorView } from '../views.ts'
import { layout } from './layout.ts'
import { opening } from './parts.ts'

const messageOf = ({ code, params, words }: ErrorView): string =>
  words.t(`fault.${code ?? 'unexpected'}`, params)

/** Says what is wrong and where to go on; nothing of the program shows. */
export function errorPage(view: ErrorView): string {
  const { words, site } = view
  const home = html`<p class="sub"><a href="${href(site, words.language, { kind: 'world' })}">${words.t('nav.world')}</a></p>`
  return layout({
    face: view,
    page: null,
    title: words.t('title.error'),
    pack: null,
    crumbs: [],
    body: opening(String(view.status), '', messageOf(view), home),
  })
}

/** The same as data, under the same code. */
export const errorJson = (view: ErrorView): unknown => ({
  error: { code: view.code, status: view.status, message: messageOf(view) },
})
