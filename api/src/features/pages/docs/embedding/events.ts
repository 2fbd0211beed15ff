import { html } from '../../html.ts'
import { code } from '../layout.ts'
import { codeTable, p, pathOf, type GuidePage } from './page.ts'

const heard = `/** What somebody chose in the view of this page stands in its address, for a link or a reload. */
document.addEventListener('sonaqor-state', ({ target, detail }) => {
  const isOfThisPage = target.hasAttribute('state') && pageOf[detail.view] === location.pathname
  if (isOfThisPage) note(detail.state, detail.manner)
})

/** They asked for another view, which here is another page. */
document.addEventListener('sonaqor-navigate', ({ detail }) => {
  go(addressOf(detail.view, detail.params))
})`

const failed = `document.addEventListener('sonaqor-error', ({ target, detail }) => {
  report(detail.code, { view: detail.view, release: detail.release, request: detail.requestId })
  if (detail.code === 'session-ended') showSignIn(() => detail.retry())
})`

/** By name, what each tells; a test holds the list to the types of the SDK. */
export const events: readonly (readonly [name: string, when: string, detail: string])[] = [
  [
    'sonaqor-loading',
    'A view is on its way: at first, after a retry, and for another release.',
    '`view`',
  ],
  [
    'sonaqor-ready',
    'It is drawn, and can be used: after a retry and once the network is back too.',
    '`view`, `release`',
  ],
  [
    'sonaqor-error',
    'It could not be shown, or broke, and a retry is drawn in its place. With `offline` it may have been there already: then it stays.',
    '`code`, `message`, `view`, `release`, `requestId`, `retry()`',
  ],
  [
    'sonaqor-navigate',
    'The person asked for another view, which your page shows as it likes.',
    '`view`, `params`',
  ],
  [
    'sonaqor-state',
    'Something else is chosen in it, by the reader or by your page: what leads back here.',
    '`view`, `state`, `manner`: `step`, `back`, or none',
  ],
  [
    'sonaqor-event',
    'Something happened in the app that the view listens to. Ids, no contents.',
    '`type`, `ref`',
  ],
  ['sonaqor-resize', 'The view is as high as this now, in pixels.', '`height`'],
  [
    'sonaqor-session',
    'The session began, was renewed, or has ended.',
    '`state`: `open`, `renewed`, `ended`',
  ],
]

export const eventsPage: GuidePage = () => ({
  path: pathOf('events'),
  title: 'Events and errors',
  lead: 'An element tells your page what happens to it. All events bubble and cross shadow roots: one listener on the document hears them all.',
  content: html`${codeTable(['Event', 'When', 'Its detail'], events)}
    ${p('`view` is the name of a view, such as `keys.list`. Until it is known which one an element shows, as in a first `sonaqor-loading` and where nothing came, it is the name of the element.')}
    ${p('The same domain events are told by webhooks and live updates; `type` is one of those on the page Events.')}
    <h2>Deep links</h2>
    ${p('What somebody chose in a view can stand in your address: hear `sonaqor-state`, and give it back as the attribute `state`. `manner` says whether the way back of your page shall undo it (`step`: `history.pushState`), or is the very way that was taken (`back`: `history.back`); without one it takes the place of what stood there. With `permalink`, a view offers links to what is seen, at an address of yours.')}
    ${code(heard, 'Your address, your pages')}
    <h2>Errors</h2>
    <p>
      Each has a <code>code</code>; <code>message</code> is in the reader’s language and stands on
      the screen already. <a href="${pathOf('troubleshooting')}">Troubleshooting</a> has a cause and
      a fix for every code. <code>onError</code> of <code>Sonaqor.start</code> hears of all elements
      of a session, and of the loader itself.
    </p>
    ${code(failed, 'Say it in your words too')}
    ${p('`detail.retry()` does what the button does that is drawn. Nothing has to be retried by you: what is lost with the network comes back with it, and a broken release is left for one that works.')}`,
})
