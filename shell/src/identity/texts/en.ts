import { text } from '@sonaqor/ui/texts'

export const absoluteEndDetail = text(
  'Sessions last 12 hours at most. Sign in again to go on; nothing on this page is lost.',
)
export const acceptAsKnown = text('There is an account for {email}. Enter its password to join.')
export const acceptByCompany = text(
  'Your company signs in with its own provider. Sign in there as {email}; that accepts the invitation.',
)
export const acceptInviteTitle = text('Join a team')
export const addAPasskey = text('Add a passkey')
export const addPasskey = text('Add passkey')
export const addedAt = text('Added {at}')
export const askForNewLink = text('Ask for a new link')
export const authenticatorApp = text('Authenticator app')
export const authenticatorDetail = text('An app on your phone shows a new code every 30 seconds.')
export const authenticatorNeeds = text(
  'You need an authenticator app, on your phone or in your password manager.',
)
export const authenticatorRemoved = text('Authenticator app removed')
export const authenticatorSetUp = text('Authenticator app set up')
export const backToSignIn = text('Back to sign-in')
export const browserOnSystem = text('{browser} on {system}')
export const changeEmail = text('Change e-mail')
export const changeEmailDetail = text(
  'We send a link to the new address. Until you open it, the old one stays.',
)
export const changePassword = text('Change password')
export const changePasswordDetail = text('All your other sessions end, in every tenant.')
export const codeNotRight = text(
  'This is not the code that the app shows now. Wait for the next one.',
)
export const codesAreKept = text('They are kept')
export const codesKept = text('The codes are shown this once. Have you kept them?')
export const codesLeft = text(
  '{left, plural, =0 {No codes left.} one {# code left.} other {# codes left.}} Each works once, where nothing else is at hand.',
)
export const company = text('Company')
export const confirmEmail = text('Confirm e-mail address')
export const confirmEmailDetail = text('From then on you sign in with this address.')
export const confirmEmailTitle = text('Confirm your new e-mail address')
export const confirmYourself = text('Confirm that it is you')
export const copyAll = text('Copy all')
export const currentPassword = text('Current password')
export const download = text('Download')
export const emailAsked = text('Link sent to the new address')
export const emailConfirmed = text('E-mail address confirmed')
export const emailWaits = text('Your new e-mail address waits to be confirmed')
export const emailWaitsDetail = text('Open the link that was sent to {email}.')
export const endOthers = text('End all others')
export const endOthersDetail = text(
  'Every other browser is signed out at once, in all tenants. What is not saved there is lost.',
)
export const endOthersTitle = text('End all other sessions?')
export const endSession = text('End')
export const endSessionOf = text('End session: {device}')
export const fewCodesLeft = text('Few left')
export const finishSignUp = text('Choose a password')
export const finishSignUpDetail = text(
  'Your address is confirmed. Choose a password, and your dashboard is ready.',
)
export const firstCode = text('First code')
export const firstCodeHint = text('Six digits that the app shows now.')
export const forgotPasswordDetail = text('We send you a link by which you choose a new one.')
export const forgotPasswordTitle = text('Forgot your password?')
export const goOn = text('Continue')
export const haveAccount = text('I have an account: sign in')
export const haveKeptThem = text('I have kept them')
export const idleEndDetail = text(
  'Nothing has been asked for in a while, so the session is about to end.',
)
export const inviteAccepted = text('You have joined')
export const inviteAcceptedDetail = text('Sign in with your second factor to open the dashboard.')
export const inviteOverDetail = text(
  'It was used, cancelled or replaced by a newer one, or is too old. Ask whoever invited you to send it again.',
)
export const invitedBy = text('{inviter} invites you to join {tenant} as {role}.')
export const isOn = text('On')
export const joinTenant = text('Join {tenant}')
export const keepRecoveryCodes = text('Keep these codes. They are shown this once')
export const keepRecoveryCodesDetail = text(
  'Each one signs you in once if you lose your phone or passkey. Keep them where you keep passwords.',
)
export const languageOfMails = text('Language of e-mails')
export const languageOfMailsHint = text(
  'The language of the dashboard is chosen in the account menu.',
)
export const lastUsedAt = text('Last used {at}')
export const leaveEnded = text('Leave this page? What is not saved is lost.')
export const leavePage = text('Leave page')
export const linkMissing = text('Open the link in the e-mail')
export const linkMissingDetail = text('This page works only by the link that was sent to you.')
export const linkOver = text('This link no longer works')
export const linkOverDetail = text('It was used before, or is too old.')
export const linkPutAway = text('The link in your e-mail still works')
export const linkPutAwayDetail = text(
  'This page was loaded again and keeps no link. Open it from the e-mail once more: until it is used, it works for 30 minutes.',
)
export const lookIntoMail = text('Look into your e-mails')
export const newEmail = text('New e-mail address')
export const newPassword = text('New password')
export const newPasswordHint = text('At least 15 characters. A few words are easy to remember.')
export const newPasswordTitle = text('Choose a new password')
export const noPasskeysHere = text('This browser cannot use passkeys.')
export const notYourPassword = text('This is not your password.')
export const openDashboard = text('Open dashboard')
export const passkeyAdded = text('Passkey added')
export const passkeyKnown = text('This device has a passkey of yours already')
export const passkeyNameHint = text('By which you find it again.')
export const passkeyNeeds = text('This device signs you in by its screen lock, without a password.')
export const passkeyNotMade = text('No passkey was made. Try again')
export const passkeyRemoved = text('Passkey removed')
export const passkeyRenamed = text('Passkey renamed')
export const passkeys = text('Passkeys')
export const passkeysDetail = text(
  'Sign in with a fingerprint, face, screen lock or security key. A passkey stands for password and code.',
)
export const passwordChanged = text('Password changed')
export const passwordIsNew = text('Your password is changed')
export const passwordIsNewDetail = text(
  'All your sessions have ended. Sign in with the new password.',
)
export const print = text('Print')
export const profile = text('Profile')
export const profileSaved = text('Profile saved')
export const qrCode = text('QR code for the authenticator app')
export const recoveryCodes = text('Recovery codes')
export const recoveryCodesRenewed = text('Recovery codes renewed')
export const remove = text('Remove')
export const removeAuthenticator = text('Remove app')
export const removeAuthenticatorDetail = text(
  'Its codes no longer sign you in, and trusted browsers ask for a second factor again.',
)
export const removeAuthenticatorTitle = text('Remove the authenticator app?')
export const removePasskey = text('Remove {name}')
export const removePasskeyDetail = text(
  'It no longer signs you in, and trusted browsers ask for a second factor again. Delete it from the device too.',
)
export const removePasskeyTitle = text('Remove the passkey “{name}”?')
export const rename = text('Rename')
export const renamePasskey = text('Rename {name}')
export const renamePasskeyTitle = text('Rename passkey')
export const renewCodes = text('Renew codes')
export const renewCodesDetail = text('You get ten new codes. The old ones no longer work.')
export const renewCodesTitle = text('Renew the recovery codes?')
export const resetSentDetail = text(
  'If {email} has an account, a link is on its way. It works for 30 minutes.',
)
export const save = text('Save')
export const scanCode = text('Scan the QR code')
export const scanDetail = text('Open the app and scan this code.')
export const secondFactor = text('Second factor')
export const secondFactorNeeded = text('A second factor is needed')
export const secondFactorPurpose = text(
  'Beside your password, when you sign in and before critical actions.',
)
export const secret = text('secret key')
export const sendLink = text('Send link')
export const sessionEndedOf = text('Session ended: {device}')
export const sessionEndsSoon = text('Your session is about to end')
export const sessionNotEnded = text('Could not end the session: {device}')
export const sessions = text('Sessions')
export const sessionsEnded = text('{ended, plural, one {# session ended} other {# sessions ended}}')
export const sessionsPurpose = text(
  'Where you are signed in. End what you do not recognise, then change your password.',
)
export const setPassword = text('Set password')
export const setUpAt = text('Set up {at}')
export const setUpAuthenticator = text('Set up authenticator app')
export const setUpDone = text('Your second factor is set up')
export const setUpDoneDetail = text(
  'Close this tab and go on in the one that you came from: it is as you left it.',
)
export const setUpFirst = text('Set up a second factor first')
export const setUpFirstDetail = text(
  'What you were about to do takes one, and still stands in the tab that you came from.',
)
export const signInAgain = text('Sign in again')
export const signInAgainDetail = text('A new session begins, and this page stays as it is.')
export const signUpSentDetail = text('A link is on its way to {email}. It works for 30 minutes.')
export const signUpTitle = text('Create an account')
export const signedInAt = text('Signed in {at}')
export const stay = text('Stay')
export const staySignedIn = text('Stay signed in')
export const stepOf = text('Step {at, number} of {of, number}')
export const tenantAsksToSetUp = text(
  '{tenant} asks for a second factor of everybody, and you have none yet. Set one up to go on.',
)
export const tenantAsksToShow = text(
  '{tenant} asks for a second factor of everybody. Show yours to go on.',
)
export const thisSession = text('This session')
export const timeLeft = text('Time left: {left}')
export const toAccount = text('To your account')
export const toSignIn = text('To sign-in')
export const typeSecret = text('Or type this key into the app:')
export const unknownDevice = text('Unknown device')
export const unknownPlace = text('Unknown place')
export const workEmail = text('Work e-mail')
export const yourAccountPurpose = text(
  'Who you are here, and how you prove it. It is the same in every tenant.',
)
export const yourName = text('Your name')
