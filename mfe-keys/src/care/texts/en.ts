import { text } from '@sonaqor/module/texts'

export const addLastUsed = text('Add its last address')
export const addressAt = text('Line {line, number}: “{address}”')
export const addressesStrange = text(
  '{named} {count, plural, one {is no IP address and no range} other {are no IP addresses and no ranges}}. Enter one such as 203.0.113.0/24.',
)
export const allInUse = text(
  'All of its scopes were used in the last {days, plural, one {day} other {# days}}.',
)
export const anyAddress = text('Any address')
export const appPace = text(
  'No limit of its own. Those of its app ({count, number} over all of its keys) and of each operation hold: {most, number}, and {sent, number} to send customers or transactions.',
)
export const areSeveral = text('These are several keys')
export const areSeveralBecause = text('Paste one at a time. Nothing was sent.')
export const asEveryKey = text(
  'No limit of its own. Those of each operation hold: {most, number}, and {sent, number} to send customers or transactions.',
)
export const byEndpoint = text('By endpoint')
export const byEndpointOfNewest = text('By endpoint, of its newest requests')
export const canCall = text(
  '{count, plural, one {It will be able to call # operation} other {It will be able to call # operations}}',
)
export const changeAdded = text('{field}: added {items}')
export const changeAddressesEllipsis = text('Change the addresses…')
export const changedTo = text('{field}: {from} → {to}')
export const changeExpiryEllipsis = text('Change the expiry…')
export const changePaceEllipsis = text('Change the limit…')
export const changeRemoved = text('{field}: removed {items}')
export const changeStands = text('The change could not be undone')
export const changeUndone = text('“{label}” is as it was before')
export const checkedSecret = text('Checked secret')
export const checkEllipsis = text('Check a key…')
export const checkKey = text('Check key')
export const checkTitle = text('Check a key')
export const editEllipsis = text('Edit…')
export const editElsewhere = text('Edit in a new window…')
export const editTitle = text('Edit “{label}”')
export const endpointsTake = text('Which endpoints it calls is told to whoever holds {scope}.')
export const endsInUse = text('It is in use: its requests are refused from then on')
export const environment = text('Environment')
export const errorRate = text('Error rate')
export const errorsToday = text('{share} errors')
export const expiredEvent = text('Expired')
export const factorAhead = text('To revoke or rotate this key you will need a second factor.')
export const factorMissing = text('Set up a second factor first')
export const factorMissingMeans = text(
  'A production key is only revoked, rotated or changed by somebody with a second factor, such as an authenticator app or a passkey. You have none yet. {act, select, change {Until then only its label can be changed.} other {Until then the key stays as it is.}}',
)
export const foundAt = text('Found at {url}, as the finder says')
export const githubEvent = text('Reported as leaked by GitHub')
export const history = text('History')
export const holdsFromNext = text('It holds from the very next request on.')
export const isDamaged = text('It looks like a key, but is mistyped or cut')
export const isDamagedBecause = text(
  '{missing, plural, =0 {Its checksum is wrong.} other {It does not have the 44 characters of a key.}} Your browser can tell, so nothing was sent.',
)
export const isEndedAndOverBecause = text(
  '{state, select, revoked {The key is revoked.} expired {The key has expired.} other {The key is over.}} This is a former secret of it, which had ended with a rotation. Neither opens anything.',
)
export const isEndedSecret = text('A former secret of a key of yours')
export const isEndedSecretBecause = text(
  'It ended with a rotation and opens nothing. The key itself has a newer secret.',
)
export const isNoKey = text('This is no Sonaqor key')
export const isNoKeyBecause = text(
  'A key begins with sq_live_ or sq_test_ and has 44 characters. Nothing was sent.',
)
export const isOldSecret = text('The old secret of a key of yours, and it still works')
export const isOldSecretBecause = text(
  'The key was rotated. If this was found where it does not belong, end the old secret in its details.',
)
export const isOver = text('A key of yours that no longer works')
export const issueAnother = text('If it is needed again, issue another key.')
export const issuedEvent = text('Issued')
export const issuedEventBy = text('Issued by {person}')
export const isUnknown = text('A well-formed key, but none that you can see')
export const isUnknownBecause = text(
  'It belongs to somebody else, to an app that you cannot see, or was never issued.',
)
export const isYours = text('A key of yours, and it works')
export const isYoursBecause = text(
  'If it was found where it does not belong, rotate or revoke it in its details.',
)
export const keepEditing = text('Keep editing')
export const keyLeaked = text('This key was reported as leaked, and revoked')
export const keyUse = text('Use')
export const leakByFinder = text('It was reported {when} by somebody who had it.')
export const leakByGithub = text('GitHub found it {when}.')
export const leakEvent = text('Reported as leaked by somebody who had it')
export const lendsScopes = text(
  'It can also open embed sessions, which may do what its other scopes allow.',
)
export const lookForStrangers = text('Look in the logs for requests that were not yours.')
export const moreAddressesStrange = text(
  '{named} and {more, number} more are no IP addresses and no ranges. Enter one such as 203.0.113.0/24.',
)
export const narrowEllipsis = text('Narrow to what it uses…')
export const narrowElsewhere = text('Narrow in a new window…')
export const narrowHint = text(
  'Take away what it does not need. What is taken away cannot be given back.',
)
export const narrowKey = text('Narrow key')
export const narrowTitle = text('Narrow “{label}”?')
export const neverGains = text('This cannot be undone: a key never gains a scope')
export const newAddressEvent = text('Used from a new address, {ip}')
export const newestSecret = text('Newest secret')
export const noErrors = text('no errors')
export const noLimit = text('No limit of its own')
export const noneToday = text('None today')
export const noScopeInUse = text(
  'None of its scopes was used for {days, plural, one {# day} other {# days}}',
)
export const noScopeInUseMeans = text(
  'Counted since {since}. If nobody needs the key any more, revoke it.',
)
export const nothingHappened = text('Nothing is known of it yet.')
export const notUsedForDays = text('Not used for {days, plural, one {# day} other {# days}}')
export const notUsedSinceCounted = text('Not used since counting began')
export const noUseInRange = text('No requests in this range.')
export const oldSecretLeaked = text('An old secret of this key was reported as leaked, and ended')
export const onlyItsBeginning = text(
  'Keys are searched by their beginning alone: of a pasted key nothing more is kept.',
)
export const openItsDetails = text('Open its details')
export const overlapEndedEvent = text('Old secret ended')
export const overlapEndedEventBy = text('Old secret ended by {person}')
export const overWeek = text(
  'Today since 00:00 UTC; in the last 7 days {count, plural, one {# request} other {# requests}}. Requests that members sent again from the logs are counted, and are no use of the key.',
)
export const paceHint = text(
  'Optional. Without a limit of its own, those of its app, if it has one, and of each operation hold: {most, number}, and {sent, number} to send customers or transactions.',
)
export const paceStrange = text('Enter a whole number from 1 to {most, number}, or nothing.')
export const pasteAgain = text('The key was not kept. Paste it again.')
export const pastedKey = text('Pasted key')
export const pastedKeyHint = text(
  'A key, or a line in which one stands. It is checked and never stored; the field is emptied at once.',
)
export const pasteFirst = text('Paste a key first.')
export const productionKeyOf = text(
  'It is a key of {app}, in production: live traffic may depend on it.',
)
export const refusedThen = text(
  '{count, plural, one {# operation is refused from the next request on} other {# operations are refused from the next request on}}',
)
export const remindedBefore = text(
  'Owners and developers are reminded {count, plural, =1 {one day} =2 {7 days and one day} =3 {14, 7 days and one day} other {30, 14, 7 days and one day}} before.',
)
export const remindedEvent = text(
  '{count, plural, one {Reminder sent to # person} other {Reminder sent to # people}}, {days, plural, one {# day} other {# days}} before expiry',
)
export const requestsAndShare = text('Requests · share of all')
export const requestsSinceRotation = text(
  '{count, plural, =0 {Not used since the rotation} one {# request since the rotation} other {# requests since the rotation}}',
)
export const requestsToday = text('Requests today')
export const restrictEllipsis = text('Restrict…')
export const revealsCustomers = text('With customer data in:')
export const revokedEvent = text('Revoked')
export const revokedEventBy = text('Revoked by {person}')
export const rotatedEvent = text('Rotated')
export const rotatedEventBy = text('Rotated by {person}')
export const saveChanges = text('Save changes')
export const scopesCounted = text(
  'In the last {days, plural, one {day} other {# days}}: each accepted request counts for every scope that it took. Requests that were refused are counted under “Use” alone.',
)
export const scopesCountedWithSessions = text(
  'In the last {days, plural, one {day} other {# days}}: each accepted request counts for every scope that it took, those of its embed sessions included. “Use” counts the requests of the key itself, also those that were refused.',
)
export const scopesTaken = text(
  '{count, plural, one {# scope that nobody used is gone.} other {# scopes that nobody used are gone.}}',
)
export const scopesUnused = text('{count, plural, one {# unused scope} other {# unused scopes}}')
export const scopeUseUnknown = text('Could not read which scopes it uses.')
export const setExpiryEllipsis = text('Set an expiry…')
export const setPaceEllipsis = text('Set a limit…')
export const setUpFactor = text('Set one up in a new tab')
export const shutOutEvent = text('Refused: {ip} is no allowed address')
export const shutOutMeant = text('Change it all the same')
export const shutsOut = text(
  'The key was used last from {ip}, which is not in this list. Its next request from there would be refused.',
)
export const shutsYouOut = text(
  'Your own address is not in this list. Your next request with this key would be refused.',
)
export const someUnused = text(
  '{count, number} of {all, number} scopes were not used for {days, plural, one {# day} other {# days}}',
)
export const someUnusedMeans = text(
  'Counted since {since}, over its requests and those of its embed sessions. A key that can do less does less harm where it leaks.',
)
export const stateOfKey = text('State of the key')
export const takesFactor = text(
  '{act, select, change {To change anything but its label you need} other {For this you need}} your second factor, unless you showed it in the last five minutes.',
)
export const theseGo = text(
  '{count, plural, one {It loses this scope, which nothing used for {days, plural, one {# day} other {# days}}:} other {It loses these scopes, which nothing used for {days, plural, one {# day} other {# days}}:}}',
)
export const tooEarlyToSay = text(
  'Too early to say what it can do without: its use is counted since {since}. From {from} on it is known.',
)
export const updatedEvent = text('Changed')
export const updatedEventBy = text('Changed by {person}')
export const usesAppear = text('A use appears here within {seconds, number} seconds.')
export const wasChanged = text('“{label}” was changed')
export const wasNarrowed = text('“{label}” was narrowed')
export const whatChanged = text('What changed')
