/** The route by which a public form asks for its challenge, and the script that answers it. */
import type { Hono } from 'hono'
import { type FormGate, scriptFor } from '../../app/serving.ts'
import { refuse } from '../../core/faults.ts'

const TYPE = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }

/** `gates`: of the forms that ask for work. The challenge stands apart from the page, which can then be kept and shown to many. */
export function workRoutes(app: Hono, gates: readonly FormGate[]): void {
  app.get('/assets/work.js', async (c) => c.body(await scriptFor('web/islands/work.ts'), 200, TYPE))
  app.get('/effort/:form', (c) => {
    const gate = gates.find((one) => one.form === c.req.param('form'))
    if (!gate?.asks) throw refuse('page.not-found')
    return c.text(gate.challenge(), 200, { 'Cache-Control': 'no-store' })
  })
}
