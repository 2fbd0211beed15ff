'use client'
import {
  createContext,
  useContext,
  useEffect,
  useInsertionEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react'
import { run, type Running, type SessionProps } from './react-session.ts'
import type { EmbedError } from './sdk.ts'

export type SonaqorProviderProps = SessionProps & { readonly children?: ReactNode }

interface Held {
  /** The name of the session of the elements below. */
  readonly name: string
  /** Why there is nothing to show, while the loader did not come. */
  readonly failure?: EmbedError | undefined
  readonly logout: () => Promise<void>
}

export const SonaqorContext = createContext<Held>({ name: '', logout: async () => {} })

/**
 * One session for all elements below it. It begins when the provider is mounted and is over when it
 * is unmounted; a new look or language is handed on, and every callback is the latest one.
 */
export function SonaqorProvider(props: SonaqorProviderProps): ReactElement {
  // Two providers never share a session, unless they are given one name.
  const [own] = useState(() => `react-${Math.random()}`)
  const [failure, setFailure] = useState<EmbedError>()
  const latest = useRef(props)
  const running = useRef<Running | undefined>(undefined)
  useInsertionEffect(() => {
    latest.current = props
  })
  const { name = own, mode, url, appearance, locale } = props

  const key = `${name} ${mode} ${url}`
  useEffect(() => {
    // React's strict mode unmounts and mounts again at once; what runs already goes on.
    if (running.current?.key === key) running.current.keep()
    else running.current = run(key, name, () => latest.current, setFailure)
    return running.current.leave
  }, [key, name])

  const look = JSON.stringify([appearance, locale])
  useEffect(() => running.current?.update(look), [look])

  const [logout] = useState(() => async () => running.current?.logout())
  const value = useMemo(() => ({ name, failure, logout }), [name, failure, logout])
  return <SonaqorContext.Provider value={value}>{props.children}</SonaqorContext.Provider>
}

/** Ends the session of the provider around it, also on the server: whoever sat there has signed out. */
export const useLogout = (): (() => Promise<void>) => useContext(SonaqorContext).logout
