/** The pages for a merchant's developers. Each is a line of ours above a view of Sonaqor. */
import { Embed, MainEmbed } from './embed.js'
import { Received } from './received.js'
import { beginForAccountant } from './sonaqor.js'

const { createElement: h, useEffect, useState } = window.React

const about = (words, element) => () =>
  h('section', null, h('p', null, words), h(MainEmbed, { element }))

export const Keys = about(
  'The keys by which your shop asks for behavioural insights.',
  'sonaqor-keys',
)
export const Logs = about('What your shop has sent us, as it happens.', 'sonaqor-logs')
export const App = about('How your shop is connected, and what it has sent.', 'sonaqor-app')

/** Where your shop is told what happens, below how well that goes and above what came of it. */
export function Webhooks() {
  return h(
    'section',
    null,
    h('p', null, 'Where your shop is told what happens.'),
    h(Embed, { element: 'sonaqor-webhook-health' }),
    h(MainEmbed, { element: 'sonaqor-webhooks' }),
    h(Received),
  )
}

/** A dashboard of our own making, out of widgets. */
export function Live() {
  return h(
    'section',
    null,
    h('p', null, 'Your integration at a glance. It moves by itself.'),
    h(
      'div',
      { className: 'board' },
      h(Embed, { element: 'sonaqor-activity' }),
      h(Embed, { element: 'sonaqor-log-tail' }),
      h(Embed, { element: 'sonaqor-key-usage' }),
      h('div', null, h(ExportButton), h(Embed, { element: 'sonaqor-job-tracker' })),
    ),
  )
}

/** Our server starts it with our key; how far it is, the tracker below says by itself. */
function ExportButton() {
  const [trouble, setTrouble] = useState('')
  const start = async () => {
    const answer = await fetch('/export', { method: 'POST' }).catch(() => undefined)
    setTrouble(answer?.ok ? '' : ((await answer?.json())?.message ?? 'We could not be reached.'))
  }
  return h(
    'p',
    null,
    h('button', { type: 'button', onClick: start }, 'Export what happened in your integration'),
    trouble && h('span', { role: 'status' }, ` ${trouble}`),
  )
}

/** Two sessions on one page: yours may act, theirs may look. */
export function Accountant() {
  useEffect(beginForAccountant, [])
  return h(
    'section',
    null,
    h('p', null, 'What your accountant sees of your integration, beside what you see yourself.'),
    h(
      'div',
      { className: 'pair' },
      h('section', null, h('h2', null, 'You'), h(Embed, { element: 'sonaqor-keys' })),
      h(
        'section',
        null,
        h('h2', null, 'Your accountant'),
        h(Embed, { element: 'sonaqor-keys', session: 'accountant' }),
      ),
    ),
  )
}
