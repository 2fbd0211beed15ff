import { text } from '@sonaqor/ui/texts'

export const accountEmailChangeRequested = text('Asked to change their e-mail address')
export const accountEmailChanged = text('Changed their e-mail address')
export const accountFactorAdded = text('Set up a second factor')
export const accountFactorRemoved = text('Removed a second factor')
export const accountLockedOut = text('Was locked out after wrong passwords')
export const accountPasskeyRenamed = text('Renamed a passkey')
export const accountPasswordChanged = text('Changed their password')
export const accountPasswordReset = text('Chose a new password by a link')
export const accountRecoveryCodesRenewed = text('Renewed their recovery codes')
export const accountResetRequested = text('Asked for a link to choose a new password')
export const accountUpdated = text('Changed their profile')
export const action = text('Action')
export const added = text('Added')
export const anEntry = text('Entry {sequence, number}')
export const app = text('App')
export const appsCreated = text('Created an app')
export const appsDeleted = text('Deleted an app')
export const appsPromoted = text('Took over an app’s settings from its other environment')
export const appsPurged = text('Removed a deleted app for good')
export const appsRestored = text('Restored an app')
export const appsUpdated = text('Changed an app')
export const area = text('Area')
export const areaAccount = text('Own account')
export const areaApps = text('Apps')
export const areaAudit = text('Audit log')
export const areaCustomers = text('Customers')
export const areaEmbeds = text('Embed sessions')
export const areaKeys = text('API keys')
export const areaLogs = text('Logs')
export const areaNotifications = text('Notifications')
export const areaProjects = text('Projects')
export const areaReviews = text('Access reviews')
export const areaSecurity = text('Sign-in rules')
export const areaSessions = text('Sign-ins')
export const areaTeam = text('Team')
export const areaTenants = text('Tenant')
export const areaTransactions = text('Transactions')
export const auditExported = text('Exported the audit log')
export const auditLog = text('Audit log')
export const auditSearched = text('Searched the audit log')
export const browser = text('User agent')
export const cancel = text('Cancel')
export const chainIsWhole = text(
  'It is the whole chain, so that the stand-alone verifier takes it.',
)
export const changed = text('Changed')
export const checkConnection = text('Check your connection and try again.')
export const checkpoint = text('Checkpoint')
export const checkpointKey = text('Signed with')
export const checkpointOf = text('Checkpoint of entry {sequence, number}')
export const checkpoints = text('Signed checkpoints')
export const checkpointsDetail = text(
  'At each of them the newest hash was signed and sent outside. Whoever owns the database cannot rewrite what came before.',
)
export const checkpointsShown = text('{count, plural, one {# checkpoint} other {# checkpoints}}')
export const chosenDates = text('Chosen dates')
export const clearFilters = text('Clear filters')
export const close = text('Close')
export const customersIngested = text('Sent customers')
export const dates = text('Dates…')
export const did = text('{who}: {what}')
export const didAbout = text('{who}: {what}, {about}')
export const embedsOpened = text('Opened an embed session')
export const embedsRevoked = text('Ended an embed session')
export const empty = text('empty')
export const endOfList = text('This is the last entry of the list')
export const entriesHold = text(
  '{count, plural, =0 {No entry holds} one {# entry holds} other {# entries hold}} so far.',
)
export const entriesOf = text('{done, number} of {total, number} entries')
export const entriesShown = text('{count, plural, one {# entry} other {# entries}}')
export const entryNotFound = text('There is no such entry')
export const entryNotFoundDetail = text('The link may be cut short, or of another tenant.')
export const environment = text('Environment')
export const environmentNamed = text(
  '{environment, select, sandbox {Sandbox} production {Production} other {Both}}',
)
export const exact = text('Exact time')
export const exportAgain = text('Try again')
export const exportCut = text('The file is cut short, so it was not saved')
export const exportCutDetail = text(
  'It broke off after {size}, before the manifest that ends every whole export. Try again; if it breaks off once more, narrow the export.',
)
export const exportDiffers = text('The file is not what was sent, so it was not saved')
export const exportDiffersDetail = text(
  'Its bytes have another SHA-256 than its manifest says. Something on the way changed it: try again from another network.',
)
export const exportDone = text('The export is complete')
export const exportDoneDetail = text(
  '{name} holds {count, plural, =0 {no entries} one {# entry} other {# entries}} in {size}, and its SHA-256 is the one in its manifest.',
)
export const exportFailed = text('The export did not come')
export const exportFormat = text('Format')
export const exportLog = text('Export')
export const exportOpen = text('Export…')
export const exportRunning = text('Export of the audit log')
export const exportTitle = text('Export the audit log')
export const exportWhat = text('Entries')
export const exportedIsLogged = text('That it was taken away is in the log, with the filter.')
export const extractOnly = text(
  'It is an extract: each entry can be checked by itself, the chain cannot.',
)
export const faultChanged = text(
  'The content of this entry is not what its hash was made of: somebody changed it in the database.',
)
export const faultCheckpointDiffers = text(
  'The chain hangs together, but it is not the one that was signed: this entry or one before it was rewritten.',
)
export const faultCheckpointForged = text('A checkpoint of this entry was not signed by us.')
export const faultHeadDiffers = text(
  'The chain ends elsewhere than its head says: entries were added behind it or taken off its end.',
)
export const faultMissing = text(
  'There is no entry in this place, though a later one, the head or a checkpoint knows of it: it was taken out.',
)
export const faultUnknown = text('This entry does not hold.')
export const faultUnlinked = text(
  'This entry does not follow the one before it: the order was changed, or one was put in between.',
)
export const filtersTaken = text('What the filters show')
export const formatCsv = text('CSV')
export const formatCsvDetail = text(
  'For spreadsheets. Before and after stand as JSON in a cell each.',
)
export const formatJsonl = text('JSONL')
export const formatJsonlDetail = text(
  'One entry a line, with all fields of the chain. The stand-alone verifier takes it.',
)
export const from = text('From')
export const guide = text('How to verify it without us')
export const hash = text('Hash')
export const hashOf = text('hash of entry {sequence, number}')
export const head = text('Newest hash')
export const howEntriesCome = text(
  'Every change, and every look at what is sensitive, leaves an entry here.',
)
export const idOf = text('id of {name}')
export const intact = text('The log is intact')
export const intactDetail = text(
  '{entries, plural, =0 {There is no entry yet.} one {Its one entry is as it was written.} other {All # entries are as they were written, in their order, and none is missing.}} {checkpoints, plural, =0 {No checkpoint has been signed yet.} one {One signed checkpoint fits.} other {# signed checkpoints fit.}}',
)
export const isNow = text('is')
export const keysExpired = text('An API key expired')
export const keysIssued = text('Issued an API key')
export const keysRevoked = text('Revoked an API key')
export const keysShutOut = text('Was refused: its address is not on the allowlist')
export const kind = text('Kind')
export const kindEmbed = text('Embed session')
export const kindKey = text('API key')
export const kindMember = text('Member')
export const kindOther = text('Other')
export const kindStaff = text('Sonaqor staff')
export const kindSystem = text('System')
export const last24h = text('Last 24 hours')
export const last30d = text('Last 30 days')
export const last7d = text('Last 7 days')
export const logsOpened = text('Opened a logged request')
export const logsSearched = text('Searched the logs')
export const nextEntry = text('Next entry')
export const noCheckpoints = text('No checkpoint has been signed yet')
export const noCheckpointsDetail = text(
  'The newest hash is signed every hour in which something was done.',
)
export const noEntries = text('No entries yet')
export const noEntryMatches = text('No entry matches the filters')
export const notOpened = text('This could not be opened')
export const notSent = text('Not yet')
export const notificationsPreferred = text('Changed their notification preferences')
export const onlyAbout = text('Only entries about this')
export const onlyActor = text('Only what {name} did')
export const onlyAddress = text('Only from {ip}')
export const orderChanged = text('in another order')
export const previousEntry = text('Previous entry')
export const previousHash = text('Previous hash')
export const previousHashOf = text('previous hash of entry {sequence, number}')
export const projectsCreated = text('Created a project')
export const projectsDeleted = text('Deleted a project')
export const projectsPurged = text('Removed a deleted project for good')
export const projectsRestored = text('Restored a project')
export const projectsUpdated = text('Changed a project')
export const purpose = text(
  'Who did what, when and from where, in a chain that nobody can rewrite unseen.',
)
export const readingIsLogged = text(
  'Looking into this log is itself logged, once for each search in five minutes.',
)
export const recorded = text('What was recorded')
export const removed = text('Removed')
export const requestId = text('Request id')
export const reviewsDecided = text('Decided a line of an access review')
export const reviewsDiscarded = text('Discarded an access review')
export const reviewsDownloaded = text('Downloaded an access review')
export const reviewsSigned = text('Signed an access review')
export const reviewsStarted = text('Started an access review')
export const saveAgain = text('Save again')
export const search = text('Words, an id or an IP address')
export const securityChanged = text('Changed how members have to sign in')
export const seeAuditLog = text('see the audit log')
export const sentOutside = text('Sent outside')
export const sequence = text('Sequence')
export const sessionsEnded = text('Ended a session')
export const sessionsStarted = text('Signed in')
export const sessionsSteppedUp = text('Showed a second factor again')
export const sha256 = text('SHA-256')
export const showAbout = text('Show {name}')
export const showRequest = text('Show the request')
export const signedAt = text('Signed')
export const startOfList = text('This is the first entry of the list')
export const stillThere = text(
  '{count, plural, one {# field stayed as it was} other {# fields stayed as they were}}',
)
export const tableOfCheckpoints = text('Signed checkpoints')
export const tableOfEntries = text('Entries of the audit log')
export const taken = text('{size} so far')
export const takenEntries = text('{size}, {done, plural, one {# entry} other {# entries}}')
export const takenOf = text('{size}, {done, number} of {total, number} entries')
export const target = text('On what')
export const teamActivityRead = text('Looked at what a member did')
export const teamComplianceChanged = text('Changed who holds the compliance scopes')
export const teamInviteCancelled = text('Cancelled an invitation')
export const teamInviteRenewed = text('Sent an invitation again')
export const teamInvited = text('Invited somebody')
export const teamJoined = text('Joined the team')
export const teamRemoved = text('Removed a member')
export const teamResumed = text('Let a suspended member in again')
export const teamRoleChanged = text('Changed a member’s role')
export const teamSuspended = text('Suspended a member')
export const tenantsFounded = text('Founded the tenant')
export const time = text('Time')
export const transactionsIngested = text('Sent transactions')
export const verifyAgain = text('Verify again')
export const verifyBroken = text('The log does not hold at entry {at, number}')
export const verifyFailed = text('The log could not be verified to its end')
export const verifyGoOn = text('Go on')
export const verifyLog = text('Verify the log')
export const verifyOpen = text('Verify…')
export const verifyPurpose = text(
  'Each entry holds the hash of the one before it. Every hash is made again and held against its neighbours and against all signed checkpoints.',
)
export const verifyRunning = text('Verifying')
export const was = text('was')
export const what = text('What')
export const whatChanged = text('What changed')
export const whatToDo = text('What to do')
export const whatToDoCopy = text(
  'Export the log now, and ask us to keep a copy of the database as it is. Nothing in the product changes an entry.',
)
export const whatToDoIncident = text(
  'Treat it as an incident: nobody but the owner of the database can have done it.',
)
export const whatToDoTrust = text(
  'What stands before the last checkpoint that fits is as it was. Compare what came after with a backup.',
)
export const when = text('When')
export const who = text('Who')
export const whole = text('Whole tenant')
export const wholeLog = text('The whole log')
export const wholeLogDetail = text('The one form whose chain the stand-alone verifier can walk.')
export const widerFilters = text('Take a filter off, or choose a longer time.')
