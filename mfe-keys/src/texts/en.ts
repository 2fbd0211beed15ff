import { text } from '@sonaqor/module/texts'

export const actions = text('Actions')
export const actionsFor = text('Actions for {label}')
export const active = text('Active')
export const addressesWrong = text(
  'Enter IPv4 or IPv6 addresses or ranges, such as 203.0.113.0/24; 50 at most.',
)
export const agentUnknown = text('Not named')
export const allKeys = text('All keys')
export const allowedAddresses = text('Allowed addresses')
export const allowedAddressesHint = text(
  'Optional. IP addresses or CIDR ranges, one a line; left empty, the key works from everywhere.',
)
export const alreadyExpired = text('It has expired and no longer works.')
export const alreadyRevoked = text('It has already been revoked.')
export const apiDocumentation = text('API documentation')
export const apiKey = text('API key')
export const apiKeys = text('API keys')
export const app = text('App')
export const appHint = text('The key works only in the environment of its app.')
export const appIn = text('{app} ({environment, select, production {production} other {sandbox}})')
export const asBefore = text('As before, until {when}')
export const asBeforeUnending = text('As before, until it is revoked')
export const bothRefusedFromNext = text(
  'Requests with {new} and with the old secret, {old}, are refused from the very next one on. Whatever still uses either of them stops working.',
)
export const byLabel = text('By label')
export const byPerson = text('by {person}')
export const cancel = text('Cancel')
export const cannotComeBack = text(
  'A revoked key cannot be restored. It stays in this list, and its requests stay in the logs.',
)
export const changeApps = text('Create and change apps')
export const changeKeys = text('Issue and revoke API keys')
export const changeProjects = text('Create and change projects')
export const changeWebhooks = text('Create and change webhook endpoints, and send events again')
export const charactersOf = text('{count, number} of {most, number} characters')
export const checkingUse = text('Checking whether the key is in use…')
export const chooseApp = text('choose the key’s app')
export const clearFilters = text('Clear filters')
export const close = text('Close')
export const countedUntil = text('As of {when}.')
export const cutOff = text('These would be refused from their next request on')
export const discard = text('Discard')
export const discardEntered = text('Discard what you have entered?')
export const done = text('Done')
export const endDate = text('Ends on')
export const endOldEllipsis = text('End the old secret now…')
export const endOldElsewhere = text('End the old secret in a new window…')
export const endOldSecret = text('End old secret')
export const endOldTitle = text('End the old secret of “{label}”?')
export const endpoint = text('Endpoint')
export const endsAt = text('It works until {when}.')
export const endsOldNow = text(
  'Requests with {old} are refused from the very next one on. {new} goes on working.',
)
export const endsOnItsOwn = text('Not before it ends by itself')
export const endStrange = text('Enter a date and time that is still to come.')
export const errorShare = text('{share} errors')
export const endsWithin = text('Ends within {days, number} days')
export const expired = text('Expired')
export const expiredNews = text('Expired {when}.')
export const expiresAt = text('Expires {when}')
export const expiry = text('Expiry')
export const firstCall = text('First call')
export const fromAddress = text('from {ip}')
export const goToProjects = text('Go to projects')
export const heldLeave = text('I have stored it')
export const heldQuestion = text('This key is shown only once. Have you stored it?')
export const howKeysCome = text(
  'Issue a key and use it on one of your servers. Its requests then appear in the logs.',
)
export const ifUnused = text('if nobody uses it until then')
export const inDays = text('In {count, plural, one {# day} other {# days}}')
export const inOneYear = text('In 1 year')
export const inUse = text('This key has been in use')
export const ipAddress = text('IP address')
export const issueKey = text('Issue key')
export const issueKeys = text('issue API keys')
export const issued = text('Issued')
export const issuedBy = text('Issued by')
export const keepBoth = text('Keep both')
export const keepKey = text('Keep key')
export const key = text('Key')
export const keyElsewhere = text(
  'This key belongs to {environment, select, production {production} other {the sandbox}}',
)
export const keyId = text('Key id')
export const keyIdToCopy = text('key id')
export const keyInEnvironment = text(
  'Set {variable} to the key first: the command reads it from there.',
)
export const keyIssued = text('API key issued')
export const keyRotated = text('Key rotated')
export const keysShown = text('{count, plural, one {# key} other {# keys}}')
export const keyUsage = text('Key usage')
export const label = text('Label')
export const labelHint = text('What it will be used for, so that you can recognise it later.')
export const labelMissing = text('Enter what the key will be used for.')
export const lastRequestCame = text('Its last accepted use: {when}.')
export const lastRotated = text('Rotated')
export const lastSeen = text('Last seen')
export const lastSevenDays = text('Last 7 days, UTC')
export const lastUsed = text('Last accepted use')
export const lastUsedFirst = text('Last used first')
export const loadingForm = text('Loading the form…')
export const lookAtRequests = text('Look for its requests in the logs before you revoke it.')
export const mayNotRotate = text('You cannot rotate this key')
export const mayNotRotateBecause = text(
  'Whoever rotates a key sees its new secret, and so has to hold all of its scopes. You lack {scope}.',
)
export const moreScopes = text('+{count, number} more')
export const moreUsers = text('{count, plural, one {And # more} other {And # more}}')
export const never = text('Never')
export const neverEnds = text('Never, until it is revoked')
export const neverUsed = text('No request has been accepted with it')
export const newestFirst = text('Newest first')
export const newSecret = text('New secret')
export const nextIsRefused = text('Its next request is refused.')
export const noAppTitle = text('No app to issue a key for')
export const noAppWords = text('A key belongs to an app. Create one under “Projects” first.')
export const noKeyMatches = text('No keys match the filters')
export const noKeysYet = text('No keys yet')
export const noneAccepted = text('none accepted')
export const noOldUse = text('No use of the old secret has been counted since the rotation.')
export const noRequestsYet = text('No request has been accepted with this key yet.')
export const notAllApps = text(
  'Showing the first {count, number} apps. To choose another one, issue the key through the API.',
)
export const notInUse = text('No request has been accepted with this key')
export const notOpened = text('This could not be opened')
export const notOpenedBecause = text('Part of the page could not be loaded. Try again in a moment.')
export const nothingBreaks = text('No request has depended on it so far.')
export const notSafeYet = text('Not safe to end yet')
export const notUsedYet = text('not used yet')
export const nowStops = text('Whatever still uses the old secret stops working at once')
export const ofApps = text('Apps')
export const ofAudit = text('Audit log')
export const ofCustomers = text('Customers')
export const ofEmbeds = text('Embedding')
export const ofJobs = text('Background work')
export const ofKeys = text('API keys')
export const ofLogs = text('Logs')
export const ofProjects = text('Projects')
export const ofTransactions = text('Transactions')
export const ofWebhooks = text('Webhooks')
export const oldEnded = text('The old secret of “{label}” has ended')
export const oldIsOver = text('The old secret {hint} no longer works.')
export const oldSecret = text('Old secret')
export const oldStillUsedBy = text('The old secret is still used by')
export const oldWorksUntil = text(
  'The old secret {hint} works until {when}. Replace it everywhere by then.',
)
export const onDateEllipsis = text('On a date…')
export const openEmbeds = text('Create embed sessions for a partner’s website')
export const openKey = text('Open {label}')
export const opensNothing = text(
  'Every request with it is refused. Its earlier requests remain in the logs.',
)
export const order = text('Order')
export const otherShown = text(
  'You are viewing {environment, select, production {the sandbox} other {production}}. The key can only be managed in {environment, select, production {production} other {the sandbox}}.',
)
export const overIsNotRotated = text('A key that is over gets no new secret. Issue another one.')
export const overlapDay = text('24 hours (suggested)')
export const overlapDayMeans = text(
  'Time to deploy the new secret to all of your servers, and to see that nothing was forgotten.',
)
export const overlapHour = text('1 hour')
export const overlapHourMeans = text('Enough if you replace it by hand in one place, right away.')
export const overlapNow = text('Not at all')
export const overlapNowEndsBoth = text(
  'Both are refused from the very next request on. Only the new one works then.',
)
export const overlapNowMeans = text(
  'It is refused from the very next request on. For a secret that may have leaked.',
)
export const overlapQuestion = text('How long does the old secret go on working?')
export const overlapWeek = text('7 days')
export const overlapWeekMeans = text(
  'For servers that others look after, or jobs that run once a week.',
)
export const productionKey = text('It is a production key: live traffic may depend on it.')
export const purpose = text(
  'A key lets one of your servers call the Partner API on behalf of an app.',
)
export const refusedFromNext = text(
  'Requests with {hint} are refused from the very next one on. Whatever still uses the key stops working.',
)
export const requests = text('Requests')
export const requestsCounted = text('{count, plural, one {# request} other {# requests}}')
export const requestsPerMinute = text('Requests a minute')
export const revokeElsewhere = text('Revoke in a new window…')
export const revokeEllipsis = text('Revoke…')
export const revokeKey = text('Revoke key')
export const revokeTitle = text('Revoke “{label}”?')
export const revoked = text('Revoked')
export const revokedNews = text('Revoked {when}.')
export const rotateEllipsis = text('Rotate…')
export const rotateElsewhere = text('Rotate in a new window…')
export const rotateKey = text('Rotate key')
export const rotateKeys = text('rotate API keys')
export const rotating = text('Rotating')
export const rotation = text('Rotation')
export const runJobs = text('Start exports, and cancel and resume background work')
export const safeFrom = text('Safe to end')
export const safeToEnd = text('Safe to end the old secret')
export const scopes = text('Scopes')
export const scopesChosen = text('{count, number} of {all, number} chosen')
export const scopesHint = text(
  '{count, plural, =0 {Grant only what it needs.} other {Grant only what it needs. Scopes that you do not hold yourself are not offered ({names}): an owner or admin can issue a key with them.}}',
)
export const scopesMissing = text('Choose at least one scope.')
export const searchAudit = text('Search, verify and export the audit log')
export const searchKeys = text('Search keys')
export const secretsOfKey = text('Secrets of the key')
export const secretWarning = text(
  'Copy the key now and store it with your server’s other secrets. It is shown only once: we keep a hash of it and cannot show it again.',
)
export const seeApps = text('See apps and their settings')
export const seeCustomers = text('See customer data, including in logs')
export const seeEmbeds = text('See embed sessions, and which pages were refused one')
export const seeJobs = text('See background work such as exports, and how far it is')
export const seeKeys = text('see API keys')
export const seeKeysOnly = text('See API keys, never their secrets')
export const seeLogs = text('See the requests made with API keys')
export const seeProjects = text('See projects')
export const seeWebhooks = text('See webhook endpoints and what was delivered to them')
export const sendCustomers = text('Send customer data')
export const sendTransactions = text('Send transactions')
export const showAllUsers = text('Show all {count, number}')
export const showDetails = text('Show details')
export const showRequests = text('Show requests')
export const shownPartOfKey = text('shown part of the key')
export const state = text('State')
export const staysItself = text(
  'The key stays the same: label, scopes and limits do not change. It gets a new secret in place of this one.',
)
export const stillWorks = text(
  'An earlier secret still works. End it first, or choose “Not at all”, which ends both.',
)
export const storedSafely = text('I have copied the key and stored it safely')
export const storeFirst = text(
  'Confirm first that you have stored the key. It cannot be shown again.',
)
export const switchEnvironment = text(
  'Switch to {environment, select, production {production} other {the sandbox}}',
)
export const tableOfKeys = text('API keys')
export const thirdSecret = text('Not while an earlier secret still works.')
export const tryAgain = text('Try again')
export const twoAlready = text('This key has two secrets already')
export const twoAlreadyBecause = text(
  '{hint} works until {when}. End it in the details of the key first, or end both at once now.',
)
export const typeLabel = text('Type “{label}” to confirm')
export const typedWrong = text('This does not match the label of the key.')
export const underAMinuteAgo = text('less than a minute ago')
export const usageUnknown = text('Could not check whether the key is in use')
export const usedLast = text('last used {when}')
export const userAgent = text('User agent')
export const wasRevoked = text('“{label}” was revoked')
export const whatItMayDo = text('What it may do')
export const whoUsesOld = text('Who still uses the old secret')
export const whyNewUnused = text(
  'Nobody uses the old secret any more, but nobody has used the new one either. Put the new one on your servers first.',
)
export const whyQuiet = text('Nobody has used it for long enough, and the new one is in use.')
export const whyStillUsed = text(
  'The old secret was used a short while ago, or an embed session that it opened is still live.',
)
export const whyTooEarly = text(
  'No use of the old secret has been counted since the rotation, but that is not long enough to tell.',
)
export const widerFilters = text('Remove a filter or try another search term.')
export const worksOnlyFrom = text('It works only from {addresses}.')
export const worksUntil = text('Old secret works until')
