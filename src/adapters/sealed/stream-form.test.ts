import { describe, expect, it } from 'vitest'
import { newIdentity } from './age.ts'
import { streamForm } from './stream-form.ts'

const TYPE = 'multipart/form-data; boundary=a'
const LIMITS = { parts: 5, bytes: 100_000 }
const part = (name: string, more = ''): string =>
  `--a\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`

/** Whatever fails without being heard ends the program, and this test with it. */
describe('a form that is cut off', () => {
  it.each([
    ['in the words', `${part('words')}On 7 May`],
    ['in a file', `${part('file', '; filename="a.jpg"')}${'x'.repeat(200_000)}`],
    ['in a field', `${part('receipt')}abc`],
    ['behind a part', `${part('words')}On 7 May\r\n${part('file', '; filename="a.jpg"')}x`],
    ['in the head of a part', '--a\r\nContent-Dis'],
    ['before it begins', ''],
  ])('%s is refused', async (_where, body) => {
    const { key } = await newIdentity()
    const request = new Request('http://x/', { method: 'POST', body, headers: { 'Content-Type': TYPE } })
    await expect(streamForm(request, [key], LIMITS)).rejects.toThrow('Unexpected end of multipart data')
  })

  it('with its connection is refused', async () => {
    const { key } = await newIdentity()
    const body = new ReadableStream({
      start: (out) => out.enqueue(new TextEncoder().encode(`${part('words')}On 7 May`)),
      pull: (out) => out.error(new Error('aborted')),
    })
    const request = new Request('http://x/', {
      ...{ method: 'POST', body, headers: { 'Content-Type': TYPE } },
      duplex: 'half',
    } as RequestInit)
    await expect(streamForm(request, [key], LIMITS)).rejects.toThrow('aborted')
  })
})
