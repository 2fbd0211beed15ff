/** Where people begin with their company, and where its provider leads them back to. */
export const companyPath = '/sign-in/company'

export interface CompanyWay {
  /** Who was asked to go this way. */
  readonly email?: string
  /** What the provider said in the address; nothing where somebody begins. */
  readonly back?: WayBack
}

export interface WayBack {
  readonly tenantId: string
  readonly code: string
  readonly state: string
  readonly iss: string | undefined
  /** The provider let nobody through. */
  readonly isRefused: boolean
}

/** The address to begin at, for somebody whose e-mail is known; the fragment stays in the browser. */
export const companyPathFor = (email: string) =>
  `${companyPath}#${new URLSearchParams({ email }).toString()}`

/** Reads the address once, and takes what opens something out of it at once: it stays in memory alone. */
export function takeCompanyWay(
  { pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>,
  history: Pick<History, 'replaceState' | 'state'>,
): CompanyWay | undefined {
  if (pathname === companyPath) {
    if (hash) history.replaceState(history.state, '', companyPath)
    const email = new URLSearchParams(hash.slice(1)).get('email')
    return email === null ? {} : { email }
  }
  if (!pathname.startsWith(`${companyPath}/`)) return undefined
  const said = new URLSearchParams(search)
  history.replaceState(history.state, '', companyPath)
  return {
    back: {
      tenantId: pathname.slice(companyPath.length + 1),
      code: said.get('code') ?? '',
      state: said.get('state') ?? '',
      iss: said.get('iss') ?? undefined,
      isRefused: !said.has('code'),
    },
  }
}
