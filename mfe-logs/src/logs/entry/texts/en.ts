import { text } from '@sonaqor/module/texts'

export const answer = text('Answer')
export const answerBody = text('Body of the answer')
export const answered = text('Answered')
export const answerHeaders = text('Headers of the answer')
export const auditWritten = text('Audit log: {name}')
export const bodyCut = text('The log keeps the beginning of it alone: complete it.')
export const bodyHint = text('As it is sent, also where it is wrong.')
export const bodyNotKept = text('The log does not hold this body: it was no JSON, or too large.')
export const bodyUnseen = text(
  'It was cut or is no JSON, so nothing of it is shown to you without {scope}. Write it anew.',
)
export const bodyHeldBack = text(
  '{name}: held back. It was cut or is not JSON, so not even its structure can be shown.',
)
export const bodyUnread = text(
  '{name}: {count, plural, one {# byte} other {# bytes}}, not kept, because it could not be read as JSON or was too large.',
)
export const bytes = text('{count, plural, one {# byte} other {# bytes}}')
export const bytesCut = text('{count, plural, one {# byte} other {# bytes}}, cut')
export const close = text('Close')
export const copiedInstead = text(
  'Nothing is sent in production again. A copy of it goes to the sandbox, with a key of the sandbox, and meets the data of the sandbox alone.',
)
export const copyAsCurl = text('Copy as curl')
export const copyToSandbox = text('Copy to sandbox')
export const copyToSandboxAsked = text('Copy to sandbox…')
export const curlToCopy = text('request as curl')
export const cut = text('cut')
export const cutBody = text(
  'The log keeps the beginning of the body alone. Complete it before you send this.',
)
export const deliveryState = text(
  '{state, select, waiting {Waiting} retrying {Retrying} delivered {Delivered} failed {Failed} skipped {Skipped} cancelled {Cancelled} other {{state}}}',
)
export const discard = text('Discard')
export const discardEntered = text('Discard what you have changed?')
export const eventDelivered = text('Delivery: {name}')
export const eventDeliveredTo = text('Delivery to {endpoint}: {name}')
export const eventTold = text('Event: {name}')
export const headersHeldBack = text(
  'Headers whose values could tell of a body or its size are held back with it, marked like {mark}.',
)
export const heldBackFromPage = text(
  'Values take {scope}, in the sandbox as well. This page was opened without it; whoever runs the page can change that.',
)
export const heldBackFromRole = text(
  'Values take {scope}, in the sandbox as well. Your role does not include it; an owner or admin of your organisation can give you one that does.',
)
export const heldBackOtherwise = text('You are held to some customers.')
export const importedFrom = text('An access log that was imported')
export const importedKeeps = text(
  'It was asked of a server of yours, with no key of Sonaqor. What its log did not say is not known here.',
)
export const instantToCopy = text('instant')
export const keepEditing = text('Keep editing')
export const leftEmpty = text('Redacted before storing, so it is empty here. Fill in: {names}.')
export const leftUnseen = text(
  'Empty here because your role does not show you values: that takes {scope}. Fill in: {names}.',
)
export const madeAnew = text('The key, the length and an idempotency key are made anew.')
export const madeInProduction = text('This request was made in production')
export const maskedValues = text(
  'Some values were redacted in the log. Replace each {placeholder} before you send this: as it stands, it is refused.',
)
export const nextRequest = text('Next request')
export const noJson = text('This is no JSON. It is sent as it stands.')
export const noNextRequest = text('This is the last request of the list')
export const noPreviousRequest = text('This is the first request of the list')
export const noSandboxKey = text('No key of the sandbox is in use')
export const noSandboxKeyBecause = text(
  'A request is sent again with a key of the sandbox. Issue one for an app of the sandbox first.',
)
export const notKept = text('The log does not hold it: fill it in.')
export const onlyKey = text('Only this key’s requests')
export const openItsEntry = text('Open its entry')
export const pathPart = text('Missing part {place, number} of the path')
export const pathPartMissing = text('Fill in this part of the path.')
export const problem = text('Problem')
export const problemExplained = text('What {code} means')
export const previousRequest = text('Previous request')
export const queryHint = text('A parameter on each line, such as limit=10.')
export const received = text('Received')
export const redactedBefore = text(
  'Redacted before storing: what is marked like {mark}. Secrets and personal data are never kept.',
)
export const redactedToTypes = text(
  'Of what is marked like {mark} the log keeps the type or the length alone.',
)
export const replay = text('Replay')
export const replayed = text('Answered from the first request')
export const replayedOf = text('Answered from the first request, {key}')
export const replayedBecause = text(
  'Another request with the same idempotency key came first. It was not done again: the first answer was sent.',
)
export const requestBody = text('Request body')
export const requestHeaders = text('Request headers')
export const requestId = text('Request id')
export const requestIdToCopy = text('request id')
export const requestQuery = text('Request query')
export const requestWithoutBody = text('Request without a body')
export const responseBody = text('Response body')
export const responseHeaders = text('Response headers')
export const responseWithoutBody = text('Response without a body')
export const sandboxKey = text('Sandbox key')
export const sandboxKeyHint = text('The request can do what both this key and you may do.')
export const saveShown = text('Save what was shown')
export const sendAgain = text('Send again')
export const sendAgainAsked = text('Send again…')
export const sendInSandbox = text('Send in the sandbox')
export const sentAgainBy = text('Sent again by {name}')
export const sentFrom = text('Sent again by {name} from an earlier request')
export const sentFromEarlier = text('Sent again from an earlier request')
export const showDelivery = text('Show the delivery of {name}')
export const showDeliveryTo = text('Show the delivery of {name} to {endpoint}')
export const showInAudit = text('Show {name} in the audit log')
export const showIt = text('Show')
export const showKey = text('Show key {label}')
export const showOriginal = text('Show the earlier request')
export const showSentAgain = text('Show the request that was sent again')
export const shownLive = text(
  '{count, plural, one {# request} other {# requests}} came in live{leftOut, plural, =0 {} other {, # left out to keep up}}.',
)
export const source = text('Source')
export const structureAlone = text('Of bodies you see the structure, neither values nor size')
export const testInbox = text('Test inbox')
export const timeline = text('Timeline')
export const toKeys = text('To the API keys')
export const typesMarked = text('You see the type of each value, marked like {mark}.')
export const wasSentAgain = text('Sent again')
export const unseenValues = text(
  'Values are not shown to you: that takes {scope}. Replace each {placeholder} before you send this: as it stands, it is refused.',
)
