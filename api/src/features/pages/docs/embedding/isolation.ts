import { html } from '../../html.ts'
import { code, table } from '../layout.ts'
import { p, pathOf, type GuidePage } from './page.ts'

const frame = `Sonaqor.start({ fetchSession, mode: 'frame' })

<sonaqor-keys mode="frame"></sonaqor-keys>`

export const isolation: GuidePage = () => ({
  path: pathOf('isolation'),
  title: 'Modes and isolation',
  lead: 'Who can reach whom, in each of the two ways in which a view stands in your page.',
  content: html`${table(
      ['Part', 'In your page (shadow)', 'In a frame of ours (frame)'],
      [
        [
          'Styles',
          'A shadow root: yours do not reach in, ours do not leak out.',
          'Apart altogether.',
        ],
        [
          'Scripts',
          'Ours run beside yours. They bring their own React and leave nothing global but names that have ours in them.',
          'Apart: neither can read the other.',
        ],
        [
          'Token',
          'In your page, for five minutes, from your origin alone.',
          'In our frame alone. Your page never has it.',
        ],
        ['Loads', 'Faster: several views share one React.', 'Each frame loads by itself.'],
        ['API', 'All of it.', 'The same: events, state, changes of the look, sizing.'],
      ],
    )}
    ${code(frame, 'Frames for a session, or for one element')}
    ${p('Choose `frame` where scripts that you do not trust run in your page, or where your own rules ask for it. Elsewhere the page is the better place.')}
    <h2>Secrets stay out of your page</h2>
    ${p('A new API key is shown in a frame of our origin in both modes, above your page. Your scripts, and those of others in your page, cannot read it; your page hears that something was done, not what. Only the registered origins of the app may show that frame, and it lets itself in with a client secret of its own: `fetchSession` is called once more. The token of your page issues no key, even if it is stolen.')}
    ${p('A script that may run in your page can ask your server for a client secret, too; a server of its own that has one can do what the session may, issuing keys included. Leave `keys:write` out of a session where that must not be.')}
    <h2>Critical acts</h2>
    ${p('What does lasting harm in the wrong hands, such as revoking a key of production, is never done by a session. The view says so and offers a window of ours, where a member of the tenant signs in, shows a second factor and does it; then the window closes, and the view shows what has become of it. Let the browser open windows of your page: a sandboxed frame around it needs `allow-popups`.')}
    <h2>Cookies</h2>
    ${p('An embed neither sets nor reads cookies. It works where those of third parties are blocked.')}`,
})
