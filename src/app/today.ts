/** The clock in, the day out. */
import { type Clock, systemClock, today } from '../adapters/clock.ts'

export const todayIs = (clock: Clock = systemClock): string => today(clock)
