/** Drawings as SVG in, the same as PNG out, in a thread of its own: WebAssembly without disk or network, with our own typeface and no other. */
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

export type CardFiles = { readonly wasm: string; readonly fonts: readonly string[] }
export type CardWork = { readonly id: number; readonly svg: string }
export type CardAnswer =
  | { readonly id: number; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly problem: string }

const { wasm, fonts } = workerData as CardFiles
await initWasm(readFileSync(wasm))
const fontBuffers = fonts.map((path) => new Uint8Array(readFileSync(path)))

parentPort?.on('message', ({ id, svg }: CardWork) => {
  parentPort?.postMessage(drawn(id, svg))
})

function drawn(id: number, svg: string): CardAnswer {
  try {
    const resvg = new Resvg(svg, {
      font: { fontBuffers, defaultFontFamily: 'Literata', loadSystemFonts: false },
    })
    const png = new Uint8Array(resvg.render().asPng())
    resvg.free()
    return { id, png }
  } catch (error) {
    return { id, problem: String(error) }
  }
}
