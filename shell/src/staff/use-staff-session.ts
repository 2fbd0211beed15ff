import type { StaffSession } from '@sonaqor/contract/staff'
import { useEffect, useState } from 'react'
import { useWriting } from '../identity/use-writing.ts'
import type { StaffApi } from './staff-api.ts'

export type Standing =
  | { readonly name: 'starting' }
  | { readonly name: 'signed-out' }
  | { readonly name: 'signed-in'; readonly session: StaffSession }
  | { readonly name: 'unreachable'; readonly error: unknown }

/** Whether this browser has a session of staff, and how it comes to one or loses it. */
export function useStanding(api: StaffApi) {
  const [standing, become] = useState<Standing>({ name: 'starting' })
  const enter = (session: StaffSession) => become({ name: 'signed-in', session })
  const leave = () => become({ name: 'signed-out' })
  const resume = () => void standingOf(api).then(become)
  useEffect(() => void standingOf(api).then(become), [api])
  return { standing, enter, leave, resume }
}

const standingOf = ({ staff }: StaffApi): Promise<Standing> =>
  staff.resume().then(
    ({ session }) => (session ? { name: 'signed-in', session } : { name: 'signed-out' }),
    (error: unknown) => ({ name: 'unreachable', error }),
  )

export const useSigningOut = ({ staff }: StaffApi, onLeave: () => void) =>
  useWriting(() => staff.signOut(), onLeave)
