/** Letters that wait, handed over every minute for as long as the site is served; those of a week made on its Monday. */
import type { App } from '../app/open-app.ts'
import type { openPost } from '../app/post.ts'
import { noteMailings } from '../usecases/act/note-mailings.ts'
import { queueMailings } from '../usecases/act/queue-mailings.ts'
import { queueDigests } from '../usecases/letters/queue-digests.ts'
import { sendLetters, settleUnsure } from '../usecases/letters/send-letters.ts'
import { eachMinute } from './each-minute.ts'

type Carried = NonNullable<ReturnType<typeof openPost>>

/** Whoever has to confirm waits for it: many letters leave side by side. A kill leaves at most so many that nobody knows of. */
const HANDS = 4

/** Returns what stops it: the letter in hand is finished first. */
export async function carryLetters(
  app: App,
  post: Carried['post'],
  mail: Carried['mail'],
  /** While the house is shut nothing leaves it. */
  isShut: () => boolean = () => false,
): Promise<() => Promise<void>> {
  await settleUnsure(post, mail)
  const work = async (): Promise<void> => {
    if (isShut()) return
    await queueDigests(post)
    await queueMailings(post)
    const { unwritten } = await sendLetters(post, mail, HANDS)
    if (unwritten > 0) process.stderr.write(`letters: ${unwritten} could not be written, and wait\n`)
    await noteMailings(app)
  }
  const stop = eachMinute('letters', work)
  return async () => {
    await stop()
    mail.close()
  }
}
