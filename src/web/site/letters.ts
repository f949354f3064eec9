/** The few routes of the public site that take anything: an address that wants letters, its owner's yes, and its no. */
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { FormGate } from '../../app/serving.ts'
import { Refusal, refuse } from '../../core/faults.ts'
import { isLanguage, type Language } from '../../core/language.ts'
import { servedAt } from '../../publish/links.ts'
import { html } from '../../publish/markup.ts'
import { letterStepPage, lettersPage, stepForm } from '../../publish/pages/letters.ts'
import type { Post } from '../../usecases/letters/post.ts'
import { askLetters, confirmLetters, leaveLetters } from '../../usecases/letters/subscribe.ts'
import { faultLines } from '../errors.ts'
import { scripted } from '../middleware/headers.ts'
import { lettersView } from './letters-view.ts'
import { faceOf, type SiteContext } from './views.ts'

export type Letters = {
  readonly post: Post
  readonly limit?: MiddlewareHandler | undefined
  /** Left out: no work is asked, and nobody waits. */
  readonly gate?: FormGate | undefined
}

/** An address and a word. */
const MOST_BYTES = 2_000
const STEPS = { confirm: confirmLetters, leave: leaveLetters } as const
type Step = keyof typeof STEPS

export function letterRoutes(app: Hono, context: SiteContext, { post, limit, gate }: Letters): void {
  const languageIn = (c: Context): Language => {
    const language = c.req.param('language')
    if (!isLanguage(language)) throw refuse('page.not-found')
    return language
  }
  const faceIn = (c: Context) => faceOf(context, languageIn(c), servedAt(''))
  const small = bodyLimit({
    maxSize: MOST_BYTES,
    onError: () => {
      throw refuse('input.too-large', { limit: MOST_BYTES })
    },
  })
  const told = (c: Context, page: string, status: 200 | 422 = 200): Response =>
    c.html(page, status, { 'Cache-Control': 'no-store' }) as Response
  if (limit) app.on('POST', ['/:language/letters', '/:language/letters/*'], limit)
  if (gate?.asks) app.use('/:language/letters', scripted)
  app.post('/:language/letters', small, async (c) => {
    const face = faceIn(c)
    const form = new URLSearchParams(await c.req.text())
    const [address, subject] = [form.get('address') ?? '', form.get('subject') ?? '']
    await gate?.pass(form.get('work') ?? '')
    try {
      await askLetters(post, { address, subject, language: face.words.language })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'house.shut') throw error
      // The address is not written back: what somebody typed on a shared computer does not stay on its screen.
      return told(
        c,
        lettersPage({
          ...(await lettersView(context, face)),
          chosen: subject,
          lines: faultLines(error.faults, face.words),
        }),
        422,
      )
    }
    return told(
      c,
      letterStepPage(
        face,
        face.words.t('letters.asked'),
        html`<p class="sub">${face.words.t('letters.asked-what')}</p>`,
      ),
    )
  })
  for (const step of Object.keys(STEPS) as readonly Step[]) {
    const path = `/:language/letters/${step}/:code`
    app.get(path, (c) => {
      const { words } = faceIn(c)
      const action = `/${words.language}/letters/${step}/${encodeURIComponent(c.req.param('code') ?? '')}`
      return told(
        c,
        letterStepPage(
          faceIn(c),
          words.t(`letters.${step}`),
          stepForm(action, words.t(`letters.${step}.do`)),
        ),
      )
    })
    app.post(path, small, async (c) => {
      const face = faceIn(c)
      await STEPS[step](post, c.req.param('code') ?? '')
      return told(
        c,
        letterStepPage(
          face,
          face.words.t(`letters.${step}.done`),
          html`<p class="sub">${face.words.t(`letters.${step}.done-what`)}</p>`,
        ),
      )
    })
  }
}
