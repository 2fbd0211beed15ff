import { text } from '@sonaqor/module/texts'

export const adviceSignatureFormat = text(
  'Behind webhook-signature stands “v1,” with base64, or “v1a,” where the endpoint signs with ed25519. Take the header as it came, in one line.',
)
export const adviceTimestampFormat = text(
  'Behind webhook-timestamp stand whole seconds since 1970, such as 1763800000. Take the header as it came, and write it into what is signed as the same text.',
)
export const arrived = text('The endpoint took it')
export const atByte = text('At byte {at, number}')
export const body = text('Body')
export const bodyBroken = text('It is empty, or not what was sent.')
export const bodyHint = text('As it came, before anything has parsed it.')
export const bodyHolds = text('It is what was sent.')
export const bodyUnknown = text(
  'There is no delivery of this id to this endpoint to hold it against, or you may not read what was sent.',
)
export const broken = text('Broken')
export const byOldSecret = text('It is signed with the old secret, which is about to end.')
export const bySecret = text('It is signed with the secret of this endpoint.')
export const cameAt = text('Received at')
export const cameAtHint = text('Left empty, the time is held against now.')
export const causeAnotherSecret = text(
  'Id and body are those that were sent. So another secret signed them than one of this endpoint, or the time was changed since. Compare the secret of your receiver, and verify with webhook-timestamp as it came.',
)
export const causeBodyChanged = text(
  'The body is another one than was sent. Look at the first difference: something between us and your receiver changes or cuts it.',
)
export const causeBodyMissing = text(
  'The body is empty: something has read it before you did. Take the bytes before a parser takes them.',
)
export const causeByteOrderMark = text(
  'A byte order mark stands before the body. Read it as bytes, not as text.',
)
export const causeCharset = text(
  'The body was read in another charset than UTF-8. Verify the bytes as they came, before they become text.',
)
export const causeEndedSecret = text(
  'It is signed with a secret of this endpoint that has ended. Let your receiver know the present one.',
)
export const causeEntities = text(
  'Characters such as & and " were written as HTML entities, or the other way round. Something cleans input before you see it: verify the bytes as they came.',
)
export const causeEscaped = text(
  'Characters were written as \\uXXXX, or the other way round. Verify the bytes as they came.',
)
export const causeHeadersMissing = text(
  '{count, plural, one {The header {names} is missing} other {The headers {names} are missing}}. A signature is verified with all three.',
)
export const causeHex = text(
  'The signature is written in hex. It has to be base64: have the HMAC given out as that.',
)
export const causeIdMissing = text(
  'webhook-id was left out of what is signed. It is id, time and body, with dots between them.',
)
export const causeInFuture = text(
  'Its time is {apart} after it came; at most {allowed} are allowed. The clock of your receiver is behind, or that of the sender ahead: synchronise yours by NTP, and compare it with the Date header of an answer of our API.',
)
export const causeMilliseconds = text(
  'The time is in milliseconds. It has to be in seconds: divide it by 1000, and leave out the rest.',
)
export const causeNewlines = text('Line ends were converted. Verify the bytes as they came.')
export const causeNotCompared = text(
  'Nothing that usually happens on the way explains it. Whether a byte of the body was changed could not be looked at: to this endpoint nothing was sent by this id, or you may not read what was sent. Of a test that you send yourself you are told the byte.',
)
export const causeOtherEndpoint = text(
  'It is signed with the secret of another endpoint of yours. Give your receiver the secret of the endpoint that sends to this address.',
)
export const causeOtherKind = text(
  'This endpoint signs otherwise: with ed25519 verify what stands behind “v1a,” with the public key, and with HMAC what stands behind “v1,” with the secret.',
)
export const causeReformatted = text(
  'The JSON was parsed and written anew. Verify the bytes as they came, before anything has parsed them.',
)
export const causeSecretNotDecoded = text(
  'The secret was used as a text. Decode what stands behind whsec_ from base64 first.',
)
export const causeSeparated = text(
  'Between several signatures stands one space, and nothing else. Take the header as it came, and split it at spaces.',
)
export const causeSwapped = text(
  'Id and time stand in each other’s place. First comes webhook-id, then webhook-timestamp, then the body, with dots between them.',
)
export const causeTimestampUnsigned = text(
  'webhook-timestamp was left out of what is signed. It is id, time and body, with dots between them.',
)
export const causeTooOld = text(
  'It was signed {apart} before it came; at most {allowed} are allowed. If it came earlier than now, enter when under “Received at”. Otherwise the clock of your receiver is ahead, or that of the sender behind; or it waited, and is sent again by somebody else.',
)
export const causeTrailingNewline = text(
  'A line end was added at the end of the body, or taken off. Verify the bytes as they came.',
)
export const causeUnknown = text(
  'Nothing that usually happens on the way explains it. See that headers and body are of one request, and that it was sent to this endpoint.',
)
export const causeVersionMissing = text(
  'The signature is right, but “v1,” is missing before it. In webhook-signature each signature stands behind its version and a comma.',
)
export const checkInDebugger = text('Check this in the debugger')
export const checkSignature = text('Check signature')
export const data = text('Data')
export const debugMeans = text(
  'Paste a request as your receiver got it. You are told which rule its signature breaks, and what was done to it on the way. It is looked at, and not kept.',
)
export const didNotArrive = text('The endpoint did not take it')
export const expectedElsewhere = text(
  'What webhook-signature would have to say of these bytes stands in the dashboard alone: with it, something could be signed in the name of the sender.',
)
export const expected = text('What webhook-signature would say of these bytes')
export const firstDifference = text('First difference')
export const givenMeans = text(
  'This message as it came. Change a byte of it, and see which rule breaks. It is looked at, and not kept.',
)
export const headers = text('Headers')
export const headersHint = text('One a line, such as webhook-id: 0199…')
export const headersHold = text('All three are there.')
export const headersMissing = text(
  'Enter one header a line, its name and value with a colon between.',
)
export const holds = text('Holds')
export const isGenuine = text('The signature is right')
export const isNotGenuine = text('The signature is not right')
export const isOutOfTime = text('The signature fits, and its time is too far off')
export const language = text('Language')
export const noJsonAt = text(
  'Enter a JSON object. In line {line, number}, at character {column, number}, it is no JSON.',
)
export const noObject = text('Enter a JSON object.')
export const notReached = text('Not checked')
export const noType = text('Choose an event type.')
export const refusedAllTheSame = text(
  'If your receiver refuses it all the same, enter the signature that it worked out in place of the one that came. You are told what it did otherwise.',
)
export const ruleBlocked = text('A rule before it has to hold first.')
export const ruleBody = text('The body is the one that was sent')
export const ruleHeaders = text('The three headers are there')
export const ruleSignature = text('A signature fits')
export const ruleSignatureFormat = text('The signature is written as it should be')
export const ruleTimestampFormat = text('The time is written in seconds')
export const ruleTolerance = text('The time is at most five minutes away')
export const searchTypes = text('Search event types')
export const signatureBroken = text('None is by a secret of this endpoint, over these bytes.')
export const signatureFormatBroken = text('There is none of the kind that this endpoint signs by.')
export const signatureFormatHolds = text('There are signatures to look at.')
export const signatureHolds = text('One is by a secret of this endpoint, over these bytes.')
export const signedApart = text(
  '{side, select, after {Its time is {apart} after it came} other {It was signed {apart} before it came}}; at most {allowed} are allowed.',
)
export const signedBytes = text('What is signed')
export const stepByStep = text('The signature, step by step')
export const stepEd25519 = text('Sign that with ed25519, and write it in base64 behind “v1a,”.')
export const stepHmac = text(
  'Make the HMAC-SHA256 of that with the secret, decoded from base64, and write it in base64 behind “v1,”.',
)
export const stepId = text('Take the id of the event, which stays the same with each attempt.')
export const stepSeveral = text(
  'There are {count, number}, one for each secret that signs; one that fits is enough.',
)
export const stepSigned = text(
  'Write id, time and body one behind the other, with dots between them.',
)
export const stepTimestamp = text('Take the time of the attempt, in seconds.')
export const testMeans = text(
  'One attempt, at once, signed and sent as any other. It stands among the deliveries as a test, and is not tried again.',
)
export const timestampFormatBroken = text('It has to be whole seconds since 1970.')
export const timestampFormatHolds = text('It is a time in seconds since 1970.')
export const type = text('Event type')
export const verifyIt = text('Verify it in your receiver')
export const verifyMeans = text(
  'By what the language has on board, or one well-known library. Any library of Standard Webhooks does the same.',
)
export const wasReceived = text('Received')
export const wasSent = text('Sent')
