import { text } from '@sonaqor/ui/texts'

export const app = text('App')
export const checkPage = text('Check a page')
export const checkPagePurpose = text('What is typed here stays here: nothing is sent.')
export const counted = text(
  '{wrong} wrong, {warnings, plural, one {# warning} other {# warnings}}, {unknown} not checked',
)
export const doctorPurpose = text(
  'What Sonaqor knows of the embeds of an app, and what would hinder them in a page. In the page itself, Sonaqor.doctor() looks closer.',
)
export const fromThisOrigin = text('Origin of the page')
export const fromThisOriginHint = text('Scheme, host and port, as in the address bar.')
export const headers = text('Headers of the page')
export const headersHint = text(
  'The answer of curl -I, a Content-Security-Policy, or a meta element.',
)
export const keyMay = text('{label}: {scopes}')
export const keyMayNothing = text('{label}: nothing but to open sessions')
export const keysThatOpen = text('Keys that open sessions')
export const keysThatOpenHint = text('A session can do no more than the key that opens it.')
export const lastRefused = text('Last')
export const liveSessions = text('Live sessions')
export const liveSessionsCount = text('{count, number}{more, select, yes {+} other {}}')
export const mendedPolicy = text('A policy that would do')
export const noApps = text('There is no app in this environment yet.')
export const noAppsDetail = text(
  'An app holds the origins that may embed, and the keys that open sessions.',
)
export const noKeyOpens = text('None holds embeds:create, so no session can be opened.')
export const noOrigins = text('None: no page may embed anything of this app.')
export const noRefusals = text('No page was refused.')
export const noRefusalsDetail = text(
  'Where a client secret is not taken, it stands here with the reason.',
)
export const nothingTyped = text(
  'Type an origin or paste headers to see what they mean for an embed.',
)
export const openSettings = text('App settings')
export const origin = text('Origin')
export const pageCheck = text('What was found in the page')
export const reason = text('Why')
export const refusalAdvice = text(
  '{reason, select, origin {{isRegistered, select, yes {It is registered. Name {origin} in “origins” when your server opens the session.} other {If this page is yours, register {origin} with the app, and name it in “origins” when your server opens the session. If it is not, leave it out: anybody may say that they stand there.}}} used {Open a new session at each call of fetchSession, and keep no client secret.} late {Hand the client secret to the page at once: it is good for a minute.} other {The session was over. Open a new one at each call of fetchSession.}}',
)
export const refusalReason = text(
  '{reason, select, origin {Origin not allowed} used {Secret used before} late {Secret too old} other {Session over}}',
)
export const refused = text('Refused pages')
export const refusedPurpose = text('Where a page came with a client secret that was not taken.')
export const registered = text('Registered origins')
export const releases = text('Releases served')
export const stateOf = text(
  '{state, select, good {Good} warning {Warning} wrong {Wrong} other {Not checked}}',
)
export const times = text('Times')
export const toChange = text('What to change')
export const toPut = text('To put in place: {name}')
export const whatWeKnow = text('What is set up')
