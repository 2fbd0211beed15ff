import { headersFrom, type PageHeaders } from '../checks/headers.ts'

const timeoutMs = 8_000

/**
 * The headers of this very page, asked for once more: a page cannot read those that it came with.
 * Nothing where its server does not answer such a request, or its policy forbids it.
 */
export async function readHeaders(): Promise<PageHeaders | undefined> {
  try {
    const answer = await fetch(location.href, {
      method: 'HEAD',
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return answer.ok ? headersFrom(answer.headers, policiesInPage()) : undefined
  } catch {
    return undefined
  }
}

/** Policies that the document itself names. */
export function policiesInPage(): readonly string[] {
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[http-equiv][content]')
  return [...metas]
    .filter(({ httpEquiv }) => httpEquiv.toLowerCase() === 'content-security-policy')
    .map(({ content }) => content)
}
