/** Letters that wait, handed over every minute for as long as the site is served; those of a week made on its Monday. */
import type { openPost } from '../app.ts'
import { queueDigests } from '../usecases/letters/queue-digests.ts'
import { sendLetters, settleUnsure } from '../usecases/letters/send-letters.ts'

type Carried = NonNullable<ReturnType<typeof openPost>>

const MINUTE = 60_000
/** Whoever has to confirm waits for it: many letters leave side by side. A kill leaves at most so many that nobody knows of. */
const HANDS = 4

/** Returns what stops it: the letter in hand is finished first. */
export async function carryLetters(
  post: Carried['post'],
  mail: Carried['mail'],
  /** While the house is shut nothing leaves it. */
  isShut: () => boolean = () => false,
): Promise<() => Promise<void>> {
  await settleUnsure(post, mail)
  let round: Promise<unknown> | null = null
  const work = async (): Promise<void> => {
    if (isShut()) return
    await queueDigests(post)
    await sendLetters(post, mail, HANDS)
  }
  const timer = setInterval(() => {
    // A server that is slow must not be asked by two rounds at once.
    round ??= work()
      .catch((error: unknown) =>
        process.stderr.write(`letters: ${error instanceof Error ? error.name : 'unknown error'}\n`),
      )
      .finally(() => {
        round = null
      })
  }, MINUTE)
  return async () => {
    clearInterval(timer)
    await round
    mail.close()
  }
}
