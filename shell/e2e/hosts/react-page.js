/* The page of whoever writes React, 18 or 19: the packed package, under strict mode. */
import { createElement as h, StrictMode, useState } from 'react'
import { SonaqorKeys, SonaqorProvider } from '@sonaqor/embed/react'
import { fetchSession, offer, sonaqorUrl } from './page.js'

export function Page() {
  const [look, setLook] = useState({ appearance: { theme: 'light' }, locale: 'en' })
  const [isThere, setThere] = useState(true)
  const [state, setState] = useState({})
  offer({
    dark: () => setLook((before) => ({ ...before, appearance: { theme: 'dark' } })),
    german: () => setLook((before) => ({ ...before, locale: 'de' })),
    away: () => setThere(false),
    back: () => setThere(true),
    choose: setState,
    chosen: () => state,
  })
  return h(
    SonaqorProvider,
    { url: sonaqorUrl, fetchSession: () => fetchSession(), ...look },
    isThere && h(SonaqorKeys, { state, onState: (told) => setState(told.state) }, 'One moment'),
  )
}

export const page = () => h(StrictMode, null, h(Page))
