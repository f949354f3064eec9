/** A Chromium with a profile of its own that plays a phone: it records, is killed, comes back, carries and sends. */
import { readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { CHROMIUM } from '../../test/journeys/browser.ts'

export type Phone = {
  readonly profile: string
  readonly page: () => Page
  /** Finishes notes; a text that the page said was sealed goes into `sealed` at once. */
  readonly record: (texts: readonly string[], sealed: Set<string>) => Promise<void>
  /** A photograph that carries `mark` where cameras write place and device; drawn anew or not. Returns the bytes chosen. */
  readonly photograph: (mark: string, bare: boolean) => Promise<Buffer>
  readonly kill: () => Promise<void>
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
  /** Presses Send, and returns what the page says. */
  readonly send: () => Promise<string>
  readonly carry: (to: string) => Promise<void>
  readonly take: (file: string) => Promise<string>
  readonly givePass: (words: string) => Promise<void>
  readonly waiting: () => Promise<number>
}

/** `heard`: every request of it, with its body. */
export function phoneAt(profile: string, site: string, heard: (text: string, host: string) => void): Phone {
  let context: BrowserContext | null = null
  let page: Page | null = null
  let sealed = new Set<string>()
  const now = (): Page => {
    if (!page) throw new Error('the phone is off')
    return page
  }
  const open = async (): Promise<void> => {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM ?? '',
      acceptDownloads: true,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    context.on('request', (request) =>
      heard(
        `${request.url()} ${request.postDataBuffer()?.toString('latin1') ?? ''}`,
        new URL(request.url()).host,
      ),
    )
    page = context.pages()[0] ?? (await context.newPage())
    await page.exposeFunction('saidSealed', (text: string) => sealed.add(text).size)
    await page.goto(`${site}/field/en`)
    await page.waitForSelector('html[data-ready]')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  }
  const show = (kind: string): Promise<void> => now().locator(`#kinds [data-to=${kind}]`).click()
  const told = async (press: () => Promise<unknown>): Promise<string> => {
    await press()
    const said = await now().waitForFunction(
      () => {
        const text = document.querySelector('#told')?.textContent ?? ''
        return /^(?:One moment|Sent \d+ of)|^$/.test(text) ? null : text
      },
      undefined,
      { timeout: 300_000 },
    )
    return String(await said.jsonValue())
  }
  return {
    profile,
    page: now,
    open,
    record: async (texts, said) => {
      await show('note')
      sealed = said
      await now().evaluate(finishAll, texts)
    },
    photograph: async (mark, bare) => {
      await show('photo')
      const buffer = withExif(Buffer.from(await now().evaluate(noise), 'base64'), mark)
      await now().setInputFiles('#photo [name=photograph]', {
        name: 'IMG_0001.jpg',
        mimeType: 'image/jpeg',
        buffer,
      })
      await now().locator('#photo [name=bare]').setChecked(bare)
      const said = await told(() => now().locator('#photo button[type=submit]').click())
      if (!said.startsWith('Sealed')) throw new Error(said)
      return buffer
    },
    kill: async () => {
      const pid = Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1])
      process.kill(pid, 'SIGKILL')
      await context?.close().catch(() => undefined)
      await wait(500)
    },
    close: async () => {
      await context?.close()
    },
    send: async () => {
      await show('finished')
      return told(() => now().locator('#send').click())
    },
    carry: async (to) => {
      await show('finished')
      const [download] = await Promise.all([now().waitForEvent('download'), now().locator('#carry').click()])
      await download.saveAs(to)
    },
    take: async (file) => {
      await show('finished')
      return told(() => now().setInputFiles('#take', file))
    },
    givePass: async (words) => {
      await show('finished')
      await now().fill('#pass input', words)
      await told(() => now().locator('#pass button').click())
    },
    waiting: async () => {
      await show('finished')
      return now().locator('#waiting li').count()
    },
  }
}

/** A picture of noise, which no compression makes small: it goes in pieces. */
async function noise(): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = 1200
  canvas.height = 900
  const context = canvas.getContext('2d')
  const image = context?.createImageData(1200, 900)
  if (!context || !image) return ''
  for (let at = 0; at < image.data.length; at += 1) image.data[at] = at % 4 === 3 ? 255 : Math.random() * 256
  context.putImageData(image, 0, 0)
  return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
}

/** The APP1 segment right after the beginning, as cameras write it. */
function withExif(jpeg: Buffer, mark: string): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(mark)])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

/** In the page, one note after the other, as fast as it seals them; each that it called sealed is told at once. */
async function finishAll(texts: readonly string[]): Promise<void> {
  const [area, button, told] = [
    document.querySelector<HTMLTextAreaElement>('#note textarea'),
    document.querySelector<HTMLButtonElement>('#note button[type=submit]'),
    document.querySelector('#told'),
  ]
  const tell = (globalThis as unknown as { saidSealed: (text: string) => Promise<number> }).saidSealed
  if (!area || !button || !told) throw new Error('no form')
  for (const text of texts) {
    told.replaceChildren()
    area.value = text
    button.click()
    while (button.disabled || /^(?:One moment|)$/.test((told.textContent ?? '').replace(/….*/, '')))
      await new Promise((done) => setTimeout(done, 3))
    if (!told.textContent?.startsWith('Sealed')) throw new Error(told.textContent ?? '')
    await tell(text)
  }
}
