/** Expected errors: a code, an HTTP status, a process exit code and parameters; the words come from locales/. */
export const FAULT_CODES = {
  'input.empty': { status: 422, exit: 65 },
  'input.binary': { status: 415, exit: 65 },
  'input.encoding': { status: 415, exit: 65 },
  'input.too-large': { status: 413, exit: 65 },
  'input.media-type': { status: 415, exit: 65 },
  'input.not-found': { status: 404, exit: 66 },
  'input.duplicate': { status: 409, exit: 0 },
  'input.language': { status: 422, exit: 65 },
  'input.locked': { status: 422, exit: 65 },
  'input.scanned': { status: 422, exit: 65 },
  'input.pages': { status: 413, exit: 65 },
  'input.unpacked': { status: 413, exit: 65 },
  'input.broken': { status: 422, exit: 65 },
  'input.entities': { status: 422, exit: 65 },
  'input.slow': { status: 413, exit: 65 },
  'input.row': { status: 422, exit: 65 },
  'input.quote': { status: 422, exit: 65 },
  'input.date-future': { status: 422, exit: 65 },
  'input.date-past': { status: 422, exit: 65 },
  'input.date': { status: 422, exit: 65 },
  'input.json': { status: 422, exit: 65 },
  'input.value': { status: 422, exit: 65 },
  'inbox.cancelled': { status: 410, exit: 65 },
  'inbox.gone': { status: 404, exit: 66 },
  'inbox.both': { status: 422, exit: 65 },
  'inbox.full': { status: 429, exit: 65 },
  'link.other': { status: 409, exit: 65 },
  'list.none': { status: 422, exit: 65 },
  'list.sheet': { status: 404, exit: 66 },
  'list.once': { status: 422, exit: 65 },
  'list.order': { status: 422, exit: 65 },
  'list.unmapped': { status: 422, exit: 65 },
  'list.rows': { status: 413, exit: 65 },
  'list.nothing': { status: 422, exit: 65 },
  'model.none': { status: 409, exit: 64 },
  'model.inside': { status: 403, exit: 77 },
  'model.too-long': { status: 413, exit: 65 },
  'model.unreachable': { status: 502, exit: 69 },
  'model.answer': { status: 502, exit: 69 },
  'ooni.shape': { status: 422, exit: 65 },
  'ooni.value': { status: 422, exit: 65 },
  'ooni.sum': { status: 422, exit: 65 },
  'ooni.probe-ip': { status: 422, exit: 65 },
  'ooni.too-many': { status: 413, exit: 65 },
  'link.column': { status: 422, exit: 65 },
  'link.no-id': { status: 422, exit: 65 },
  'link.id-twice': { status: 422, exit: 65 },
  'link.nothing': { status: 422, exit: 65 },
  'estimate.lists': { status: 422, exit: 65 },
  'estimate.heading': { status: 422, exit: 65 },
  'estimate.cell': { status: 422, exit: 65 },
  'estimate.count': { status: 422, exit: 65 },
  'estimate.nobody': { status: 422, exit: 65 },
  'estimate.empty': { status: 422, exit: 65 },
  'estimate.draws': { status: 422, exit: 65 },
  'estimate.setting': { status: 422, exit: 64 },
  'estimate.cancelled': { status: 410, exit: 65 },
  'estimate.gone': { status: 404, exit: 66 },
  'estimate.full': { status: 429, exit: 65 },
  'pack.unknown': { status: 404, exit: 64 },
  'data.invalid': { status: 500, exit: 78 },
  'config.invalid': { status: 500, exit: 78 },
  'record.unknown': { status: 404, exit: 66 },
  'move.state': { status: 409, exit: 65 },
  'move.coder': { status: 403, exit: 77 },
  'move.reason': { status: 422, exit: 65 },
  'move.reply': { status: 409, exit: 65 },
  'move.second': { status: 409, exit: 65 },
  'access.forbidden': { status: 403, exit: 77 },
  'export.waiting': { status: 409, exit: 65 },
  'export.ended': { status: 410, exit: 65 },
  'export.own': { status: 403, exit: 77 },
  'export.empty': { status: 409, exit: 65 },
  'passage.not-found': { status: 422, exit: 65 },
  'review.field': { status: 422, exit: 65 },
  'review.unknown': { status: 422, exit: 65 },
  'review.number': { status: 422, exit: 65 },
  'review.date': { status: 422, exit: 65 },
  'review.one': { status: 422, exit: 65 },
  'review.words': { status: 422, exit: 65 },
  'review.person': { status: 422, exit: 65 },
  'review.reason': { status: 422, exit: 65 },
  'review.between': { status: 409, exit: 65 },
  'review.undo': { status: 409, exit: 65 },
  'ask.words': { status: 422, exit: 65 },
  'ask.reader': { status: 422, exit: 65 },
  'ask.closed': { status: 409, exit: 65 },
  'second.own': { status: 403, exit: 77 },
  'second.done': { status: 409, exit: 65 },
  'hand.words': { status: 422, exit: 65 },
  'hand.way': { status: 422, exit: 65 },
  'hand.nothing': { status: 422, exit: 65 },
  'hand.origin': { status: 422, exit: 65 },
  'hand.link': { status: 422, exit: 65 },
  'hand.links': { status: 422, exit: 65 },
  'hand.here': { status: 409, exit: 65 },
  'hand.open': { status: 422, exit: 65 },
  'hand.name': { status: 422, exit: 65 },
  'store.unreachable': { status: 503, exit: 69 },
  'store.locale': { status: 503, exit: 69 },
  'log.broken': { status: 500, exit: 70 },
  'log.erased': { status: 409, exit: 65 },
  'request.forged': { status: 403, exit: 77 },
  'request.too-many': { status: 429, exit: 77 },
  'page.not-found': { status: 404, exit: 66 },
  'account.signed-out': { status: 401, exit: 77 },
  'account.refused': { status: 401, exit: 77 },
  'account.slow': { status: 429, exit: 77 },
  'account.away': { status: 403, exit: 77 },
  'account.confirm': { status: 403, exit: 77 },
  'account.handle': { status: 422, exit: 65 },
  'account.handle-taken': { status: 409, exit: 65 },
  'account.code': { status: 422, exit: 65 },
  'account.passkey': { status: 422, exit: 65 },
  'account.passkey-address': { status: 422, exit: 65 },
  'account.last-way': { status: 409, exit: 65 },
  'account.own': { status: 409, exit: 65 },
  'account.unknown': { status: 404, exit: 66 },
  'account.role': { status: 422, exit: 65 },
  'organisation.unknown': { status: 404, exit: 66 },
  'organisation.known': { status: 409, exit: 65 },
  'organisation.name': { status: 422, exit: 65 },
  'invitation.unknown': { status: 404, exit: 66 },
  'passphrase.short': { status: 422, exit: 65 },
  'passphrase.long': { status: 422, exit: 65 },
  'passphrase.handle': { status: 422, exit: 65 },
  'passphrase.easy': { status: 422, exit: 65 },
  usage: { status: 400, exit: 64 },
} as const satisfies Record<string, { status: number; exit: number }>
export type FaultCode = keyof typeof FAULT_CODES

export type Params = Readonly<Record<string, string | number>>

/** One thing wrong; `where` is `file:line:column` or a field name. */
export type Fault = { readonly code: FaultCode; readonly where?: string; readonly params: Params }

/** Thrown at the edge with every fault found, never only the first. */
export class Refusal extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(
      faults
        .map((one) => `${one.where ? `${one.where}: ` : ''}${one.code} ${JSON.stringify(one.params)}`)
        .join('\n'),
    )
    this.name = 'Refusal'
    this.faults = faults
  }
  get code(): FaultCode {
    return this.faults[0]?.code ?? 'usage'
  }
  get status(): number {
    return FAULT_CODES[this.code].status
  }
  get exit(): number {
    return FAULT_CODES[this.code].exit
  }
}

export const refuse = (code: FaultCode, params: Params = {}, where?: string): Refusal =>
  new Refusal([where === undefined ? { code, params } : { code, params, where }])
