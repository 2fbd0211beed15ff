import { text } from '@sonaqor/ui/texts'

export const actions = text('Actions')
export const actionsFor = text('Actions for the session of {user}')
export const alreadyOver = text('It is over already')
export const app = text('App')
export const appearanceTab = text('Appearance')
export const byKey = text('by {key}')
export const checkConnection = text('Check the connection, then try again.')
export const clearFilters = text('Clear filters')
export const doctorTab = text('Doctor')
export const embeds = text('Embeds')
export const embedsPurpose = text(
  'What partners’ pages show of Sonaqor, to whom, and how it looks.',
)
export const ended = text('Ended')
export const ends = text('Ends')
export const endsWhen = text('ends {when}')
export const entered = text('Entered')
export const howToEmbed = text('How to embed a module')
export const key = text('Opened by')
export const keyHint = text('When this key ends, so does the session.')
export const lastSeen = text('Last seen')
export const live = text('Live')
export const locked = text('Locked')
export const lockedMasked = text('Personal fields are held back.')
export const lockedTitle = text('Locked to some customers')
export const lockedToNamed = text(
  '{count, plural, one {Only the customer {names}.} other {Only the # customers {names}.}}',
)
export const lockedToRegions = text(
  '{count, plural, one {Only customers of the region {names}.} other {Only customers of the regions {names}.}}',
)
export const lockedToSome = text(
  '{count, plural, one {Only # customer, whom you may not see.} other {Only # customers, whom you may not see.}}',
)
export const lockedUnknown = text('The server enforces it, and the page is not told.')
export const moreNames = text('and {count} more')
export const never = text('Never')
export const noSessions = text('No embed sessions yet')
export const noSessionsDetail = text(
  'Each page that a partner’s server opens with an API key stands here, with who sits before it.',
)
export const nobodyNamed = text('Nobody named')
export const noneFound = text('No session matches')
export const noneFoundDetail = text('Search for less, or look at sessions of another state.')
export const notEntered = text('Not entered yet')
export const notEnteredHint = text('Its secret lets a page in once, within a minute.')
export const notOpened = text('Could not be opened')
export const openSession = text('Session of {user}')
export const opened = text('Opened')
export const origins = text('May stand at')
export const originsHint = text('An origin that is taken from the app is lost to the session, too.')
export const overWhen = text('over {when}')
export const page = text('Page')
export const readsOnly = text('reads only')
export const readsOnlyBecause = text('Without a user the session only reads.')
export const revoke = text('Revoke')
export const revokeIsFinal = text(
  'This cannot be undone. The partner’s server can open new sessions as long as its key is active.',
)
export const revokeOfAppEffect = text(
  'Every open page of {app} shows at once that its session is over, whoever sits before it.',
)
export const revokeOfAppEllipsis = text('Revoke all of {app}…')
export const revokeOfAppTitle = text('Revoke all sessions of {app}?')
export const revokeOfUserEffect = text(
  'Every open page of {app} before which {user} sits shows at once that its session is over.',
)
export const revokeOfUserEllipsis = text('Revoke all of {user}…')
export const revokeOfUserTitle = text('Revoke all sessions of {user}?')
export const revokeSession = text('Revoke session')
export const revokeSessionEffect = text(
  'The page shows at once that its session is over, and nothing opens to it any more.',
)
export const revokeSessionEllipsis = text('Revoke session…')
export const revokeSessionTitle = text('Revoke the session of {user}?')
export const revokeSessions = text('Revoke sessions')
export const revoked = text('Revoked')
export const scopes = text('Scopes')
export const searchSessions = text('Search by user or key')
export const seeEmbeds = text('see embed sessions')
export const session = text('Session')
export const sessionId = text('Session id')
export const sessionsPurpose = text(
  'Pages of partners that are open now, and those that were: who sits before them, where, and until when.',
)
export const sessionsShown = text('{count, plural, one {# session} other {# sessions}}')
export const sessionsTab = text('Sessions')
export const showDetails = text('Show details')
export const state = text('State')
export const tableOfSessions = text('Embed sessions')
export const user = text('User')
export const userRef = text('the user’s reference')
export const views = text('Views')
export const wasEnded = text('Was ended')
export const wereRevoked = text(
  '{count, plural, =0 {No session was live} one {# session revoked} other {# sessions revoked}}',
)
