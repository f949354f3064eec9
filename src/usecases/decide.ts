/** Any decision in, carried out by the use case of its record; the derived tiers it touches are made anew. */
import type { Decided } from '../core/decided.ts'
import type { Context } from './context.ts'
import { decideIncident } from './decide-incident.ts'
import { recordPerson } from './record-person.ts'
import { recordProceeding } from './record-proceeding.ts'
import { recordReply } from './record-reply.ts'
import { recordRetention } from './record-retention.ts'

export async function decide(context: Context, decided: Decided): Promise<void> {
  switch (decided.record) {
    case 'incident':
      return decideIncident(context, decided)
    case 'person':
      return recordPerson(context, decided)
    case 'proceeding':
      return recordProceeding(context, decided)
    case 'reply':
      return recordReply(context, decided)
    case 'retention':
      return recordRetention(context, decided)
  }
}
