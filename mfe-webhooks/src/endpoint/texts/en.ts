import { text } from '@sonaqor/module/texts'

export const added = text('Added')
export const address = text('Address')
export const asItAnswers = text('As fast as it answers')
export const askAgain = text('Ask again')
export const byEd25519 = text('ed25519 (v1a)')
export const byHmac = text('HMAC-SHA256 (v1)')
export const certificateEndedDetail = text(
  'It expired {when}. A receiver that checks it refuses every delivery until it is replaced.',
)
export const certificateEndingDetail = text(
  'It expires {when}. Have a new one issued by the same CA, and replace it before then.',
)
export const consent = text('Consent')
export const consentedSince = text('Asked first; agreed {when}')
export const consentMissing = text('Asked first; it has not agreed')
export const debugSignature = text('Debug a signature')
export const deleteEndpoint = text('Delete endpoint')
export const deleteMeans = text(
  'Nothing is sent to it any more. {count, plural, =0 {No delivery waits for it.} one {# delivery that waits for it is cancelled.} other {#{more} deliveries that wait for it are cancelled.}} Its past deliveries stay to be read. This cannot be undone.',
)
export const deleteTitle = text('Delete “{name}”?')
export const deliveries = text('Deliveries')
export const elsewhere = text(
  'This endpoint belongs to {environment, select, production {production} other {the sandbox}}',
)
export const endOldMeans = text(
  'From the next attempt on, messages carry the signature of the new secret alone. A receiver that knows only the old one refuses them.',
)
export const endOldSecret = text('End old secret')
export const endOldTitle = text('End the old secret of “{name}”?')
export const everyType = text('All types, those that come later too')
export const failingDetail = text(
  'No attempt succeeded for days, so that we disabled it {when}. What happens meanwhile is kept as skipped.',
)
export const failsNow = text('Attempts fail')
export const failsSince = text(
  'This began {when}. Each is tried again for three days; an endpoint that fails for days is disabled.',
)
export const filter = text('Filter')
export const givenUp = text('Given up')
export const goneDetail = text(
  'It answered 410 Gone {when}, which says that nothing is to be sent to it any more.',
)
export const headers = text('Headers')
export const headersSealed = text('What they say is never shown again.')
export const heldBack = text('Held back until {when}')
export const isDisabled = text('This endpoint is disabled')
export const isPaused = text('This endpoint is paused')
export const isTriedOneByOne = text('One attempt at a time, until one succeeds')
export const isUnconfirmed = text('This endpoint has not agreed yet')
export const jwks = text('Public keys (JWKS)')
export const jwksMeans = text('Receivers that fetch keys find them here, each by its kid.')
export const nameDiffers = text('This is not its name.')
export const ofApp = text('Those of its app, and those of no app')
export const ofEnvironment = text('Those of all apps of its environment')
export const oldEnded = text('The old secret of “{name}” has ended')
export const oneByOne = text('One after another, in order')
export const order = text('Order')
export const otherShown = text(
  'You are looking at {environment, select, production {the sandbox} other {production}}, so that nothing can be done with it here.',
)
export const overview = text('Overview')
export const pace = text('Speed')
export const partsOf = text('Parts of {name}')
export const pausedDetail = text(
  'It was paused {when}. What happens meanwhile is kept as skipped, and can be replayed.',
)
export const perSecond = text(
  'At most {count, plural, one {# attempt} other {# attempts}} a second',
)
export const publicKey = text('Public key')
export const reach = text('Whose events')
export const replaceCertificate = text('Replace certificate…')
export const secret = text('Secret since')
export const settings = text('Settings')
export const sideBySide = text('Side by side, in no order')
export const signature = text('Signature')
export const skipped = text('Skipped')
export const skippedInTime = text('{count, number} skipped in this time')
export const skippedMeans = text(
  'In this time, while it was paused or disabled; those that a replay has sent since count too.',
)
export const switchEnvironment = text(
  'Switch to {environment, select, production {production} other {the sandbox}}',
)
export const transformation = text('Transformation')
export const twoSecrets = text('Two secrets sign')
export const twoSecretsUntil = text(
  'Each attempt is signed with both until {when}. Let your receiver know the new one before.',
)
export const typeName = text('Type “{name}” to confirm')
export const unconfirmedDetail = text(
  'First asked: {when}. Nothing is sent before it agrees, by answering OPTIONS with WebHook-Allowed-Origin. What happens meanwhile is kept as skipped, and can be replayed.',
)
export const wasDeleted = text('“{name}” deleted')
