/** What somebody follows in, its part of an address out: a country, a law, a topic, a case. */
import type { Freedom } from '../../core/values.ts'

export type FeedSubject =
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'law'; readonly country: string; readonly provision: string }
  | { readonly kind: 'topic'; readonly country: string; readonly topic: Freedom }
  /** The register of recommendations. */
  | { readonly kind: 'recommendations'; readonly country: string }
  /** The steps of a bill, what is objected to it, and what records tell of it. */
  | { readonly kind: 'bill'; readonly country: string; readonly id: string }
  /** A legal journey, by the id of its public proceeding. */
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'campaign'; readonly id: string }

export function subjectPath(subject: FeedSubject): string {
  switch (subject.kind) {
    case 'country':
      return subject.country
    case 'law':
      return `${subject.country}/law/${encodeURIComponent(subject.provision)}`
    case 'bill':
      return `${subject.country}/bill/${encodeURIComponent(subject.id)}`
    case 'topic':
      return `${subject.country}/topic/${subject.topic}`
    case 'recommendations':
      return `${subject.country}/recommendations`
    case 'case':
    case 'campaign':
      return `${subject.kind}/${encodeURIComponent(subject.id)}`
  }
}
