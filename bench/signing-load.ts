/** Requests at a set pace in, how long each took and what failed out: whoever waits does not slow down who comes after them. */
import { pbkdf2 } from 'node:crypto'
import { Agent, request } from 'node:http'
import { answerOf, hasZeroBits, ROUNDS, readChallenge } from '../src/core/proof-of-work.ts'

export type Sent = { readonly path: string; readonly body: string | null }
export type Paced = {
  readonly sent: number
  readonly ok: number
  readonly seconds: number
  /** Milliseconds from the moment at which it was to be sent, the half and the 99th of a hundred. */
  readonly p50: number
  readonly p99: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 128 })

export const once = (port: number, { path, body }: Sent): Promise<number> =>
  new Promise((resolve) => {
    const asked = request(
      {
        ...{ host: '127.0.0.1', port, path, agent, method: body === null ? 'GET' : 'POST' },
        headers: {
          'Accept-Encoding': 'gzip',
          // As a proxy on this machine tells whose network it is: readers of a petition come from everywhere.
          'X-Forwarded-For': `10.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}.1`,
          ...(body !== null && {
            'Content-Type': 'application/x-www-form-urlencoded',
            'Content-Length': Buffer.byteLength(body),
          }),
        },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
        answer.on('error', () => resolve(0))
      },
    )
    asked.on('error', () => resolve(0))
    asked.end(body ?? undefined)
  })

const part = (sorted: readonly number[], of: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0

/** `ports` are taken in turn. The clock of each request starts when it was due, also if it could not be sent then. */
export async function paced(
  ports: readonly number[],
  all: readonly Sent[],
  perSecond: number,
): Promise<Paced & { readonly done: readonly Sent[] }> {
  const began = performance.now()
  const took: number[] = []
  const done: Sent[] = []
  const running = new Set<Promise<void>>()
  for (const [at, one] of all.entries()) {
    const due = began + (at * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait))
    const work = once(ports[at % ports.length] ?? 0, one).then((status) => {
      took.push(performance.now() - due)
      if (status === 200) done.push(one)
    })
    running.add(work)
    void work.finally(() => running.delete(work))
  }
  await Promise.all(running)
  took.sort((a, b) => a - b)
  const seconds = (performance.now() - began) / 1000
  return { sent: all.length, ok: done.length, seconds, p50: part(took, 0.5), p99: part(took, 0.99), done }
}

/** As fast as they are answered, so many at once. */
export async function asFastAsTheyGo(
  ports: readonly number[],
  all: readonly Sent[],
  atOnce: number,
): Promise<{ readonly ok: number; readonly seconds: number }> {
  const began = performance.now()
  let [next, ok] = [0, 0]
  const one = async (): Promise<void> => {
    for (let at = next++; at < all.length; at = next++) {
      const sent = all[at]
      if (sent && (await once(ports[at % ports.length] ?? 0, sent)) === 200) ok += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return { ok, seconds: (performance.now() - began) / 1000 }
}

/** Challenges of the form asked for and answered before the clock runs: two cores that serve cannot be a thousand browsers as well. */
export async function workFor(port: number, form: string, n: number): Promise<readonly string[]> {
  const all: string[] = []
  const one = async (): Promise<void> => {
    while (all.length < n) all.push(await answered(await textAt(port, `/effort/${form}`)))
  }
  await Promise.all(Array.from({ length: Math.min(n, 16) }, one))
  return all.slice(0, n)
}

const textAt = async (port: number, path: string): Promise<string> =>
  (
    await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: {
        'X-Forwarded-For': `10.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}.2`,
      },
    })
  ).text()

async function answered(signed: string): Promise<string> {
  const bits = readChallenge(signed)?.challenge.bits ?? 0
  for (let number = 0; ; number += 1) {
    const hash = await new Promise<Buffer>((resolve, reject) =>
      pbkdf2(signed, String(number), ROUNDS, 32, 'sha256', (error, made) =>
        error ? reject(error) : resolve(made),
      ),
    )
    if (hasZeroBits(hash, bits)) return answerOf(signed, number)
  }
}

export const closeLoad = (): void => agent.destroy()
