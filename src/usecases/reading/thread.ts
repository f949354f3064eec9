/** Runs in a thread of its own: one file's bytes in, its Document or the faults of it out. */
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../core/faults.ts'
import { type Given, readDocument } from '../../document/read.ts'

const { bytes, given } = workerData as { readonly bytes: Uint8Array; readonly given: Given }
try {
  parentPort?.postMessage({ document: await readDocument(bytes, given) })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  parentPort?.postMessage({ faults: error.faults })
}
