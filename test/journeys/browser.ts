/** A Chromium of the system for the browser journeys; when there is none, they are skipped and say so loudly. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
export const CHROMIUM = PLACES.find((path) => path !== '' && existsSync(path))

if (!CHROMIUM)
  process.stderr.write(
    '\nNO CHROMIUM WAS FOUND: THE BROWSER JOURNEYS ARE SKIPPED. Install chromium, or set CHROMIUM_PATH.\n\n',
  )

/** The cookie of a session that a test opened, as the workspace would have set it. */
export const sessionCookie = (token: string) => ({
  ...{ name: '__Host-aigaq', value: token, domain: '127.0.0.1', path: '/' },
  ...{ secure: true, httpOnly: true, sameSite: 'Strict' as const },
})

/** Nothing but the page under test: no updates, no look-ups of anybody’s hosts. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
