/** What a browser says of itself in, words coarse enough to be shared by thousands out. Nothing else of it is kept. */
const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(?:e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

export function deviceOf(agent: string): string {
  const browser = BROWSERS.find(([shape]) => shape.test(agent))?.[1] ?? '?'
  const system = SYSTEMS.find(([shape]) => shape.test(agent))?.[1] ?? '?'
  return `${browser}, ${system}`
}
