/** The routes of the public site by which people take part: a form, what it brings, and the page where a letter is answered. */
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { FormGate } from '../../app/serving.ts'
import { Refusal, refuse } from '../../core/faults.ts'
import { isLanguage, type Language } from '../../core/language.ts'
import { servedAt } from '../../publish/links.ts'
import { html } from '../../publish/markup.ts'
import {
  type ActFormView,
  actFormJson,
  actFormPage,
  actStepPage,
  isOnlineKind,
} from '../../publish/pages/act-form.ts'
import { stepForm } from '../../publish/pages/letters.ts'
import { publicCampaign } from '../../store/queries/public-campaigns.ts'
import type { Actions } from '../../usecases/actions/actions.ts'
import { asking } from '../../usecases/actions/ask.ts'
import { confirming } from '../../usecases/actions/confirm.ts'
import { isTaken } from '../../usecases/actions/open-door.ts'
import { taking } from '../../usecases/actions/take.ts'
import { faultLines } from '../errors.ts'
import { scripted } from '../middleware/headers.ts'
import { packedOnce } from '../middleware/packed-once.ts'
import { faceOf, type SiteContext } from './views.ts'

export type Acting = {
  readonly actions: Actions
  readonly limit?: MiddlewareHandler | undefined
  /** Left out: no work is asked, and nobody waits. */
  readonly gate?: FormGate | undefined
}

/** A few words and an address. */
const MOST_BYTES = 4_000
const NO_STORE = { 'Cache-Control': 'no-store' }

export function actRoutes(app: Hono, context: SiteContext, { actions, limit, gate }: Acting): void {
  const [ask, confirm, take] = [asking(actions), confirming(actions), taking(actions)]
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
  const view = async (c: Context, kind: string, lines: readonly string[] = []): Promise<ActFormView> => {
    const [campaign, door] = [
      await publicCampaign(context.store, c.req.param('campaign') ?? ''),
      await actions.door(c.req.param('campaign') ?? ''),
    ]
    const pack = campaign && context.knowledge.packs.get(campaign.country)
    if (!campaign || !pack || !door || !isOnlineKind(kind)) throw refuse('page.not-found')
    return {
      ...{
        ...faceIn(c),
        campaign,
        pack,
        kind,
        lines,
        news: actions.sealNews !== null,
        asksWork: gate?.asks === true,
      },
      ...{ open: await isTaken(actions, door, kind), onlineInCountry: door.onlineInCountry },
    }
  }
  const page = '/:language/act/:campaign/:kind'
  const packed = packedOnce()
  if (limit) app.on('POST', page, limit)
  if (gate?.asks) app.use(page, scripted)
  app.get(page, async (c) => {
    const [kind = '', json] = c.req.param('kind').split('.')
    if (json === undefined) return packed(c, actFormPage(await view(c, kind)))
    if (json !== 'json') throw refuse('page.not-found')
    return c.json(actFormJson(await view(c, kind)) as object, 200, NO_STORE)
  })
  app.post(page, small, async (c) => {
    const kind = c.req.param('kind')
    if (!isOnlineKind(kind)) throw refuse('page.not-found')
    const face = faceIn(c)
    const { t, language } = face.words
    const form = new URLSearchParams(await c.req.text())
    const given = (name: string): string => form.get(name) ?? ''
    const asked = {
      ...{ campaign: c.req.param('campaign'), language, country: given('country') || null },
      where:
        given('where') === 'inside'
          ? ('inside' as const)
          : given('where') === 'outside'
            ? ('outside' as const)
            : null,
    }
    await gate?.pass(given('work'))
    try {
      if (kind === 'signature')
        await ask({ ...asked, kind, address: given('address'), news: given('news') === 'yes' })
      else
        await take({
          ...asked,
          kind,
          patch: { motif: given('motif'), cloth: given('cloth'), words: given('words') },
        })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'page.not-found') throw error
      // Nothing of what was typed is written back: it would stay on the screen of a shared computer.
      return c.html(
        actFormPage(await view(c, kind, faultLines(error.faults, face.words))),
        error.status as 422,
        NO_STORE,
      )
    }
    const said = kind === 'signature' ? 'asked' : 'taken'
    return c.html(
      actStepPage(face, t(`act.form.${said}`), html`<p class="sub">${t(`act.form.${said}-what`)}</p>`),
      200,
      NO_STORE,
    )
  })
  const step = '/:language/confirm/:code'
  app.get(step, (c) => {
    const { t, language } = faceIn(c).words
    const form = stepForm(
      `/${language}/confirm/${encodeURIComponent(c.req.param('code'))}`,
      t('act.confirm.do'),
    )
    return c.html(actStepPage(faceIn(c), t('act.confirm.heading'), form), 200, NO_STORE)
  })
  app.post(step, small, async (c) => {
    await confirm(c.req.param('code'))
    const { t } = faceIn(c).words
    return c.html(
      actStepPage(faceIn(c), t('act.confirm.done'), html`<p class="sub">${t('act.confirm.done-what')}</p>`),
      200,
      NO_STORE,
    )
  })
}
