/** The bodies.yaml of each language in, the words beside the name of a body that are not of it out, of all languages together. */
import { join } from 'node:path'
import { z } from 'zod'
import type { Fault } from '../core/faults.ts'
import { LANGUAGES } from '../core/language.ts'
import type { Pack } from '../core/pack.ts'
import { readYaml } from './yaml-file.ts'

const words = z.array(z.string().trim().min(1))
const file = z.strictObject({ reviewedBy: z.string().nullable(), articles: words, before_place: words })

export function loadBesideBodies(root: string, faults: Fault[]): Pack['besideBodies'] {
  const read = LANGUAGES.flatMap((language) => {
    const path = `packs/lang/${language}/bodies.yaml`
    return readYaml(join(root, path), path, file, faults) ?? []
  })
  return {
    articles: read.flatMap((one) => one.articles),
    beforePlace: read.flatMap((one) => one.before_place),
  }
}
