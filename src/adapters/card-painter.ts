/** A drawing in, the same as a PNG out: one thread for all, a bounded line of those who wait, the newest pictures kept. */
import { Worker } from 'node:worker_threads'
import { refuse } from '../core/faults.ts'
import { inXml } from '../core/in-xml.ts'
import type { CardAnswer, CardFiles } from './card-thread.ts'

export type Painter = {
  readonly paint: (svg: string) => Promise<Uint8Array<ArrayBuffer>>
  readonly close: () => Promise<void>
}

/** A picture is about 60 KB: what is kept stays under 20 MB. */
const KEPT = 300
/** A picture takes a tenth of a second; whoever would wait longer than a few of them is asked to come back. */
const WAITING = 40

type Waiting = {
  readonly resolve: (png: Uint8Array<ArrayBuffer>) => void
  readonly reject: (error: unknown) => void
}

/** The thread starts with the first picture and never keeps the program from ending. */
export function cardPainter(root: string): Painter {
  const modules = `${root}/node_modules`
  const files: CardFiles = {
    wasm: `${modules}/@resvg/resvg-wasm/index_bg.wasm`,
    fonts: ['latin', 'cyrillic', 'cyrillic-ext'].map(
      (part) => `${modules}/@fontsource-variable/literata/files/literata-${part}-wght-normal.woff2`,
    ),
  }
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0

  function started(): Worker {
    if (worker) return worker
    const made = new Worker(new URL('./card-thread.ts', import.meta.url), { workerData: files, execArgv: [] })
    made.unref()
    made.on('message', (answer: CardAnswer) => {
      const one = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('png' in answer) one?.resolve(answer.png)
      else one?.reject(new Error(`a card could not be drawn: ${answer.problem}`))
      if (waiting.size === 0) made.unref()
    })
    const gone = (error: unknown): void => {
      worker = null
      for (const one of waiting.values()) one.reject(error)
      waiting.clear()
    }
    made.once('error', gone)
    made.once('exit', () => gone(new Error('the thread that draws cards ended')))
    worker = made
    return made
  }

  function ask(svg: string): Promise<Uint8Array<ArrayBuffer>> {
    if (waiting.size >= WAITING) return Promise.reject(refuse('request.too-many', { seconds: 10 }))
    return new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      const thread = started()
      thread.ref()
      thread.postMessage({ id: last, svg })
    })
  }

  return {
    paint: (given) => {
      const svg = inXml(given)
      const known = kept.get(svg)
      const png = known ?? ask(svg)
      // Put last again: the oldest goes first. What failed is not kept.
      kept.delete(svg)
      kept.set(svg, png)
      png.catch(() => kept.delete(svg))
      if (kept.size > KEPT) kept.delete([...kept.keys()][0] ?? '')
      return png
    },
    close: async () => {
      await worker?.terminate()
    },
  }
}
