/** A passphrase typed at a terminal, unseen; or the first line of what is piped in. It is never an argument, which others on the machine could read. */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { refuse } from '../core/faults.ts'

export async function askPassphrase(question: string): Promise<string> {
  const { stdin: input, stderr } = process
  if (input.isTTY) stderr.write(`${question} `)
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: unseen, terminal: input.isTTY === true })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    if (input.isTTY) stderr.write('\n')
  }
}

/** Of a key that is made: a slip of the hand that nobody saw would make one that nobody ever opens. What is piped in was seen. */
export async function newPassphrase(
  questions: readonly [string, string],
  ask: (question: string) => Promise<string> = askPassphrase,
  isTyped: boolean = process.stdin.isTTY === true,
): Promise<string> {
  const first = await ask(questions[0])
  if (first === '') throw refuse('sealed.passphrase')
  if (isTyped && (await ask(questions[1])) !== first) throw refuse('sealed.twice')
  return first
}
