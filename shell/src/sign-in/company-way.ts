/** Where people begin with their company, and where its provider leads them back to. */
export const companyPath = '/sign-in/company'

export interface CompanyWay {
  /** Who was asked to go this way. */
  readonly email?: string
  /** Where they were going when they were asked to sign in: a path of ours. */
  readonly goingTo?: string
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

/** The address to begin at, with what is known of somebody; the fragment stays in the browser. */
export function companyPathFor({ email, goingTo }: Omit<CompanyWay, 'back'>): string {
  const known = new URLSearchParams({ ...(email && { email }), ...(goingTo && { goingTo }) })
  return known.size > 0 ? `${companyPath}#${known.toString()}` : companyPath
}

/** Reads the address once, and takes what opens something out of it at once: it stays in memory alone. */
export function takeCompanyWay(
  { pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>,
  history: Pick<History, 'replaceState' | 'state'>,
): CompanyWay | undefined {
  if (pathname === companyPath) {
    if (hash) history.replaceState(history.state, '', companyPath)
    const known = new URLSearchParams(hash.slice(1))
    const [email, goingTo] = [known.get('email'), known.get('goingTo')]
    return { ...(email !== null && { email }), ...(goingTo !== null && { goingTo }) }
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
