/** What somebody follows in, its part of an address out: a country, a law, a topic, a case. */
import type { Freedom } from '../../core/values.ts'

export type FeedSubject =
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'law'; readonly country: string; readonly provision: string }
  | { readonly kind: 'topic'; readonly country: string; readonly topic: Freedom }
  /** The register of recommendations. */
  | { readonly kind: 'recommendations'; readonly country: string }
  /** A legal journey, by the id of its public proceeding. */
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'campaign'; readonly id: string }

export function subjectPath(subject: FeedSubject): string {
  switch (subject.kind) {
    case 'country':
      return subject.country
    case 'law':
      return `${subject.country}/law/${encodeURIComponent(subject.provision)}`
    case 'topic':
      return `${subject.country}/topic/${subject.topic}`
    case 'recommendations':
      return `${subject.country}/recommendations`
    case 'case':
    case 'campaign':
      return `${subject.kind}/${encodeURIComponent(subject.id)}`
  }
}
