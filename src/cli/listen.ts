/** Opens the public site and, apart from it, the workspace; the first on the address asked for, the second on loopback unless told otherwise. */

import { backupsOf } from '../app/backups.ts'
import { openDesk, openPublicAlone, openReader } from '../app/logins.ts'
import type { App } from '../app/open-app.ts'
import { openPost } from '../app/post.ts'
import { roomIn } from '../app/room.ts'
import { forgetSecrets, openGate, openPainter } from '../app/serving.ts'
import { openActions } from '../app/taking-part.ts'
import { type Config, ROOT } from '../config.ts'
import { newReadingAllowance } from '../core/reading-allowance.ts'
import type { DemoEntrance } from '../usecases/accounts/demo-entrance.ts'
import { houseNow } from '../usecases/accounts/panic.ts'
import { isSteady } from '../usecases/context.ts'
import { rulesInForce } from '../usecases/rules-in-force.ts'
import { desk } from '../web/desk/desk.ts'
import { forgetFormTokens } from '../web/middleware/form-token.ts'
import {
  ACTIONS_ALLOWANCE,
  ANSWERS_ALLOWANCE,
  DESK_ALLOWANCE,
  FIELD_ALLOWANCE,
  INTAKE_ALLOWANCE,
  LETTERS_ALLOWANCE,
  rateLimit,
  SITE_ALLOWANCE,
} from '../web/middleware/rate-limit.ts'
import { openRefusals } from '../web/middleware/refusals.ts'
import type { Acting } from '../web/site/act.ts'
import type { FieldOptions } from '../web/site/field.ts'
import type { IntakeOptions } from '../web/site/intake.ts'
import type { Letters } from '../web/site/letters.ts'
import type { SigningOptions } from '../web/site/sign.ts'
import { site } from '../web/site/site.ts'
import type { Paint } from '../web/site/views.ts'
import { carryLetters } from './carry-letters.ts'
import { countActionsEachMinute } from './count-actions.ts'
import { endEmbargoes } from './end-embargoes.ts'
import { DESK_PATIENCE, INTAKE_PATIENCE, openServer, SITE_PATIENCE } from './open-server.ts'
import { watchHouse } from './watch-house.ts'

/** Forms of one kind a minute that ask for no more work than usual. */
const QUIET = 30

/** A campaign that is told of somewhere is no flood: as many as the largest petition of a parliament had in its worst minute. */
const BUSY = 2_000

export type Listening = {
  readonly siteUrl: string
  readonly deskUrl: string
  readonly close: () => Promise<void>
}

/** `demo` lets a stranger in: handed over by `aigaq demo` alone. */
export async function listen(app: App, demo?: DemoEntrance): Promise<Listening> {
  const { config } = app
  const reader = await openReader(app)
  const actions = await openActions(app)
  // The demo takes no address from anybody.
  const carried = demo ? null : openPost(app, actions.keys)
  const letters = carried && {
    post: carried.post,
    gate: openGate(config, 'letters', QUIET),
    limit: rateLimit(LETTERS_ALLOWANCE, config.proxy),
  }
  const watch = await watchHouse({
    look: () => houseNow(app),
    forget: () => {
      carried?.post.sealing.forget()
      actions.keys.forget()
    },
    // Once: those who open the house do it by a form.
    close: () => {
      forgetFormTokens()
      forgetSecrets()
    },
    wake: () => {
      carried?.post.sealing.wake()
      actions.keys.wake()
    },
  })
  const painter = openPainter()
  const publicSite = siteOn(
    { ...app, store: reader.store, paint: painter.paint },
    {
      demo,
      letters,
      acting: {
        actions: { ...actions, mails: carried !== null },
        gate: openGate(config, 'act', BUSY),
        limit: rateLimit(ACTIONS_ALLOWANCE, config.proxy),
      },
      isShut: watch.isShut,
      signing: { context: app, limit: rateLimit(LETTERS_ALLOWANCE, config.proxy) },
      ...(config.intake !== 'off' && !demo && { intake: intakeOf(app) }),
      ...(config.field && !demo && { field: fieldOf(app) }),
    },
  )
  const staff = await openDesk(app)
  const workspace = desk(app, {
    root: ROOT,
    staff,
    host: config.deskHost,
    origin: config.deskOrigin,
    site: config.site || config.onion || `http://${config.host}:${config.port}`,
    limit: rateLimit(DESK_ALLOWANCE, config.proxy),
    onPanic: watch.shut,
    makeRoom: () => roomIn(app.data),
    keys: actions.keys,
    refusals: openRefusals((line) => void process.stderr.write(line), app.clock.now),
    paint: painter.paint,
    allowance: config.readsADay > 0 ? newReadingAllowance(config.readsADay, () => performance.now()) : null,
    // Nobody backs up what is invented.
    ...(demo ? { demo } : { backups: () => backupsOf(app) }),
  })
  const stopCounting = countActionsEachMinute(actions, watch.isShut, () => isSteady(app))
  const stopEmbargoes = endEmbargoes(app, watch.isShut)
  const stopLetters = carried && (await carryLetters(app, carried.post, carried.mail, watch.isShut))
  const front = await openServer(
    publicSite,
    { hostname: config.host, port: config.port },
    config.intake === 'off' ? SITE_PATIENCE : INTAKE_PATIENCE,
  )
  const back = await openServer(
    workspace,
    { hostname: config.deskHost, port: config.deskPort },
    DESK_PATIENCE,
  )
  return {
    siteUrl: front.url,
    deskUrl: `${deskAddress(config, back.port)}/desk/`,
    close: async () => {
      watch.stop()
      await Promise.all([front.close(), back.close()])
      await stopEmbargoes()
      await stopCounting()
      await stopLetters?.()
      await painter.close()
      await reader.close()
      await staff.close()
    },
  }
}

