/** A file of certificates in PEM in, the certificates of time-stamp authorities that are believed out. */
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { refuse } from '../../core/faults.ts'

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** None for no file: then stamps are kept and not believed. */
export function believedIn(file: string): readonly X509Certificate[] {
  if (file === '') return []
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw refuse('input.not-found', { name: file })
  }
  try {
    const all = [...text.matchAll(BLOCK)].map(([block]) => new X509Certificate(block))
    if (all.length > 0) return all
  } catch {
    // Told below, as a file without any.
  }
  throw refuse('stamp.certificates', { file })
}
