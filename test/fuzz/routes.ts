/** An app → its routes, each with a pattern; an address → the route that answers it. */

export type Route = { readonly method: string; readonly path: string; readonly pattern: RegExp }
type Routed = { readonly routes: readonly { readonly method: string; readonly path: string }[] }

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+').replace(/\*$/, '.*')}$`)

/** Once each, in the order in which they are asked; what only stands in between answers nothing. */
export function routesOf(app: Routed): readonly Route[] {
  const seen = new Set<string>()
  return app.routes.flatMap(({ method, path }) => {
    if (!['GET', 'POST'].includes(method) || seen.has(`${method} ${path}`)) return []
    seen.add(`${method} ${path}`)
    return [{ method, path, pattern: patternOf(path) }]
  })
}

export const routeAt = (routes: readonly Route[], method: string, pathname: string): Route | undefined =>
  routes.find((one) => one.method === method && one.pattern.test(pathname))

export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`
