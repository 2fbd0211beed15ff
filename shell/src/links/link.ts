/** The pages that mails lead to. What opens them stands in the fragment, which no server ever sees. */
const pages = {
  '/reset-password': 'reset-password',
  '/sign-up': 'sign-up',
  '/confirm-email': 'confirm-email',
  '/accept-invite': 'accept-invite',
} as const

export interface MailLink {
  readonly page: (typeof pages)[keyof typeof pages]
  /** Works once; where there is none, the page asks for what leads to one. */
  readonly token: string | undefined
}

/** Reads the address once, and takes the token out of it at once: it stays in memory alone. */
export function takeLink(
  { pathname, hash }: Pick<Location, 'pathname' | 'hash'>,
  history: Pick<History, 'replaceState' | 'state'>,
): MailLink | undefined {
  const page = Object.entries(pages).find(([path]) => path === pathname)?.[1]
  if (!page) return undefined
  const token = hash.slice(1)
  if (token) history.replaceState(history.state, '', pathname)
  return { page, token: token || undefined }
}

/** Where the page stands already, its link changes the fragment alone: it is opened like any other. */
export function openFurtherLinks(page: Window): void {
  page.addEventListener('hashchange', () => {
    const { pathname, hash } = page.location
    if (hash && pathname in pages) page.location.reload()
  })
}
