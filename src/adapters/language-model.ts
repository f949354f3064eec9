/** Messages for a language model in, the words of its answer out: from one address, within bounds, or a refusal that says why. */
import { refuse } from '../core/faults.ts'

/** An OpenAI-compatible endpoint; off unless the operator names one. */
export type Model = { readonly url: string; readonly name: string; readonly key: string }
export type Message = { readonly role: 'system' | 'user'; readonly content: string }

const MOST_MS = 120_000
const MOST_BYTES = 2_000_000

/** Redirects are refused: the text goes to the address that was shown, and to no other. */
export async function askModel(
  { url, name, key }: Model,
  messages: readonly Message[],
  mostMs: number = MOST_MS,
): Promise<string> {
  let body: string
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(mostMs),
      headers: { 'Content-Type': 'application/json', ...(key !== '' && { Authorization: `Bearer ${key}` }) },
      body: JSON.stringify({
        model: name,
        messages,
        temperature: 0,
        response_format: { type: 'json_object' },
      }),
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      throw refuse('model.unreachable', { problem: `HTTP ${answer.status}` })
    }
    body = await textOf(answer)
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    throw refuse('model.unreachable', { problem: isLate ? `> ${mostMs / 1000} s` : 'fetch' })
  }
  return contentOf(body)
}

async function textOf(answer: Response): Promise<string> {
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) throw refuse('model.answer')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function contentOf(body: string): string {
  try {
    const { choices } = JSON.parse(body) as { choices?: readonly { message?: { content?: unknown } }[] }
    const content = choices?.[0]?.message?.content
    if (typeof content === 'string') return content
  } catch {
    // Told below, like an answer of another shape.
  }
  throw refuse('model.answer')
}
