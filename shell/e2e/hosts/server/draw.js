/* On the server: the package is imported, and even called, where there is no page. */
import { createElement as h, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { loadSonaqor } from '@sonaqor/embed/loader'
import { tree } from './tree.mjs'

const fetchSession = () => Promise.reject(new Error('A server opens no session.'))

export function draw(url) {
  void loadSonaqor(url)
  return renderToString(h(StrictMode, null, tree({ url, fetchSession, locale: 'en' })))
}
