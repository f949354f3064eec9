/** A grey picture and one language in, the lines that Tesseract makes out in it out. Nothing is fetched: program and data lie here. */
import { createRequire } from 'node:module'
import type { Model } from './models.ts'

const require = createRequire(import.meta.url)

export type Grey = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
export type ReadWord = { readonly text: string; readonly confidence: number }
export type ReadLine = { readonly bbox: Box; readonly baseline: Box; readonly words: readonly ReadWord[] }
type Told = {
  readonly blocks: readonly { readonly paragraphs?: readonly { readonly lines: readonly ReadLine[] }[] }[]
}

/** What is used of `tesseract.js-core`, which declares no types. */
type Api = {
  readonly Init: (path: null, language: string, mode: number) => number
  readonly SetVariable: (name: string, value: string) => void
  readonly SetImageFile: (orientation: number, angle: number) => number
  readonly Recognize: (monitor: null) => number
  readonly GetJSONText: () => string
  readonly Clear: () => void
}
type Core = {
  readonly FS: { readonly writeFile: (path: string, bytes: Uint8Array) => void }
  readonly TessBaseAPI: new () => Api
}

/** The neural reader; the older one needs data of its own. */
const LSTM_ONLY = 1

export type Engine = (picture: Grey, language: string) => readonly ReadLine[]

/**
 * The build with vectors and without «relaxed» ones, which may round otherwise on another machine. tesseract.js itself is
 * not used: it starts threads, and fetches what it does not find.
 */
export async function openEngine(models: readonly Model[]): Promise<Engine> {
  const core: Core = await require('tesseract.js-core/tesseract-core-simd-lstm.js')({
    TesseractProgress: () => {},
    print: () => {},
    printErr: () => {},
  })
  const open = new Map<string, Api>()
  const apiOf = (language: string): Api => {
    const known = open.get(language)
    if (known) return known
    const model = models.find((one) => one.name === language)
    if (!model) throw new Error(`no data of ${language}`)
    core.FS.writeFile(`${language}.traineddata`, model.load())
    const api = new core.TessBaseAPI()
    if (api.Init(null, language, LSTM_ONLY) !== 0) throw new Error(`data of ${language} is not read`)
    api.SetVariable('user_defined_dpi', '250')
    open.set(language, api)
    return api
  }
  return ({ width, height, pixels }, language) => {
    const api = apiOf(language)
    const head = new TextEncoder().encode(`P5 ${width} ${height} 255\n`)
    const file = new Uint8Array(head.length + pixels.length)
    file.set(head)
    file.set(pixels, head.length)
    core.FS.writeFile('/input', file)
    if (api.SetImageFile(1, 0) !== 0) throw new Error('the picture is not read')
    api.Recognize(null)
    const told = JSON.parse(api.GetJSONText()) as Told
    api.Clear()
    return told.blocks.flatMap((block) => (block.paragraphs ?? []).flatMap((one) => one.lines))
  }
}
