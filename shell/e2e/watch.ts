/** What no journey may meet, whatever it is about: it is noted here and held against every one. */
import type { BrowserContext, Request } from '@playwright/test'
import type { House } from './house.ts'

/**
 * Follows all pages of a context. The list that it returns grows by each request that is not in the
 * published description (XC-10), each one to a third party, each violation of a policy, each error
 * that no one caught, and each answer that says that the server failed.
 */
export async function watch(context: BrowserContext, house: House): Promise<readonly string[]> {
  const faults: string[] = []
  const note = (fault: string) => void faults.push(fault)

  context.on('request', (request) => {
    const fault = strangeness(request, house)
    if (fault) note(fault)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) note(`${response.status()} from ${response.url()}`)
  })
  context.on('weberror', (error) => note(`not caught: ${error.error().stack}`))
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !answersOfTheServer.test(text)) note(`console: ${text}`)
  })
  await context.exposeBinding('noteViolation', ({ frame }, violation: string) =>
    note(`${violation} in ${frame.url()}`),
  )
  await context.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile }) =>
        Reflect.get(window, 'noteViolation')(`${violatedDirective}: ${blockedURI} (${sourceFile})`),
      true,
    )
  })
  return faults
}

/** A refusal is told by the browser as an error too; each journey knows which it provokes. */
const answersOfTheServer = new RegExp(
  [
    '^Failed to load resource: the server responded with a status of 4\\d\\d',
    // The refusal of a release that was taken away, where a script was asked for.
    "^Refused to execute script from '[^']+/modules/[^']+' because its MIME type \\('application/problem\\+json'\\)",
  ].join('|'),
)

function strangeness(
  request: Request,
  { url, staffUrl, portalUrl, operations }: House,
): string | undefined {
  const { origin, pathname, protocol } = new URL(request.url())
  if (!protocol.startsWith('http')) return undefined
  if (origin === portalUrl) return undefined
  if (origin !== url && origin !== staffUrl) return `a request to a third party: ${request.url()}`
  if (!pathname.startsWith('/v1/')) return undefined
  const asked = `${request.method()} ${pathname}`
  const isPublished = operations.some((operation) =>
    new RegExp(`^${operation.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(asked),
  )
  return isPublished ? undefined : `XC-10 a request that nobody has published: ${asked}`
}
