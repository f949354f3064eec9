/** The page that phones install, brought to life: which form is open, what is finished, sent, carried, and wiped. */
import { readPass } from '../../../adapters/sealed/phone-pass.ts'
import { dayOf } from '../installed/day-of.ts'
import { handOver } from '../installed/hand-over.ts'
import { at, said, tell } from '../installed/said.ts'
import { renewList } from './believed.ts'
import { carriedFile, takeIn } from './carry.ts'
import { sendAll } from './exchange.ts'
import { empty, finish } from './finish.ts'
import { kept, remember, wipe } from './phone-store.ts'
import { letTake } from './photograph.ts'
import { showFinished } from './show-finished.ts'

const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-kind]')]
const sections = [...document.querySelectorAll<HTMLElement>('section.kind')]
const buttons = [...document.querySelectorAll<HTMLButtonElement>('#kinds button')]

function show(kind: string, isAsked: boolean): void {
  for (const one of sections) one.hidden = one.id !== kind
  for (const one of buttons)
    if (one.dataset.to === kind) one.setAttribute('aria-current', 'true')
    else one.removeAttribute('aria-current')
  if (isAsked) {
    tell('')
    at(`#${kind}-heading`)?.focus()
  }
}

/** Whatever goes wrong is said in the page's words; what was written stays in the form. */
const tried = (work: () => Promise<string>) => async (): Promise<void> => {
  tell(said('working'))
  tell(await work().catch(() => said('failed')))
  await showFinished()
}

for (const form of forms) {
  const when = form.querySelector<HTMLInputElement>('[name=at]')
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  form.addEventListener('input', (event) => {
    // Begun, it is of now, until somebody says otherwise.
    if (when && when.value === '' && event.target !== when) when.value = minuteOf(new Date())
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!button || button.disabled) return
    button.disabled = true
    tried(async () => said(await finish(form)))().finally(() => {
      button.disabled = false
      at('#told')?.scrollIntoView({ block: 'nearest' })
    })
  })
}
const photo = forms.find((one) => one.dataset.kind === 'photo')
if (photo) letTake(photo, () => tell(said('no-picture')))

const minuteOf = (now: Date): string =>
  `${dayOf(now)}T${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`

for (const one of buttons) one.addEventListener('click', () => show(one.dataset.to ?? 'note', true))

let sending: AbortController | null = null
at('#send')?.addEventListener(
  'click',
  tried(async () => {
    const pass = await kept('pass')
    if (!pass) return said('no-pass')
    const stop = at<HTMLButtonElement>('#stop')
    sending = new AbortController()
    if (stop) stop.hidden = false
    const { gone, refused, stopped } = await sendAll(
      pass,
      (n, of) => tell(said('sending', { n, of })),
      sending.signal,
    )
    if (stop) stop.hidden = true
    return [
      said('sent', { n: gone }),
      ...(stopped ? [said('offline')] : []),
      ...(refused.size > 0 ? [said('refused', { n: refused.size })] : []),
    ].join(' ')
  }),
)
at('#stop')?.addEventListener('click', () => sending?.abort())

at('#carry')?.addEventListener(
  'click',
  tried(async () => {
    const file = await carriedFile(await kept('pass'))
    if (!file) return said('none')
    await handOver(file)
    return said('carried')
  }),
)

const take = at<HTMLInputElement>('#take')
take?.addEventListener(
  'change',
  tried(async () => {
    const file = take.files?.[0]
    if (!file) return ''
    const came = await takeIn(file, await kept('pass'))
    take.value = ''
    return came.kind === 'no-file' ? said('no-file') : said(came.kind, { n: came.n })
  }),
)

const passForm = at<HTMLFormElement>('#pass')
passForm?.addEventListener('submit', (event) => {
  event.preventDefault()
  tried(async () => {
    const typed = passForm.querySelector('input')?.value ?? ''
    const pass = readPass(typed)
    if (!pass) return said('pass.wrong')
    await remember('pass', { secret: pass.secret, key: pass.key, receipts: pass.receipts })
    passForm.reset()
    return said('pass.has')
  })()
})

at('#persist')?.addEventListener(
  'click',
  tried(async () => said((await navigator.storage.persist()) ? 'room.kept' : 'room.not-kept')),
)

/** One press, no question: whoever presses it has no time. Forms first, since they are read at a glance. */
at('#wipe')?.addEventListener('click', () => {
  for (const form of forms) empty(form)
  document.documentElement.hidden = true
  wipe().finally(() => location.replace('about:blank'))
})

/** A page that is left is not found again as it was. */
addEventListener('pagehide', () => {
  for (const form of forms) empty(form)
})

const kinds = at('#kinds')
const wiping = at('#wipe')
if (kinds) kinds.hidden = false
if (wiping) wiping.hidden = false
show('note', false)
navigator.serviceWorker?.register('/field/worker.js', { scope: '/field/' }).catch(() => undefined)
navigator.storage?.persist?.().catch(() => undefined)
renewList()
  .then(async (came) => {
    if (came === 'unbelieved' || came === 'older') tell(said(came))
    await showFinished()
    document.documentElement.dataset.ready = 'yes'
  })
  .catch(() => tell(said('failed')))
