/* Takes over what the server has drawn. */
import { createElement as h, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { fetchSession, offer, sonaqorUrl } from '../page.js'
import { tree } from './tree.js'

const complaints = []
const props = { url: sonaqorUrl, fetchSession: () => fetchSession() }
const root = hydrateRoot(document.getElementById('page'), draw({ locale: 'en' }), {
  onRecoverableError: (error) => complaints.push(String(error)),
})

function draw(look) {
  return h(StrictMode, null, tree({ ...props, ...look }))
}

offer({
  complaints,
  dark: () => root.render(draw({ locale: 'en', appearance: { theme: 'dark' } })),
  german: () => root.render(draw({ locale: 'de', appearance: { theme: 'dark' } })),
  away: () => root.render(null),
  back: () => root.render(draw({ locale: 'en' })),
})
