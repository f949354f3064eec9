/** A series of invented measurements of a given size in; how long it takes to count them, and the most memory it took, out. */
import { jsonLines, measurement } from '../src/document/ooni/fixture.ts'
import { readChunks } from '../src/document/read-chunks.ts'

const megabytes = Number(process.argv[2] ?? 200)
const MB = 1024 * 1024
const PER_CHUNK = 700

let [bytes, most, n] = [0, 0, 0]
function* chunks(): Generator<Uint8Array> {
  while (bytes < megabytes * MB) {
    const rows = Array.from({ length: PER_CHUNK }, () => {
      n += 1
      const day = `2024-04-${String((n % 30) + 1).padStart(2, '0')}`
      const about = { site: `site-${n % 50}.example`, asn: 9000 + (n % 6), day, n }
      return measurement(
        { ...about, failure: n % 3 === 0 ? null : 'generic_timeout_error' },
        {},
        { pad: 'x'.repeat(1500) },
      )
    })
    const chunk = jsonLines(rows)
    bytes += chunk.length
    most = Math.max(most, process.memoryUsage().rss)
    yield chunk
  }
}
const begun = performance.now()
const { text } = readChunks(chunks())
const seconds = ((performance.now() - begun) / 1000).toFixed(1)
console.log(
  `ooni: ${Math.round(bytes / MB)} MB, ${n} measurements in ${seconds} s, made while they are read; most memory ${Math.round(most / MB)} MB; text ${Math.round(text.length / 1024)} KB`,
)
