/** A script of ours and the packages that it imports in, one text that a browser runs out: made when it is first asked for, from the very files that run here. */
import { fileURLToPath } from 'node:url'

const made = new Map<string, Promise<string>>()

/** `entry`: a file under src/. */
export function browserScript(entry: string): Promise<string> {
  const known = made.get(entry) ?? bundle(entry)
  made.set(entry, known)
  return known
}

async function bundle(entry: string): Promise<string> {
  const { rolldown } = await import('rolldown')
  const input = fileURLToPath(new URL(`../${entry}`, import.meta.url))
  const build = await rolldown({ input, platform: 'browser' })
  try {
    const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false })
    return output[0].code
  } finally {
    await build.close()
  }
}
