import { useLive, useReadAgain } from '@sonaqor/module'
import { useEffect, useRef } from 'react'

/** Attempts come in swarms, and figures need not move with each. */
const pauseMs = 3000
/** Of the test inbox, which is no endpoint of these. */
const ofInbox: ReadonlySet<string> = new Set(['webhooks.received', 'webhooks.inbox-changed'])

/** Reads again what is in view once something has happened to an endpoint, or was sent to one. */
export function useFollowing() {
  const readAgain = useReadAgain('webhooks')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  useLive('webhooks', (events) => {
    const told = events.filter(({ type }) => !ofInbox.has(type))
    if (told.length === 0) return
    if (told.some(({ type }) => type !== 'webhooks.attempted')) return void readAgain()
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void readAgain()
    }, pauseMs)
  })
}
