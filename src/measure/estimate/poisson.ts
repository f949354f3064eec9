/** Counts and what may explain them → a Poisson regression with log link, by iteratively reweighted least squares. */
import { lnGamma } from './gamma.ts'
import { isReachable, type Matrix, nullSpace, solve } from './matrix.ts'

export type Fit = {
  readonly beta: readonly number[]
  readonly mu: readonly number[]
  readonly deviance: number
  readonly logLikelihood: number
  /** Variance of the first coefficient. */
  readonly variance: number
}

const MOST_ROUNDS = 60
const CLOSE = 1e-10

/** Null where it does not settle. `start`: coefficients to begin with. */
export function fitPoisson(x: Matrix, y: readonly number[], start?: readonly number[]): Fit | null {
  const p = x[0]?.length ?? 0
  const linear = (beta: readonly number[]): readonly number[] =>
    x.map((row) => row.reduce((sum, one, at) => sum + one * (beta[at] ?? 0), 0))
  let eta = start ? linear(start) : y.map((one) => Math.log(one + 0.5))
  let [beta, last]: [readonly number[], number] = [start ?? [], Number.POSITIVE_INFINITY]
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const mu = eta.map((one) => Math.exp(Math.min(one, 50)))
    const target = eta.map((one, i) => one + ((y[i] ?? 0) - (mu[i] ?? 1)) / (mu[i] ?? 1))
    const right = Array.from({ length: p }, (_, a) =>
      x.reduce((sum, row, i) => sum + (row[a] ?? 0) * (mu[i] ?? 0) * (target[i] ?? 0), 0),
    )
    const next = solve(information(x, mu), right)
    if (!next) return null
    beta = next
    eta = linear(beta)
    const now = devianceOf(y, eta)
    if (Math.abs(now - last) < CLOSE * (Math.abs(now) + 0.1)) return finish(x, y, beta, eta, now)
    last = now
  }
  return null
}

function finish(
  x: Matrix,
  y: readonly number[],
  beta: readonly number[],
  eta: readonly number[],
  deviance: number,
): Fit | null {
  const mu = eta.map(Math.exp)
  const unit = beta.map((_, at) => (at === 0 ? 1 : 0))
  const variance = solve(information(x, mu), unit)?.[0]
  if (variance === undefined) return null
  const logLikelihood = y.reduce(
    (sum, one, i) => sum + one * (eta[i] ?? 0) - (mu[i] ?? 0) - lnGamma(one + 1),
    0,
  )
  return { beta, mu, deviance, logLikelihood, variance }
}

function information(x: Matrix, mu: readonly number[]): number[][] {
  const p = x[0]?.length ?? 0
  const sum = Array.from({ length: p }, () => Array.from({ length: p }, () => 0))
  x.forEach((row, i) => {
    const weight = mu[i] ?? 0
    for (let a = 0; a < p; a += 1) {
      const [one, out] = [(row[a] ?? 0) * weight, sum[a] ?? []]
      if (one === 0) continue
      for (let b = 0; b <= a; b += 1) out[b] = (out[b] ?? 0) + one * (row[b] ?? 0)
    }
  })
  return sum.map((row, a) => row.map((one, b) => (b <= a ? one : (sum[b]?.[a] ?? 0))))
}

const devianceOf = (y: readonly number[], eta: readonly number[]): number =>
  y.reduce((sum, one, i) => {
    const linear = eta[i] ?? 0
    return sum + 2 * ((one > 0 ? one * (Math.log(one) - linear) : 0) - one + Math.exp(linear))
  }, 0)

export type Standing = 'fits' | 'not-identifiable' | 'no-estimate'

/**
 * Whether there is one set of finite coefficients that is likeliest, asked before anything is fitted. *Not identifiable*: some
 * coefficients can be exchanged for others without any cell noticing. *No estimate*: the likelihood still grows as some
 * coefficient leaves for infinity, which is so when a direction lowers cells that are empty and moves no other (Fienberg and
 * Rinaldo 2012). There is none exactly when weights above nothing balance the empty cells, which non-negative least squares
 * tells.
 */
export function standingOf(x: Matrix, y: readonly number[]): Standing {
  const p = x[0]?.length ?? 0
  if (x.length < p || nullSpace(x, p).length > 0) return 'not-identifiable'
  const unseen = nullSpace(
    x.filter((_, i) => (y[i] ?? 0) > 0),
    p,
  )
  if (unseen.length === 0) return 'fits'
  const empty = x.filter((_, i) => (y[i] ?? 0) === 0)
  const balance = unseen.map((z) =>
    empty.map((row) => row.reduce((sum, one, at) => sum + one * (z[at] ?? 0), 0)),
  )
  const wanted = balance.map((row) => -row.reduce((sum, one) => sum + one, 0))
  return isReachable(balance, wanted) ? 'fits' : 'no-estimate'
}