type Readable = Pick<App, 'config' | 'knowledge' | 'store'> & { readonly paint: Paint }
type Doors = {
  readonly demo?: DemoEntrance | undefined
  readonly letters?: Letters | null
  readonly acting?: Acting
  readonly intake?: IntakeOptions
  readonly field?: FieldOptions
  readonly signing?: SigningOptions
  readonly isShut?: () => boolean
}

const siteOn = (
  { store, knowledge, config, paint }: Readable,
  { demo, letters, acting, intake, field, signing, isShut }: Doors,
) =>
  site(
    {
      ...{ store, knowledge, rules: rulesInForce(knowledge), paint },
      ...{ isExample: demo !== undefined, contact: config.contact },
    },
    {
      ...{ root: ROOT, origin: config.site, remembers: true, onion: config.onion },
      limit: rateLimit(SITE_ALLOWANCE, config.proxy),
      ...(isShut && { isShut }),
      ...(letters && { letters }),
      ...(acting && { acting }),
      ...(intake && { intake }),
      ...(field && { field }),
      ...(signing && { signing }),
    },
  )

/** The form takes what fits into one report, and the rest of the form around it. */
const intakeOf = ({ house, clock, config }: App): IntakeOptions => ({
  intake: { house, clock, sealingRoot: config.sealingRoot },
  onionOnly: config.intake === 'onion',
  onion: config.onion,
  maxBytes: config.maxBytes,
  gate: openGate(config, 'tell', QUIET),
  limit: rateLimit(INTAKE_ALLOWANCE, config.proxy),
  answerLimit: rateLimit(ANSWERS_ALLOWANCE, config.proxy),
})

const fieldOf = ({ house, clock, config }: App): FieldOptions => ({
  field: { house, clock, sealingRoot: config.sealingRoot },
  limit: rateLimit(FIELD_ALLOWANCE, config.proxy),
})

/** The public site alone, from a database that holds nothing else: no workspace, no letters, no way to anything that is not public. */
export async function listenSite(config: Config): Promise<Pick<Listening, 'siteUrl' | 'close'>> {
  const reader = await openPublicAlone(config)
  const painter = openPainter()
  const publicSite = siteOn({ ...reader, config, paint: painter.paint }, {})
  const front = await openServer(publicSite, { hostname: config.host, port: config.port }, SITE_PATIENCE)
  return {
    siteUrl: front.url,
    close: async () => {
      await front.close()
      await painter.close()
      await reader.close()
    },
  }
}

/** A passkey belongs to a name, never to a number: on this machine the name is localhost. */
export const deskAddress = (config: Config, port = config.deskPort): string =>
  config.deskOrigin || `http://localhost:${port}`

/** Resolves when the person or the system asks the program to stop. */
export const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
