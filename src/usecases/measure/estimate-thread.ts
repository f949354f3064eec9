/** Runs in a thread of its own: tables in, the parts as they are done and then the estimation out. */
import { parentPort, workerData } from 'node:worker_threads'
import { estimate } from '../../measure/estimate/estimate.ts'
import type { EstimateAnswer, EstimateWork } from './estimate-apart.ts'

const answer = (one: EstimateAnswer): void => parentPort?.postMessage(one)

/** Nobody reads faster than this. */
const TELL_EVERY_MS = 100
let told = 0
function tell(done: number, all: number): void {
  if (performance.now() - told < TELL_EVERY_MS) return
  told = performance.now()
  answer({ kind: 'part', done, all })
}

const { draws, methods, settings, rules } = workerData as EstimateWork
answer({ kind: 'done', estimation: estimate(draws, methods, settings, rules, tell) })
