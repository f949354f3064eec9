/** The program is killed -9 while it hands letters to a mail server: no letter may come twice, and of those that never came each must be one that it had in its hands. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '../src/app/open-app.ts'
import { openPost } from '../src/app/post.ts'
import { ROOT, readConfig } from '../src/config.ts'
import { askLetters } from '../src/usecases/letters/subscribe.ts'
import { ended, freePort } from './servers.ts'

const LETTERS = Number(process.argv[2] ?? 300)
/** A server takes a moment for each letter: long enough to be killed in any part of it. */
const MOMENT_MS = 8

/** Takes letters as a server does, and notes for whom each was when its text is whole. */
function sink(port: number, came: (to: string) => void) {
  const talk = (socket: Socket): void => {
    let [rest, to, isText] = ['', '', false]
    const say = (line: string): boolean => socket.writable && socket.write(`${line}\r\n`)
    const line = async (text: string): Promise<void> => {
      if (isText) {
        if (text !== '.') return
        isText = false
        await new Promise((resolve) => setTimeout(resolve, MOMENT_MS * Math.random()))
        came(to)
        say('250 taken')
        return
      }
      const [word = ''] = text.toUpperCase().split(/[ :]/)
      if (word === 'RCPT') to = /<([^>]+)>/.exec(text)?.[1] ?? ''
      if (word === 'DATA') isText = true
      if (word === 'QUIT') socket.end('221 bye\r\n')
      else say(word === 'DATA' ? '354 go on' : '250 well')
    }
    say('220 sink')
    socket.on('error', () => {})
    let before = Promise.resolve()
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = `${rest}${chunk}`.split('\r\n')
      rest = lines.pop() ?? ''
      for (const one of lines) before = before.then(() => line(one))
    })
  }
  return new Promise<{ readonly close: () => void }>((resolve) => {
    const server = createServer(talk)
    server.listen(port, '127.0.0.1', () => resolve({ close: () => void server.close() }))
  })
}

const folder = mkdtempSync(join(tmpdir(), 'aigaq-letters-'))
const port = await freePort()
const environment = {
  AIGAQ_DATA: folder,
  AIGAQ_SITE: 'https://example.org',
  AIGAQ_MAIL_URL: `smtp://127.0.0.1:${port}`,
  AIGAQ_MAIL_FROM: 'letters@example.org',
}
const received: string[] = []
let heard = (): void => {}
const mail = await sink(port, (to) => {
  received.push(to)
  heard()
})
const first = await openApp(readConfig(environment))
const post = openPost(first)?.post
if (!post) throw new Error('no mail server is set')
const readers = Array.from({ length: LETTERS }, (_, n) => `reader-${n}@example.org`)
for (const address of readers) await askLetters(post, { address, subject: 'kz', language: 'en' })
// The last to leave stops the database: from here on that is whoever sends.
await first.close()

let kills = 0
for (let isDone = false; !isDone; ) {
  const child = spawn(join(ROOT, 'bin/aigaq'), ['letters'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', ...environment },
    stdio: 'ignore',
  })
  const until = received.length + 5 + Math.floor(Math.random() * 20)
  heard = () => {
    if (received.length < until || child.exitCode !== null || child.killed) return
    setTimeout(() => child.kill('SIGKILL'), Math.random() * 2 * MOMENT_MS)
  }
  await ended(child)
  isDone = child.exitCode === 0
  if (!isDone) kills += 1
}
await new Promise((resolve) => setTimeout(resolve, 100))
const app = await openApp(readConfig(environment))
const states = await app.house.selectFrom('letters').select('state').execute()
const held = states.filter((one) => one.state === 'sending').length
const twice = received.length - new Set(received).size
const never = readers.filter((one) => !received.includes(one)).length
await app.close()
mail.close()
rmSync(folder, { recursive: true, force: true })
console.log(
  `letters: ${LETTERS} to send, ${kills} times killed -9; ${twice} came twice, ${never} never came, ${held} are known to have been in hand`,
)
// A letter that was in hand when the program died may have left: it is never sent again, and never forgotten.
process.exitCode = twice > 0 || never > held || held > kills ? 1 : 0
