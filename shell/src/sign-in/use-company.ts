import type { Client } from '@sonaqor/contract/client'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useWriting } from '../identity/use-writing.ts'
import type { MemberSession } from '../session/member-session.ts'
import type { WayBack } from './company-way.ts'
import { goToCompany } from './go-to-company.ts'
import { whereTo } from './going-to.ts'

type CompanyApi = Pick<Client, 'signOn'>

/** Leads from an address to the provider of its company. */
export const useGoToCompany = (api: CompanyApi, goingTo?: string, leave?: (url: string) => void) =>
  useWriting(
    (email: string) => goToCompany(api, { email, goingTo }, leave),
    () => undefined,
  )

interface ComingIn {
  readonly member: Pick<MemberSession, 'enter'>
  readonly back: WayBack
  readonly onEntered: (path: string) => void
}

/** Sends on what the provider said, once; what it refused is not sent. Returns what went wrong with it. */
export function useComingIn(
  { signOn }: CompanyApi,
  { member, back, onEntered }: ComingIn,
): unknown {
  const begun = useRef(false)
  const { isRefused, ...said } = back
  const { error, write } = useWriting(
    () => member.enter(() => signOn.finish({ body: said })),
    () => onEntered(whereTo()),
  )
  const finish = useEffectEvent(() => {
    if (begun.current || isRefused) return
    begun.current = true
    write()
  })
  useEffect(() => finish(), [])
  return error
}
