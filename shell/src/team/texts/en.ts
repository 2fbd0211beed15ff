import { text } from '@sonaqor/ui/texts'

export const aboveYou = text(
  'They hold more than you do, so only somebody above them can change this.',
)
export const accessReviews = text('Access reviews')
export const actions = text('Actions')
export const actionsFor = text('Actions for {name}')
export const active = text('Active')
export const activity = text('Activity')
export const approveRules = text('Approve changes of rules, thresholds and lists')
export const auditStays = text('What they did stays in the audit log.')
export const byName = text('By name')
export const cancelInvite = text('Cancel invitation')
export const cancelInviteDetail = text(
  'The link in the e-mail stops working at once. You can invite them again at any time.',
)
export const cancelInviteEllipsis = text('Cancel invitation…')
export const cancelInviteTitle = text('Cancel the invitation of {email}?')
export const changeApps = text('Create and change apps')
export const changeKeys = text('Issue and revoke API keys')
export const changeProjects = text('Create and change projects')
export const changeRole = text('Change role')
export const changeRoleEllipsis = text('Change role…')
export const changeRoleTitle = text('Change the role of {name}')
export const changeSecurity = text(
  'Change how members have to sign in: second factors and single sign-on',
)
export const changeTeam = text('Invite members, change their roles, suspend and remove them')
export const changeWebhooks = text('Create and change webhook endpoints, and send events again')
export const clearFilters = text('Clear filters')
export const compareRoles = text('What may each role do?')
export const compliance = text('Compliance')
export const complianceDetail = text(
  'Permissions that no role includes. An owner gives all of them together, to any member.',
)
export const complianceGiven = text('{name} now holds the compliance permissions')
export const complianceTaken = text('{name} no longer holds the compliance permissions')
export const consentToSupport = text('Let Sonaqor look into the tenant, for a time')
export const correctWrong = text(
  '{count, plural, one {Correct the wrong one} other {Correct the # wrong ones}}',
)
export const critical = text('Second factor')
export const decideMatches = text('Clear and confirm matches with sanctions and PEP lists')
export const details = text('Details')
export const discard = text('Discard')
export const discardEntered = text('Discard what you have entered?')
export const done = text('Done')
export const email = text('E-mail')
export const emailToCopy = text('e-mail address')
export const emails = text('E-mail addresses')
export const emailsExample = text('ada@example.com, Grace Hopper <grace@example.com>')
export const emailsHint = text(
  'One or many, separated by commas, spaces or lines. You can paste them with names, too.',
)
export const emailsMissing = text('Enter at least one e-mail address.')
export const entriesShown = text('{count, plural, one {# entry} other {# entries}}')
export const factorMissing = text('Not set up')
export const factorMissingHint = text(
  'Whatever takes a second factor is closed to them until they set one up.',
)
export const factorOff = text('Not set up')
export const factorOn = text('Set up')
export const factorsEnd = text(
  'Their authenticator app, passkeys and recovery codes, and every browser that they trust.',
)
export const factorSetUp = text('Set up')
export const factorsWereReset = text('Second factors of {name} reset')
export const fileReports = text('Draft and file suspicious activity reports')
export const forAnyMember = text('Every member may do this, whatever their role.')
export const forMembers = text('It is open to members.')
export const gained = text('Gained')
export const giveCompliance = text('Give compliance permissions')
export const giveComplianceEllipsis = text('Give compliance permissions…')
export const giveComplianceTitle = text('Give {name} the compliance permissions?')
export const hasCompliance = text('They hold the compliance permissions, which include {scope}.')
export const held = text('Held')
export const holdsAtOnce = text('It holds at once, in every session of theirs.')
export const inviteAboveYou = text('This invitation is for a role above your own.')
export const inviteAgain = text('They can be invited again at any time.')
export const inviteCancelled = text('Invitation of {email} cancelled')
export const inviteExpired = text('Invitation expired')
export const inviteId = text('Invitation ID')
export const invitePeople = text('Invite people')
export const invited = text('Invited')
export const invitedBy = text('Invited by {name}, {when}')
export const invitedByName = text('Invited by')
export const invitedByOver = text('Invited by {name}, expired {when}')
export const invitesSent = text(
  '{count, plural, one {# invitation sent} other {# invitations sent}}',
)
export const isActive = text('Their membership is active.')
export const isInvited = text('Already invited')
export const isInvitedDetail = text(
  'Their invitation is still open. You can send it again from the list.',
)
export const isMember = text('Already a member')
export const isMemberDetail = text('They are in the team, so nothing was sent.')
export const isSuspended = text('They are suspended, so nothing of theirs is let in.')
export const joined = text('Joined')
export const keepEditing = text('Keep editing')
export const keepInvite = text('Keep it')
export const keysGoOn = text(
  'API keys that they issued go on working. Revoke them yourself if they should not.',
)
export const lacksCompliance = text(
  '{scope} is one of the compliance permissions, which an owner gives and they do not hold.',
)
export const lacksFactor = text(
  'It takes a second factor shown within the last minutes, and they have set none up.',
)
export const lacksFactorOnce = text(
  'It takes a second factor for this one action, and they have set none up.',
)
export const lastOwnerStays = text('This is the last owner. Make somebody else an owner first.')
export const lastSeen = text('Last seen')
export const lastSeenFirst = text('Last seen first')
export const lastSent = text('Last sent')
export const leaveEllipsis = text('Leave team…')
export const leaveTeam = text('Leave team')
export const leaveTitle = text('Leave {tenant}?')
export const linkExpired = text('Link expired')
export const linkExpires = text('Link expires')
export const linkIsOver = text(
  'Its link stopped working {when}. Send the invitation again, or cancel it.',
)
export const linkLasts = text('Each link works once, for 72 hours.')
export const lost = text('Lost')
export const makeOwners = text(
  'Make somebody an owner, and give or take the compliance permissions',
)
export const makeSure = text(
  'Somebody who has their password may pose as them to get in. Call them back on a number that you know, or meet them.',
)
export const makeSureTitle = text('Make sure that it is them who ask')
export const matrixPurpose = text(
  'The server decides by this very table. Every permission also names the scope that the API knows it by.',
)
export const mayTheyExample = text('Search permissions and operations')
export const mayTheyHint = text('A permission, or an operation of the API such as keys.issue.')
export const mayTheyWhat = text('May they …?')
export const member = text('Member')
export const memberId = text('Member ID')
export const members = text('Members')
export const membersShown = text('{count, plural, one {# person} other {# people}}')
export const name = text('Name')
export const never = text('Never')
export const newFactorFirst = text(
  'At their next sign-in they set up a new second factor after their password, before anything else.',
)
export const newFactorNext = text(
  'They were told by e-mail, and set up a new one at their next sign-in.',
)
export const newOwner = text('Owners can do everything')
export const newOwnerDetail = text(
  'They could also change your role or remove you. Every owner is told.',
)
export const newestFirst = text('Newest first')
export const no = text('No')
export const noAddress = text('Not an address')
export const noAddressDetail = text(
  'Nothing can be sent there. Check it for a slip of the keyboard.',
)
export const noTheyMayNot = text('No, {name} may not do this')
export const nobodyMatches = text('Nobody matches the filters')
export const notForMembers = text(
  'Members may not do it at all; it is for API keys, or for Sonaqor.',
)
export const notHeld = text('Not held')
export const notOpened = text('Could not be opened')
export const notOpenedBecause = text(
  'The rest of this page could not be loaded. Check the connection and try again.',
)
export const notResent = text('The invitation of {email} was not sent again')
export const notResumed = text('{name} is still suspended')
export const notYet = text('Not yet')
export const nothingDone = text('Nothing done yet')
export const nothingDoneDetail = text(
  'What {name} does and what is done to them stands here, from the audit log.',
)
export const oldLinkIsDead = text('The new link works for 72 hours; the old one no longer works.')
export const openEmbeds = text('Create embed sessions for a partner’s website')
export const openMember = text('Open {name}')
export const openToAll = text('Anybody may do this; nobody is asked who they are.')
export const order = text('Order')
export const passwordStays = text('Their password. Without it nobody signs in as them.')
export const permission = text('Permission')
export const placeHolds = text('Place and lift legal holds')
export const policyMet = text(
  'Your organisation asks every member for a second factor, and they have one.',
)
export const policyNotMet = text(
  'Your organisation asks every member for a second factor, and they have none: they are kept out until they set one up.',
)
export const purpose = text('Who works here with you, and what each of them may do.')
export const removeEllipsis = text('Remove…')
export const removeMember = text('Remove member')
export const removeTitle = text('Remove {name}?')
export const removed = text('Removed')
export const resend = text('Send again')
export const resetFactors = text('Reset second factors')
export const resetFactorsEllipsis = text('Reset second factors…')
export const resetFactorsTitle = text('Reset the second factors of {name}?')
export const resume = text('Let in again')
export const resumeAnyTime = text('You can let them in again at any time.')
export const rights = text('What may they do?')
export const role = text('Role')
export const roleAboveYou = text('You cannot give a role that holds more than yours.')
export const roleChanged = text('{name} is now {role}')
export const roleEnds = text('Their role and what they may do here.')
export const roleHolds = text('The role {role} includes {scope}.')
export const roleLacks = text(
  'The role {role} does not include {scope}. {count, plural, =0 {No role does.} one {This role does: {holders}.} other {These roles do: {holders}.}}',
)
export const roleMissing = text('Choose a role.')
export const roleStays = text('They stay in the team, with their role.')
export const runJobs = text('Start exports, and cancel and resume background work')
export const sameRole = text('This is the role that they have. Choose another one.')
export const sameScopes = text('Both roles may do the same at the moment.')
export const searchAudit = text('Search, verify and export the audit log')
export const searchTeam = text('Search name or e-mail')
export const secondFactor = text('Second factor')
export const seeApps = text('See apps and their settings')
export const seeCustomers = text('See customer data, including in logs')
export const seeEmbeds = text('See embed sessions, and which pages were refused one')
export const seeHolds = text('See legal holds')
export const seeJobs = text('See background work such as exports, and how far it is')
export const seeKeys = text('See API keys, never their secrets')
export const seeLogs = text('See the requests made with API keys')
export const seeNotifications = text(
  'See which notifications were sent to whom, and whether they arrived',
)
export const seeProjects = text('See projects')
export const seeReports = text('See suspicious activity reports')
export const seeSecurity = text('See how members have to sign in')
export const seeTeam = text('See the members of the team')
export const seeWebhooks = text('See webhook endpoints and what was delivered to them')
export const sendCustomers = text('Send customer data')
export const sendInvites = text(
  '{count, plural, =0 {Send invitations} one {Send # invitation} other {Send # invitations}}',
)
export const sendTransactions = text('Send transactions')
export const sent = text('Sent')
export const sentInvitesEnd = text('Invitations that they sent and nobody has accepted yet.')
export const sessionsEnd = text(
  'Every session and open page of theirs, at once. What is not saved there is lost.',
)
export const sessionsHaveEnded = text('Their sessions have ended.')
export const showDetails = text('Show details')
export const someInvited = text('{count, number} of {of, number} invited')
export const status = text('Status')
export const suspend = text('Suspend')
export const suspendEllipsis = text('Suspend…')
export const suspendTitle = text('Suspend {name}?')
export const suspended = text('Suspended')
export const tableOfTeam = text('Members and open invitations')
export const takeCompliance = text('Take compliance permissions')
export const takeComplianceEllipsis = text('Take compliance permissions…')
export const takeComplianceTitle = text('Take the compliance permissions from {name}?')
export const takesFactor = text(
  'It takes a second factor shown within the last minutes, and they have one.',
)
export const takesFactorOnce = text(
  'It takes a second factor for this one action, and they have one.',
)
export const team = text('Team')
export const thatIsYou = text('(you)')
export const toSeeTeam = text('see the team')
export const tooManyEmails = text('At most 50 can be invited at once; these are {count, number}.')
export const tooOften = text('Not sent')
export const tooOftenDetail = text(
  'Many invitations were sent to this address within the hour. Try again later.',
)
export const typeName = text('Type “{name}” to confirm')
export const typedWrong = text('This is not the same name.')
export const wasRemoved = text('{name} removed')
export const wasResent = text('Invitation sent to {email} again')
export const wasResumed = text('{name} can come in again')
export const wasSuspended = text('{name} suspended')
export const whatEnds = text('What ends')
export const whatRolesMayDo = text('What roles may do')
export const whatStays = text('What stays')
export const widerFilters = text('Change or clear the filters to see more.')
export const yes = text('Yes')
export const yesTheyMay = text('Yes, {name} may do this')
export const yourAccountStays = text('Your account, and your other teams.')
export const yourInvitesEnd = text('Invitations that you sent and nobody has accepted yet.')
export const yourKeysGoOn = text('API keys that you issued go on working.')
export const yourOwnRole = text('This is your own role')
export const yourOwnRoleDetail = text('What is lost, only somebody else can give you back.')
export const yourRoleEnds = text('Your role and what you may do here.')
export const yourSessionsEnd = text('All your sessions in this team, at once.')
