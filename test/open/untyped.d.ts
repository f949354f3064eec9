/** Packages of tests that bring no types of their own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown)
    readonly data: readonly Record<string, unknown>[]
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
declare module '@citation-js/plugin-csl'
