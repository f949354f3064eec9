/** A passphrase typed at a terminal, unseen; or the first line of what is piped in. It is never an argument, which others on the machine could read. */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

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
