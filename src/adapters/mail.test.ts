/** Letters leave by TLS, or not at all: only this very machine is spoken to in the open. */
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openMail } from './mail.ts'

const LETTER = {
  ...{ id: 'a'.repeat(32), to: 'reader@example.org', subject: 'New this week', text: 'Words.', leave: null },
}
let server: Server
let port = 0
let texts = 0

/** Takes everything, and offers no TLS. */
beforeAll(async () => {
  server = createServer((socket) => {
    let isText = false
    socket.write('220 plain\r\n')
    socket.on('error', () => {})
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      for (const line of chunk.split('\r\n').slice(0, -1)) {
        if (isText) {
          if (line !== '.') continue
          isText = false
          texts += 1
        }
        if (line === 'DATA') isText = true
        const answer = line === 'DATA' ? '354 go on' : line === 'STARTTLS' ? '502 not here' : '250 well'
        socket.write(`${answer}\r\n`)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

it.each([
  ['127.0.0.1', 'sent', 1],
  ['localhost', 'sent', 1],
  // The same machine, under names that another could bear.
  ['127.1', 'refused', 0],
  ['mail.localhost', 'refused', 0],
])('%s: %s', async (host, handed, taken) => {
  const before = texts
  const mail = openMail(`smtp://${host}:${port}`, 'letters@example.org')
  expect(await mail.hand(LETTER)).toBe(handed)
  mail.close()
  expect(texts - before).toBe(taken)
})
