/** A group's tactic that may be public in, the same for readers out; null where its words would name somebody. */
import type { PublicTactic, Tactic } from '../tactic.ts'
import { wordsOfTactic } from '../tactic.ts'
import { mayStand } from './may-stand.ts'
import type { NamesInWords } from './names-in-words.ts'
import { asPublic } from './project.ts'

/** A tactic is about no one person: it names nobody, whoever may be named elsewhere. */
export const projectTactic = (tactic: Tactic, on: string, names: NamesInWords): PublicTactic | null =>
  wordsOfTactic(tactic).every((words) => mayStand(words, names, [])) ? asPublic({ ...tactic, on }) : null
