import { useSyncExternalStore } from 'react'
import type { MemberSession, SessionState } from './member-session.ts'

export function useSessionState({ subscribe, state }: MemberSession): SessionState {
  return useSyncExternalStore(subscribe, state)
}
