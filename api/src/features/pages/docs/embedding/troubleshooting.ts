import { html } from '../../html.ts'
import { codeTable, p, pathOf, type GuidePage } from './page.ts'

/** By code, why it happens and what to do; a test holds the list to the types of the SDK. */
export const errors: readonly (readonly [code: string, cause: string, fix: string])[] = [
  [
    'loader-unreachable',
    'Our scripts did not come: the network, a content security policy, a blocker. Or they came, and your `connect-src` keeps our origin from them.',
    'Open `/embed/v1.js` of our origin in a tab. If it comes, compare your policy with the page Content Security Policy. It is tried again by itself.',
  ],
  [
    'module-unavailable',
    'No release of the module is published, or its files did not come.',
    'Nothing in your page: it is tried again by itself. If it lasts, tell us `release` and the time.',
  ],
  [
    'module-broken',
    'The module came and broke, while it began or while it was drawn.',
    'Tell us `release` and `requestId`. The rest of your page goes on.',
  ],
  [
    'session-unfetched',
    '`fetchSession` failed, or brought no `clientSecret`.',
    'Look at the answer of your own route. A 403 of ours names the scope that your key lacks; a 422 names the field.',
  ],
  [
    'session-refused',
    'The client secret was used before, or came more than a minute late.',
    'Open a session for every call of `fetchSession`; keep no secret, and cache no answer.',
  ],
  [
    'origin-refused',
    'The origin of this page is not among those of the session and of the app.',
    'Register scheme, host and port with the app, and name the same in `origins`. `localhost` and `127.0.0.1` are two.',
  ],
  [
    'session-ended',
    'The session was revoked, its key was, or its hour is over and no other one came.',
    'Let the person sign in to your portal again, then call `detail.retry()`.',
  ],
  [
    'other-app',
    'The session is for another app or environment than the element says.',
    'Open the session with a key of that app, or correct `app` and `environment`.',
  ],
  [
    'view-not-in-session',
    'The session does not list this view, or lacks a scope for it.',
    'Add the view to `views` and what it needs to `scopes`, as the page Elements lists them.',
  ],
  [
    'frame-silent',
    'Our frame did not come, or says nothing.',
    'Allow our origin in `frame-src`, and register the origin of your page with the app.',
  ],
  [
    'offline',
    'There is no connection at the moment; or our server could not let the page in, because too much was asked of it (429) or it has something to mend (5xx).',
    'Nothing: what was there stays, and it is tried again by itself, at once when the network is back. If it lasts while there is a network, open fewer sessions at a time, or tell us `requestId`.',
  ],
]

const oddities: readonly (readonly [string, string])[] = [
  [
    'Nothing at all appears',
    'The script comes after your code and nobody waits for it: listen to `sonaqor-loaded`, as in the quick start.',
  ],
  [
    'Nothing at all appears, and `Sonaqor` is not defined',
    'Our script did not come, so that we cannot say so: say it yourself, by `onerror` of its element, as in the quick start.',
  ],
  [
    'The element stays empty',
    '`Sonaqor.start` was not called, or the element names a `session` that was never started.',
  ],
  [
    'Buttons to change something are missing',
    'The session has no `user`, so that it can only read; or its scopes end with `:read`.',
  ],
  [
    'Dialogs open behind my header',
    'Something around the element has a `transform` or a `filter`; dialogs of ours stand in the top layer and need none of your `z-index`.',
  ],
  [
    'It looks like ours, not like mine',
    'Fonts are yours to load: name the family in `font`. Tokens that are misspelt are ignored; the page Appearance lists them all.',
  ],
  [
    'A button has lost its colour or its corners',
    'A token has a value that is no CSS of its kind, such as a word in place of a colour. The appearance editor of the dashboard marks it: bring your configuration in there.',
  ],
]

export const troubleshooting: GuidePage = () => ({
  path: pathOf('troubleshooting'),
  title: 'Troubleshooting',
  lead: 'A cause and a fix for every error code, and for what has none.',
  content: html`${p('Begin with `Sonaqor.doctor()` in the console of your page: it finds most of this by itself.')}
    <h2>By code</h2>
    ${codeTable(['Code', 'Why it happens', 'What to do'], errors)}
    <h2>By what you see</h2>
    <dl class="fields">
      ${oddities.map(
        ([seen, fix]) =>
          html`<div>
            <dt><b>${seen}</b></dt>
            <dd>${p(fix)}</dd>
          </div>`,
      )}
    </dl>
    <p>
      Refusals of the API have <a href="/docs/problems">pages of their own</a>. Where pages were
      refused a session, and why, stands in the dashboard under <a href="/embeds">Embeds</a>.
    </p>`,
})
