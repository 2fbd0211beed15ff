import type { Factors } from '@sonaqor/contract/factors'
import type { Key } from '@sonaqor/contract/keys'
import { useFoothold, useModule, useQuery } from '@sonaqor/module'
import { useId } from 'react'

/** What an act at a key takes of whoever does it, beside their scopes. */
export interface FactorOwed {
  /** A second factor is asked for, unless it was shown a short while ago. */
  readonly isAsked: boolean
  /** There is none to show: until one is set up, the act is refused. */
  readonly isMissing: boolean
  /** Where that is said, for the button that it holds back. */
  readonly id: string
  /** Keeps the keyboard there where a field, or a button, goes with what is learned of it. */
  readonly foothold: ReturnType<typeof useFoothold<HTMLDivElement>>
}

/**
 * Whether an act takes a second factor: one at a key of production does, and of people alone. As long as it
 * is not known which ones somebody has, nobody is held back; the API asks anyway.
 */
export function useFactor({ environment }: Pick<Key, 'environment'>): FactorOwed {
  const { api, kind } = useModule()
  const id = useId()
  const foothold = useFoothold<HTMLDivElement>(false)
  const isAsked = kind === 'shell' && environment === 'production'
  const { data } = useQuery({
    queryKey: ['account', 'factors'],
    queryFn: () => api.account.showFactors(),
    enabled: isAsked,
    // Whoever sets one up elsewhere meanwhile is let go on here.
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => lacksIn(state.data) && whileLackingMs,
  })
  const isMissing = isAsked && lacksIn(data)
  return { isAsked, isMissing, id, foothold }
}

const whileLackingMs = 5000

const lacksIn = (factors: Factors | undefined) =>
  factors !== undefined && !factors.totp && factors.passkeys.length === 0

/** How a button says that it is held back: it can still be reached, or nobody would hear the reason. */
export const heldBack = ({ isMissing, id }: FactorOwed) =>
  isMissing ? ({ 'aria-disabled': true, 'aria-describedby': id } as const) : {}
