/** A context in, the gate that its door shares out: challenges and tries of the program that runs. */
import { type Gate, openGate } from '../../adapters/gate.ts'
import type { Context } from '../context.ts'

export type { Gate }

export const newGate = (context: Pick<Context, 'clock'>): Gate => openGate(context.clock)
