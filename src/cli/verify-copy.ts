/** A copy of the site in, whether it is whole, how old it is and how it stands to another out; needs no database. */
import { todayIs } from '../app/today.ts'
import { ageOf, OLD_AFTER } from '../core/mirror-age.ts'
import type { Words } from '../core/words.ts'
import { seenCopy } from '../usecases/mirror/seen-copy.ts'
import { verifyMirror } from '../usecases/mirror/verify-mirror.ts'
import { type Given, textOption } from './verb.ts'

export function verifyCopy(given: Given, folder: string, today = todayIs()): number {
  const { say, data, note, words } = given.terminal
  const said = textOption(given, 'seen')
  const seen = said === undefined ? null : seenCopy(said)
  const found = verifyMirror(folder, textOption(given, 'fingerprint') ?? null, seen)
  const { files, made, fingerprint, isSigned, isExpectedKey, beside, wrong } = found
  const number = String(found.number)
  if (!isSigned) say(words.t('cli.mirror.signature'))
  if (isExpectedKey === false) say(words.t('cli.mirror.key', { fingerprint }))
  const isLatest = beside === null || beside === 'newer' || beside === 'same'
  if (isSigned && !isLatest)
    say(words.t(`cli.mirror.beside.${beside}`, { number, other: String(seen?.number) }))
  for (const { kind, path } of wrong) say(words.t(`cli.mirror.${kind}`, { path }))
  const isWhole = isSigned && isExpectedKey !== false && isLatest && wrong.length === 0
  if (isWhole) say(words.t('cli.mirror.whole', { files, number, fingerprint }))
  // What nobody signed may say any day.
  if (isSigned) for (const line of ageTold(words, made, today)) say(line)
  if (isWhole && isExpectedKey === null) note(words.t('cli.mirror.unknown-key'))
  data({ ...found, age: isSigned ? ageOf(made, today) : null })
  return isWhole ? 0 : 1
}

/** Told, and no fault: a copy that was carried in through a long shutdown is as good as it can be. */
function ageTold({ t }: Words, day: string, today: string): readonly string[] {
  const n = ageOf(day, today)
  if (n === null) return [t('mirror.said.ahead', { day })]
  if (n === 0) return [t('mirror.said.today', { day })]
  return [t('mirror.said.age', { n, day }), ...(n > OLD_AFTER ? [t('mirror.said.old')] : [])]
}
