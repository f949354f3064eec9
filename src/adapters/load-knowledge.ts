/** The folders monitors and lawyers own in; everything the program knows, validated, out; or every fault in all of them. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Codebook } from '../core/codebook.ts'
import { type Fault, Refusal } from '../core/faults.ts'
import { LANGUAGES, type Language } from '../core/language.ts'
import type { NameRules } from '../core/names/rules.ts'
import type { Pack } from '../core/pack.ts'
import type { Reading } from '../core/reading.ts'
import type { Tell } from '../core/tell.ts'
import type { Words } from '../core/words.ts'
import { loadCodebook } from './load-codebook.ts'
import { loadNames } from './load-names.ts'
import { loadPack } from './load-pack.ts'
import { cardFaults } from './load-pack-cards.ts'
import { kitFaults } from './load-pack-kits.ts'
import { loadReading } from './load-reading.ts'
import { loadTell } from './load-tell.ts'
import { loadWords } from './load-words.ts'

export type Knowledge = {
  readonly codebook: Codebook
  readonly packs: ReadonlyMap<string, Pack>
  /** Languages the program can read incidents in. */
  readonly readings: ReadonlyMap<Language, Reading>
  readonly words: Readonly<Record<Language, Words>>
  readonly tells: Readonly<Record<Language, Tell>>
  /** How two spellings are seen to be one name. */
  readonly names: NameRules
}

export function loadKnowledge(root: string): Knowledge {
  const faults: Fault[] = []
  const codebook = loadCodebook(root, faults)
  const packs = packIds(root).map((id) => [id, loadPack(root, id, faults)] as const)
  if (codebook)
    for (const [id, pack] of packs)
      faults.push(
        ...cardFaults(id, pack?.cards.values() ?? [], {
          acts: codebook.acts,
          standards: codebook.standards,
        }),
        ...kitFaults(id, pack?.kits.values() ?? [], codebook),
      )
  const readings = readableLanguages(root).map(
    (language) => [language, readingOf(root, language, faults)] as const,
  )
  const words = LANGUAGES.map((language) => [language, loadWords(root, language, faults)] as const)
  const tells = codebook
    ? LANGUAGES.map((language) => [language, loadTell(root, language, codebook, faults)] as const)
    : []
  const names = loadNames(root, faults)
  if (faults.length > 0 || !codebook || !names) throw new Refusal(faults)
  return {
    codebook,
    packs: new Map(packs.flatMap(([id, pack]) => (pack ? [[id, pack]] : []))),
    readings: new Map(readings.flatMap(([language, reading]) => (reading ? [[language, reading]] : []))),
    words: Object.fromEntries(words) as Record<Language, Words>,
    tells: Object.fromEntries(tells) as Record<Language, Tell>,
    names,
  }
}

/** Every folder of packs/ but the languages is a country. */
const packIds = (root: string): readonly string[] =>
  readdirSync(join(root, 'packs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'lang')
    .map((entry) => entry.name)
    .sort()

const readableLanguages = (root: string): readonly Language[] =>
  LANGUAGES.filter((language) => existsSync(join(root, 'packs', 'lang', language, 'read')))

function readingOf(root: string, language: Language, faults: Fault[]): Reading | null {
  try {
    return loadReading(root, language)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    faults.push(...error.faults)
    return null
  }
}
