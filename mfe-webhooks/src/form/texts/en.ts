import { text } from '@sonaqor/module/texts'

export const addCondition = text('Add condition')
export const addEndpoints = text('add endpoints')
export const addHeader = text('Add header')
export const allOf = text('All of {area}')
export const allTypes = text('All events')
export const allTypesHint = text('Of every type that you may see, those that come later too.')
export const appHint = text('An endpoint gets events of its app’s environment alone.')
export const appIn = text('{app} ({environment, select, production {production} other {sandbox}})')
export const byEd25519 = text('ed25519: verify with a public key')
export const byEd25519Hint = text('Nobody but us can sign. The key is also at a JWKS address.')
export const byHmac = text('HMAC-SHA256: verify with a shared secret')
export const byHmacHint = text('What every library of Standard Webhooks verifies.')
export const cancel = text('Cancel')
export const catalogue = text('Event types')
export const data = text('Data')
export const doesNotHold = text('Does not hold')
export const editTitle = text('Edit “{name}”')
export const example = text('Example')
export const faultAt = text('{message} (line {line, number}, column {column, number})')
export const filter = text('Filter')
export const filterHint = text('An event is delivered if all of these hold of its payload.')
export const foundThere = text('found {value}')
export const goToProjects = text('Go to projects')
export const headerAnew = text('Enter its value again')
export const headerKept = text('Kept as it is')
export const headerName = text('Name of header {number, number}')
export const headers = text('Headers')
export const headersAnew = text(
  'What these headers say was given for {origin}, and is not sent to another address. Enter their values again, or remove them.',
)
export const headersHint = text(
  'Sent with each attempt. What they say is sealed, and never shown again.',
)
export const headerValue = text('Value of header {number, number}')
export const heldBack = text('The filter holds this event back')
export const heldBackDetail = text('Nothing would be sent.')
export const holds = text('Holds')
export const label = text('Label')
export const labelHint = text('What you call it; without one it goes by its host.')
export const moreSettings = text('More settings')
export const needsConsent = text('Ask the receiver first')
export const needsConsentHint = text(
  'Nothing is sent before it answers OPTIONS with WebHook-Allowed-Origin; it is asked now, and whenever the URL changes.',
)
export const noAppTitle = text('There is no app to add it to')
export const noAppWords = text('An endpoint belongs to an app. Create one in a project first.')
export const noneOf = text('None of {area}')
export const noObject = text('Enter a JSON object.')
export const nothingLeft = text('The transformation leaves nothing to send')
export const nothingLeftDetail = text('It returned null, so that this event would not be sent.')
export const noTypeMatches = text('No type matches these words.')
export const operatorOf = text('Comparison of condition {number, number}')
export const ordered = text('Deliver in order')
export const orderedHint = text(
  'Each event waits until the one before is delivered or given up: one that fails holds up those behind it.',
)
export const pace = text('Attempts a second')
export const paceHint = text('The most that it takes; left empty, as many as it answers.')
export const paceStrange = text('Enter a whole number from 1 to {most, number}.')
export const pathMissing = text(
  'Name a place in the payload in each condition, such as data.state.',
)
export const pathOf = text('Place of condition {number, number}')
export const reach = text('Whose events')
export const reachAll = text('Those of all apps of its environment')
export const reachAllHint = text('For members alone; a key may only reach its own app.')
export const reachForMembers = text('Only a signed-in member may have the events of all apps.')
export const reachApp = text('Those of its app, and those of no app')
export const reachAppHint = text('What came in by its app, or belongs to none.')
export const removeCondition = text('Remove condition {number, number}')
export const removeHeader = text('Remove header {number, number}')
export const save = text('Save changes')
export const schema = text('Schema')
export const schemaOf = text('Schema and example of {name}')
export const searchTypes = text('Search event types')
export const severalValues = text('Values with commas between')
export const signing = text('Signature')
export const simulate = text('Simulate')
export const someTypes = text('Chosen types')
export const someTypesHint = text('Browse what there is, each with its schema and an example.')
export const takesMemberFor = text('{type} is delivered for signed-in members alone.')
export const takesScopeFor = text('{type} takes {scope}, which you do not have.')
export const tookMs = text('took {count, number} ms')
export const transformation = text('Transformation')
export const transformationFailed = text('The transformation failed')
export const transformationHint = text(
  'JavaScript with function transform(event) that returns the payload to send, or null for none. It runs in a sandbox, for 100 ms at most.',
)
export const tryWith = text('Try with')
export const typesChosen = text('{count, number} of {all, number} chosen')
export const typesMissing = text('Choose at least one type.')
export const typeTakes = text('It takes {scope}, which you do not have.')
export const url = text('URL')
export const urlHint = text(
  'Where your server takes messages by POST; https, and open to the internet.',
)
export const urlFinalDot = text('Leave out the dot at the end of the host.')
export const urlHintHere = text(
  'Where your server takes messages by POST; https, and open to the internet. This demo also takes one on its own machine, such as http://127.0.0.1:8787/webhooks.',
)
export const urlInnerHost = text(
  'Enter a host that the internet knows; this name means something within a network alone.',
)
export const urlInside = text('Enter an address that is open to the internet.')
export const urlLeadsInside = text(
  'This host leads to addresses that are not open to the internet.',
)
export const urlLong = text('Enter an address of at most 2,000 characters.')
export const urlMissing = text('Enter an address such as https://example.com/webhooks.')
export const urlNotHttps = text('Enter an address that begins with https://.')
export const urlPort = text('Enter port 443, or one above 1023 that no other service has.')
export const urlUnresolved = text('This host leads to no address yet; check its name in DNS.')
export const urlWithFragment = text('Leave out the # and what follows it: it is never sent.')
export const urlWithPassword = text(
  'Leave out user and password; what proves who you are goes into a header.',
)
export const valueOf = text('Value of condition {number, number}')
export const wasAdded = text('Endpoint added')
export const wasChanged = text('“{name}” changed')
export const wouldBeSent = text('Would be sent')
