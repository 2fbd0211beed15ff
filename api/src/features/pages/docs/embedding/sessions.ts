import { html } from '../../html.ts'
import { code } from '../layout.ts'
import { codeTable, p, pathOf, type GuidePage } from './page.ts'

const narrow = `{
  "views": ["logs.list"],
  "scopes": ["logs:read"],
  "origins": ["https://portal.example.com"],
  "user": { "ref": "merchant-1042", "name": "Ada Marsh" },
  "filters": { "externalIds": ["shop-7"], "regions": ["Bavaria"], "masked": true },
  "minutes": 30
}`

const revoke = (url: string) => `curl -X POST "${url}/v1/embed-sessions/revoke" \\
  -H "Authorization: Bearer $SONAQOR_API_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{ "appId": "0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43", "userRef": "merchant-1042" }'`

const signOut = `const sessions = []

/** Ends the sessions at Sonaqor before our own: nobody stays signed in to half of a portal. */
export const endSessions = () => Promise.all(sessions.map((session) => session.logout()))`

const second = `Sonaqor.start({ name: 'accountant', fetchSession: fetchForAccountant })

<sonaqor-keys session="accountant"></sonaqor-keys>`

export const sessions: GuidePage = (url) => ({
  path: pathOf('sessions'),
  title: 'Sessions',
  lead: 'The short-lived right of one page to show some views, for one person of yours.',
  content: html`${p(
      'A session belongs to the app of the key that opened it. It can do no more than that key, and what the key loses, the session loses at once.',
    )}
    <h2>What it is narrowed to</h2>
    ${codeTable(
      ['Field', 'Narrows to'],
      [
        ['views', 'The views that may be shown.'],
        ['scopes', 'What may be done. Critical scopes are never given to a page.'],
        ['origins', 'The pages that may come in, among the registered origins of the app.'],
        [
          'user',
          'Who sits before the page. Acts are audited as theirs, and four-eyes compares them. Without one the session can only read.',
        ],
        [
          'filters',
          'Some of your customers: by your own ids, by region; `masked` holds personal fields back. The server keeps to it, the session can only read, and the page never learns of it.',
        ],
        ['minutes', 'How long it lasts where no other one comes, an hour at most.'],
      ],
    )}
    ${code(narrow, 'A session that is locked to some customers')}
    <h2>Renewal</h2>
    ${p('The client secret works once, within a minute. The page exchanges it for a token of five minutes. A little before that runs out it calls `fetchSession` again, about every four minutes, for as long as it is open: plan one session and one request to us for each. Where your server refuses, as to somebody who has signed out, the page ends within minutes, whatever `minutes` says. A clock of the page that goes wrong does no harm: lifetimes are counted from receipt. What somebody has typed, filtered or scrolled to stays through all of it.')}
    ${p('Each frame of ours has a session of its own, so `fetchSession` is called once more for every one that opens (a view with `mode="frame"`, a view that shows a secret) and for its renewals; after a call that failed it is called again, and the doctor calls it twice. Every call needs a client secret of its own: open a session for each, and cache nothing, neither in the page nor on your server. A call that has brought nothing after 30 seconds counts as failed.')}
    ${p('`fetchSession` may fail: your server is down, or the person has signed out. At the first call the view says that it could not be opened, and tells `sonaqor-error` with `session-unfetched`; later it says that its session is over, with `session-ended`. Either way it offers to try again.')}
    <h2>Signing out</h2>
    ${p('`session.logout()` ends the session at Sonaqor and empties its elements. `session.destroy()` empties them in this page alone. Mount nothing by a handle that has ended: it would wait for the next `Sonaqor.start` of that name, which may be of somebody else.')}
    ${code(signOut, 'When somebody signs out of your portal')}
    <h2>Seeing and revoking</h2>
    <p>
      All sessions stand in the dashboard under <a href="/embeds">Embeds</a>, with who sits there,
      from where, and where pages were refused. A key with <code>embeds:read</code> lists them (<a
        href="/docs/api/embeds#embeds.list"
        >embeds.list</a
      >). One is revoked by
      <a href="/docs/api/embeds#embeds.revokeSession">embeds.revokeSession</a>, all of an app or of
      one person by <a href="/docs/api/embeds#embeds.revokeMany">embeds.revokeMany</a>: at once, in
      open pages too.
    </p>
    ${code(revoke(url), 'When somebody leaves')}
    <h2>Two sessions on one page</h2>
    ${p('A second session has a name, by which elements say that they belong to it. The two never mix.')}
    ${code(second, 'A session by name')}`,
})
